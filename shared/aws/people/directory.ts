/** The Directory table behind its port. */
import { type DynamoDBDocumentClient, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { Directory } from '../../work/directory.ts';
import { duePartition, type Tables } from '../directory-items.ts';
import { resultActions } from '../imports/import-items.ts';
import { skuSettings } from '../licences/sku-settings.ts';
import { skus } from '../licences/skus.ts';
import { waitlists } from '../licences/waitlists.ts';
import { listDeleted } from './list-deleted.ts';
import { listPeople } from './list-people.ts';
import { peopleWrites } from './people-writes.ts';
import { personAndRoles } from './person-and-roles.ts';
import { dueEntryOf } from './person-item.ts';
import { personUpdates } from './person-updates.ts';
import { claimHolders, findByUserName, holdersOf, keyClaims, keyHolders, readPeople } from './read-people.ts';
import { countingRoles, membersOf } from './role-members.ts';

/** The whole directory in DynamoDB. `tables.imports` is needed only by who adds people with a chunk's result. */
export const directory = (client: DynamoDBDocumentClient, tables: Tables, policy: Policy): Directory => {
  const table = tables.directory;
  const [byIds, byName, byKey] = [readPeople(client, table), findByUserName(client, table), keyHolders(client, table)];
  return {
    ...peopleWrites(client, table, policy, (result, replaced) => resultActions(tables.imports, result, replaced)),
    ...personUpdates(client, table, policy),
    ...skus(client, table),
    ...skuSettings(client, table, policy),
    ...waitlists(client, table),
    readPeople: byIds,
    findByUserName: byName,
    ...listPeople(client, table, { readPeople: byIds, findByUserName: byName, keyHolders: byKey }),
    membersOf: membersOf(client, table, byIds),
    countingRoles: countingRoles(client, table),
    personAndRoles: personAndRoles(client, table),
    listDeleted: listDeleted(client, table, byIds),
    holdersOf: holdersOf(client, table),
    claimHolders: claimHolders(client, table),
    keyHolders: byKey,
    keyClaims: keyClaims(client, table),
    due: (shard, now) => duePages(client, table, shard, now),
  };
};

async function* duePages(client: DynamoDBDocumentClient, table: string, shard: number, now: Instant) {
  const pages = paginateQuery(
    { client, pageSize: 100 },
    {
      TableName: table,
      IndexName: 'due',
      KeyConditionExpression: 'dueShard = :shard AND dueAt <= :now',
      // Behind the moment stands what ends, or in an earlier form the id; `~` sorts behind both.
      ExpressionAttributeValues: { ':shard': duePartition(shard), ':now': `${now}#~` },
    },
  );
  for await (const { Items = [] } of pages) yield Items.map((item) => dueEntryOf(item).id);
}
