/** The claims on keys of people who came with an earlier release, and the mark that says how far they are given. */
import { type DynamoDBDocumentClient, UpdateCommand } from '@aws-sdk/lib-dynamodb';
import { instant } from '../../domain/time.ts';
import { everyShard } from '../../domain/uuid.ts';
import type { EarlierKeys, KeysMark } from '../../work/enforcement/claim-earlier-keys.ts';
import { personKey } from '../directory-items.ts';
import { formerPolicyMarkKey, policyMarkKey } from '../directory-settings.ts';
import { readItems } from '../dynamodb/document-client.ts';
import { directoryKinds } from '../item-kinds.ts';
import { keptKeys } from './key-claims.ts';
import { runWithKeys } from './key-transaction.ts';
import { keyHolders } from './read-people.ts';

/** Beside the mark of the policy, which the sweep alone writes too. */
const keysMarkKey = { pk: directoryKinds.policyMark, sk: 'KEYS' };

/** The mark in an item; undefined where there is none. */
const keysMarkOf = (item: Record<string, unknown> | undefined): KeysMark | undefined =>
  item && { since: instant(String(item.since)), done: [...((item.done ?? []) as Iterable<number>)] };

/**
 * Whether everybody has the claims on their keys, by these items: the mark says so, or there was no sweep yet, and so no
 * earlier release.
 */
export const areKeysClaimed = (items: readonly Record<string, unknown>[]): boolean => {
  const mark = keysMarkOf(items.find(({ sk }) => sk === keysMarkKey.sk));
  return mark ? everyShard.every((shard) => mark.done.includes(shard)) : items.length === 0;
};

/** The keys of the items that this is told by. */
export const keysStateKeys = [keysMarkKey, policyMarkKey, formerPolicyMarkKey];

/** Once everybody has their claims, it stays so. */
const claimed = new WeakMap<DynamoDBDocumentClient, Set<string>>();

/** Whether everybody of a table has the claims on their keys; asked until it is so. */
export const readAreKeysClaimed = async (client: DynamoDBDocumentClient, table: string): Promise<boolean> => {
  if (claimed.get(client)?.has(table)) return true;
  const items = await readItems(client, table, keysStateKeys);
  const areClaimed = areKeysClaimed(items);
  if (areClaimed && items.length > 0) claimed.set(client, new Set([...(claimed.get(client) ?? []), table]));
  return areClaimed;
};

/** The port in DynamoDB. A claim is a transaction with a condition on the person: four write units. */
export const earlierKeys = (client: DynamoDBDocumentClient, table: string): EarlierKeys => ({
  read: async () => keysMarkOf((await readItems(client, table, [keysMarkKey]))[0]),
  begin: async (since, done) => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keysMarkKey,
        UpdateExpression: `SET since = if_not_exists(since, :since)${done.length > 0 ? ' ADD done :done' : ''}`,
        ExpressionAttributeValues: { ':since': since, ...(done.length > 0 && { ':done': new Set(done) }) },
      }),
    );
  },
  finish: async (shard) => {
    await client.send(
      new UpdateCommand({
        TableName: table,
        Key: keysMarkKey,
        UpdateExpression: 'ADD done :shards',
        ExpressionAttributeValues: { ':shards': new Set([shard]) },
      }),
    );
  },
  unclaimed: async (people) => {
    const holders = keyHolders(client, table);
    const open = new Set<string>();
    const keys = people.flatMap((person) => keptKeys(person).map(({ source, key }) => ({ person, source, key })));
    for (const source of new Set(keys.map((one) => one.source))) {
      const own = keys.filter((one) => one.source === source);
      const found = await holders(
        source,
        own.map(({ key }) => key),
      );
      for (const { key, person } of own) if (!found.get(key)?.includes(person.id)) open.add(person.id);
    }
    return people.filter(({ id }) => open.has(id));
  },
  claim: async (person) => {
    const unchanged = {
      ConditionCheck: {
        TableName: table,
        Key: personKey(person.id),
        ConditionExpression: '#version = :version',
        ExpressionAttributeNames: { '#version': 'version' },
        ExpressionAttributeValues: { ':version': person.version },
      },
    };
    const losses = await runWithKeys(client, table, [{ action: unchanged, meaning: { person } }], keptKeys(person));
    return losses === undefined;
  },
});
