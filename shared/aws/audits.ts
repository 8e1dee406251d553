/**
 * Audit entries in the Directory table. Those of a target lie together, in a partition where functions may put and do
 * nothing else, and those of earlier releases beside the target; those of an actor, and all of them, are found by
 * two sparse indexes of keys whose partitions are merged. An entry below 1 KB costs 4 write units where it cost 2 without
 * them: 2 in its transaction, 1 for each index. Their keys add 200 bytes to it, which is 2 more units where that begins
 * another KB. Whatever writes no entry, such as an import, pays nothing.
 */

import { type DynamoDBDocumentClient, QueryCommand } from '@aws-sdk/lib-dynamodb';
import type { AuditEntry, AuditTarget } from '../domain/audit.ts';
import { everyShard, shards } from '../domain/uuid.ts';
import type { AuditRange, Audits, AuditsOf } from '../work/audit/audits.ts';
import {
  actorPartition,
  actorShards,
  auditEntryOf,
  auditKey,
  auditPartition,
  auditPrefix,
  auditsPartition,
  formerAuditKey,
  formerAuditPartition,
} from './directory-items.ts';
import { readItems } from './dynamodb/document-client.ts';
import { type KeyRange, mergedPartitions, shareOf } from './dynamodb/merged-partitions.ts';

/** Of these, earlier releases wrote entries, beside what they tell of. */
const formerTypes: readonly AuditTarget['type'][] = [
  ...(['User', 'Application', 'SubscribedSku', 'Domain', 'Organization'] as const),
];
const targetTypes: readonly AuditTarget['type'][] = [...formerTypes, 'Import', 'Token'];

/** The partitions in which entries are, how many of them hold the bulk, and the names of their keys. */
type Spread = { index?: string; pk: string; sk: string; prefix: string; partitions: string[]; full: number };

const spreadOf = (of: AuditsOf): Spread => {
  switch (of.kind) {
    case 'target': {
      const { id } = of;
      const partitions = [
        ...targetTypes.map((type) => auditPartition({ type, id })),
        ...formerTypes.map((type) => formerAuditPartition({ type, id })),
      ];
      return { pk: 'pk', sk: 'sk', prefix: auditPrefix, partitions, full: 1 };
    }
    case 'everything': {
      const partitions = everyShard.map(auditsPartition);
      return { index: 'audits', pk: 'auditShard', sk: 'auditAt', prefix: '', partitions, full: shards };
    }
    case 'user':
    case 'app': {
      // An application spreads over as many as a person; Muster itself, which is one by name, over more.
      const count = of.kind === 'user' ? actorShards.other : actorShards.system;
      const partitions = everyShard.slice(0, count).map((shard) => actorPartition(of.id, shard));
      return { index: 'actors', pk: 'actorShard', sk: 'auditAt', prefix: '', partitions, full: actorShards.other };
    }
  }
};

/** The audit in DynamoDB. A page of 100 takes 17 requests at most, one of a target's entries 12. */
export const audits = (client: DynamoDBDocumentClient, table: string): Audits => ({
  page: async ({ of, top, ...range }) => {
    const spread = spreadOf(of);
    // Of a target's, all that is asked for lies in one partition; one more is the range's end.
    const share = spread.full === 1 ? top + 1 : shareOf(top, spread.full);
    const { items, end } = await mergedPartitions(
      spread.partitions,
      (partition) => entriesIn(client, table, { spread, partition, range, most: share }),
      ({ place }) => place,
      { descending: true },
    );
    const page = items.slice(0, top);
    const last = page.at(-1)?.place;
    const more = end !== undefined || page.length < items.length;
    return { entries: await wholeEntries(client, table, spread, page), ...(more && last && { next: last }) };
  },
  read: async ({ target, place }) => {
    const former = formerTypes.includes(target.type) ? [formerAuditKey(target, place)] : [];
    const [item] = await readItems(client, table, [auditKey(target, place), ...former]);
    return item && auditEntryOf(item);
  },
  readEach: async (addresses) => {
    const keys = addresses.map(({ target, place }) => auditKey(target, place));
    return (await readItems(client, table, keys)).map(auditEntryOf);
  },
});

type Found = { place: string; item: Record<string, unknown> };

const entriesIn = async (
  client: DynamoDBDocumentClient,
  table: string,
  { spread, partition, range, most }: { spread: Spread; partition: string; range: AuditRange; most: number },
): Promise<KeyRange<Found>> => {
  const { index, pk, sk, prefix } = spread;
  const { Items = [], LastEvaluatedKey } = await client.send(
    new QueryCommand({
      TableName: table,
      ...(index ? { IndexName: index } : { ConsistentRead: true }),
      KeyConditionExpression: '#pk = :pk AND #sk BETWEEN :from AND :before',
      ExpressionAttributeNames: { '#pk': pk, '#sk': sk },
      ExpressionAttributeValues: {
        ':pk': partition,
        ':from': prefix + range.from,
        ':before': prefix + range.before,
      },
      ScanIndexForward: false,
      Limit: most,
    }),
  );
  const found = Items.map((item) => ({ place: String(item[sk]).slice(prefix.length), item }));
  // BETWEEN takes in its end, which is where the page before this one ended.
  const items = found.filter(({ place }) => place < range.before);
  return { items, ...(LastEvaluatedKey && { cutAt: items.at(-1)?.place ?? '' }) };
};

/** An index holds keys alone: the entries are read by them. One that expired meanwhile is left out. */
const wholeEntries = async (
  client: DynamoDBDocumentClient,
  table: string,
  { index }: Spread,
  page: readonly Found[],
): Promise<AuditEntry[]> => {
  if (!index) return page.map(({ item }) => auditEntryOf(item));
  const keys = page.map(({ item }) => ({ pk: String(item.pk), sk: String(item.sk) }));
  const items = await readItems(client, table, keys);
  const byKey = new Map(items.map((item) => [`${item.pk}\n${item.sk}`, auditEntryOf(item)]));
  return keys.flatMap(({ pk, sk }) => byKey.get(`${pk}\n${sk}`) ?? []);
};
