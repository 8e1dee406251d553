/** What is gathered for administrators, in the Directory table: an item for each kind, and a mark for each thing. */
import { type DynamoDBDocumentClient, GetCommand, paginateQuery } from '@aws-sdk/lib-dynamodb';
import type { Digest, DigestKind } from '../domain/digests/digest.ts';
import { addDays, epochSeconds, type Instant } from '../domain/time.ts';
import type { Digests } from '../work/digests/digests.ts';
import { transact } from './dynamodb/transact.ts';
import { directoryKinds } from './item-kinds.ts';

/** Days that it is kept what was told: longer than any message lives, its days among the dead letters included. */
const keptDays = 45;

const keyOf = (kind: DigestKind) => ({ pk: directoryKinds.digests, sk: kind });
/** Each in a partition of its own: there may be a great many. */
const markKey = (kind: DigestKind, id: string) => ({ pk: `${directoryKinds.gathered}${kind}#${id}`, sk: 'GATHERED' });

/** The digest in an item. */
export const digestOf = ({ pk: _pk, sk, expiresAt: _ttl, ...digest }: Record<string, unknown>): Digest =>
  ({ ...digest, kind: sk }) as Digest;

/** The digests, read and written as of `now`. */
export const digests = (client: DynamoDBDocumentClient, table: string, now: () => Instant): Digests => {
  const isCurrent = ({ version }: Digest) =>
    version === 0
      ? { ConditionExpression: 'attribute_not_exists(pk)' }
      : {
          ConditionExpression: '#version = :version',
          ExpressionAttributeNames: { '#version': 'version' },
          ExpressionAttributeValues: { ':version': version },
        };
  return {
    read: async (kind) => {
      const { Item } = await client.send(new GetCommand({ TableName: table, Key: keyOf(kind), ConsistentRead: true }));
      return Item ? digestOf(Item) : { kind, version: 0 };
    },
    kinds: async () => {
      const pages = paginateQuery(
        { client },
        {
          TableName: table,
          KeyConditionExpression: 'pk = :pk',
          ExpressionAttributeValues: { ':pk': directoryKinds.digests },
          ProjectionExpression: 'sk',
          ConsistentRead: true,
        },
      );
      const kinds: DigestKind[] = [];
      for await (const { Items = [] } of pages) kinds.push(...Items.map(({ sk }) => sk));
      return kinds;
    },
    write: async (before, after, added = []) => {
      const { kind, ...digest } = after;
      const expiresAt = epochSeconds(addDays(now(), keptDays));
      const met = await transact(client, [
        { Put: { TableName: table, Item: { ...keyOf(kind), ...digest, expiresAt }, ...isCurrent(before) } },
        ...added.map((id) => ({
          Put: {
            TableName: table,
            Item: { ...markKey(kind, id), expiresAt },
            ConditionExpression: 'attribute_not_exists(pk)',
          },
        })),
      ]);
      if (!met) return 'written';
      const known = added.filter((_, index) => met[index + 1]?.isMet === false);
      return known.length > 0 ? { known } : 'lost';
    },
  };
};
