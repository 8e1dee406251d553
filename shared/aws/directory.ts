/** The Directory table behind its port. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { Instant } from '../domain/time.ts';
import { canonicalUserName } from '../domain/user-name.ts';
import type { Policy } from '../policy.ts';
import type { Directory } from '../work/directory.ts';
import { duePartition, nameKey, skuKey } from './directory-items.ts';
import { readItems } from './document-client.ts';
import { listPeople } from './list-people.ts';
import { peopleWrites, type Tables } from './people-writes.ts';
import { readPeople } from './read-people.ts';
import { skus } from './skus.ts';

/** The directory in DynamoDB. `tables.imports` is needed only by who adds people with a chunk's result. */
export const directory = (client: DynamoDBDocumentClient, tables: Tables, policy: Policy): Directory => {
  const table = tables.directory;
  const reading: Pick<Directory, 'readPeople' | 'findByUserName'> = {
    readPeople: readPeople(client, table),
    findByUserName: async (userName) => {
      const { Item } = await client.send(
        new GetCommand({ TableName: table, Key: nameKey(userName), ConsistentRead: true }),
      );
      return Item && (await reading.readPeople([Item.id]))[0];
    },
  };
  return {
    ...peopleWrites(client, tables, policy),
    ...skus(client, table),
    ...reading,
    ...listPeople(client, table, reading),
    holdersOf: async (userNames) => {
      const keys = [...new Set(userNames.map(canonicalUserName))].map(nameKey);
      const claims = await readItems(client, table, keys);
      return new Map(claims.map(({ sk, id }) => [String(sk), String(id)]));
    },
    waitingFor: async (skuId, most) => {
      const input = { ...waitingQuery(table, skuId), Limit: most, ConsistentRead: true };
      const { Items = [] } = await client.send(new QueryCommand(input));
      return Items.map(({ id }) => String(id));
    },
    countWaiting: async (skuId) => {
      let count = 0;
      const pages = paginateQuery({ client }, { ...waitingQuery(table, skuId), Select: 'COUNT' });
      for await (const { Count = 0 } of pages) count += Count;
      return count;
    },
    due: (shard, now) => duePages(client, table, shard, now),
  };
};

const waitingQuery = (table: string, skuId: string) => ({
  TableName: table,
  KeyConditionExpression: 'pk = :pk AND begins_with(sk, :waiting)',
  ExpressionAttributeValues: { ':pk': skuKey(skuId).pk, ':waiting': 'WAIT#' },
});

async function* duePages(client: DynamoDBDocumentClient, table: string, shard: number, now: Instant) {
  const pages = paginateQuery(
    { client, pageSize: 100 },
    {
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
      // `~` sorts behind every id, so that a person who is due at this very moment is found.
      ExpressionAttributeValues: { ':shard': duePartition(shard), ':now': `${now}#~` },
    },
  );
  for await (const { Items = [] } of pages) yield Items.map(({ dueAt }) => String(dueAt).slice(now.length + 1));
}
