/** Licences in the Directory table: an item with the seats of each, one with its service plans, and a catalogue by part number. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Directory } from '../../work/directory.ts';
import { catalogueKey, plansKey, plansOf, skuKey, skuOf } from '../directory-items.ts';
import { readItems } from '../dynamodb/document-client.ts';

export const skus = (
  client: DynamoDBDocumentClient,
  table: string,
): Pick<Directory, 'catalogue' | 'readSku' | 'servicePlans'> => ({
  readSku: async (skuId) => {
    const { Item } = await client.send(new GetCommand({ TableName: table, Key: skuKey(skuId), ConsistentRead: true }));
    return Item && skuOf(Item);
  },
  catalogue: async () => {
    const ids: string[] = [];
    const input = {
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': catalogueKey('').pk },
      ConsistentRead: true,
    };
    for await (const { Items = [] } of paginateQuery({ client }, input)) ids.push(...Items.map(({ id }) => String(id)));
    const found = (await readItems(client, table, ids.map(skuKey))).map(skuOf);
    return found.sort((one, other) => (one.skuPartNumber < other.skuPartNumber ? -1 : 1));
  },
  servicePlans: async (skuIds) => {
    const items = await readItems(client, table, [...new Set(skuIds)].map(plansKey));
    return new Map(items.map((item) => [String(item.skuId), plansOf(item)]));
  },
});
