/** Those who wait for a licence, in the Directory table: an entry each beside the licence, sorted by its place. */
import { type DynamoDBDocumentClient, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '../../work/directory.ts';
import { skuKey, waitingKey } from '../directory-items.ts';

/** What every entry's key begins with. */
const prefix = waitingKey('', '').sk;

export const waitlists = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'waitingFor' | 'waitingPage' | 'countWaiting'> => {
  const query = (skuId: string) => ({
    TableName: table,
    KeyConditionExpression: 'pk = :pk AND begins_with(sk, :waiting)',
    ExpressionAttributeValues: { ':pk': skuKey(skuId).pk, ':waiting': prefix },
  });
  const page = async (skuId: string, most: number, after?: string) => {
    const start = after !== undefined && { ExclusiveStartKey: waitingKey(skuId, after) };
    const input = { ...query(skuId), ...start, Limit: most, ConsistentRead: true };
    const { Items = [] } = await client.send(new QueryCommand(input));
    return Items.map(({ sk, id }) => ({ id: String(id), place: String(sk).slice(prefix.length) }));
  };
  return {
    waitingFor: async (skuId, most) => (await page(skuId, most)).map(({ id }) => id),
    waitingPage: async (skuId, { top, after }) => {
      // One more than asked for says whether there is another page.
      const found = await page(skuId, top + 1, after);
      const waiting = found.slice(0, top);
      const last = found.length > top ? waiting.at(-1)?.place : undefined;
      return { waiting, ...(last !== undefined && { next: last }) };
    },
    countWaiting: async (skuId) => {
      let count = 0;
      const pages = paginateQuery({ client }, { ...query(skuId), Select: 'COUNT' });
      for await (const { Count = 0 } of pages) count += Count;
      return count;
    },
  };
};
