/**
 * Audit entries in the Directory table. Those of a target lie together, in a partition where functions may put and do
 * nothing else, and those of earlier releases beside the target; those of an actor, and all of them, are found by
 * two sparse indexes of keys whose partitions are merged. An entry below 1 KB costs 4 write units where it cost 2 without
 * them: 2 in its transaction, 1 for each index. Their keys add 200 bytes to it, which is 2 more units where that begins
 * another KB. Whatever writes no entry, such as an import, pays nothing.
 */

import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { AuditTarget } from '../domain/audit.ts';
import { everyShard, shards } from '../domain/uuid.ts';
import type { Audits, AuditsOf } from '../work/audit/audits.ts';
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
import { newestPage, type Spread } from './dynamodb/newest-page.ts';

/** Of these, earlier releases wrote entries, beside what they tell of. */
const formerTypes: readonly AuditTarget['type'][] = [
  ...(['User', 'Application', 'SubscribedSku', 'Domain', 'Organization'] as const),
];
const targetTypes: readonly AuditTarget['type'][] = [...formerTypes, 'UserTemplate', 'Import', 'Token'];

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
  page: async ({ of, ...range }) => {
    const { items, next } = await newestPage(client, table, spreadOf(of), range);
    return { entries: items.map(auditEntryOf), ...(next !== undefined && { next }) };
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
