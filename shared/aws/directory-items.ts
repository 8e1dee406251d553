/** Where people, names and licences lie in the Directory table, and how all but people do. */
import { hash } from 'node:crypto';
import type { Application } from '../domain/access/application.ts';
import { type RoleName, roleIds } from '../domain/access/roles.ts';
import { type AuditEntry, type AuditTarget, auditPlace } from '../domain/audit.ts';
import type { Sku } from '../domain/licences/licences.ts';
import type { ServicePlan } from '../domain/licences/service-plans.ts';
import type { KeySource, SourceKey } from '../domain/people/source-keys.ts';
import type { Person } from '../domain/person.ts';
import type { Policy } from '../domain/policy.ts';
import { addDays, epochSeconds } from '../domain/time.ts';
import { canonicalUserName } from '../domain/user-name.ts';
import { shardOf, shards } from '../domain/uuid.ts';
import { directoryIndexKinds, directoryKinds } from './item-kinds.ts';

/** The shard of a name or key: it follows from that, so that a claim is found and is unique. */
const nameShard = (canonical: string): number => (hash('sha256', canonical, 'buffer')[0] ?? 0) % shards;

const { people: personPrefix } = directoryKinds;
export const personKey = (id: string) => ({ pk: `${personPrefix}${id}`, sk: 'USER' });
/** The person whose key it is. */
export const idOfPersonKey = (pk: string): string => pk.slice(personPrefix.length);
export const nameKey = (userName: string) => {
  const canonical = canonicalUserName(userName);
  return { pk: namePartition(nameShard(canonical)), sk: canonical };
};
/** Claims on keys of a source, sorted by key. */
export const keyPartition = (source: KeySource, shard: number) => `${directoryKinds.keys}${source}#${shard}`;
/** The claim on a key of a source: it holds the ids of whoever has it. */
export const sourceKeyKey = ({ source, key }: SourceKey) => ({
  pk: keyPartition(source, nameShard(key)),
  sk: key,
});
export const namePartition = (shard: number) => `${directoryKinds.names}${shard}`;
/** People who are not deleted in the index `people`, sorted by display name. */
export const listPartition = (shard: number) => `${directoryIndexKinds.people}${shard}`;
export const duePartition = (shard: number) => `${directoryIndexKinds.due}${shard}`;
export const skuKey = (skuId: string) => ({ pk: `${directoryKinds.licences}${skuId}`, sk: 'SKU' });
/** A licence's service plans, beside it: seats are written for each person, and each write is billed by the item's size. */
export const plansKey = (skuId: string) => ({ pk: `${directoryKinds.licences}${skuId}`, sk: 'PLANS' });
/** All licences by part number: the list of them, and what makes part numbers unique. */
export const catalogueKey = (skuPartNumber: string) => ({
  pk: directoryKinds.catalogue,
  sk: skuPartNumber.toUpperCase(),
});
/** What changes with every licence that is set, and with nothing else. No part number has a `#`. */
export const catalogueMarkKey = { pk: directoryKinds.catalogue, sk: '#MARK' };
export const waitingKey = (skuId: string, place: string) => ({
  pk: `${directoryKinds.licences}${skuId}`,
  sk: `WAIT#${place}`,
});
/** The members of a role. Only functions that give roles may put them, and no role counts without. */
export const rolePartition = (role: RoleName) => `${directoryKinds.members}${roleIds[role]}`;
export const memberKey = (role: RoleName, id: string) => ({ pk: rolePartition(role), sk: `MEMBER#${id}` });
/** The deleted, sorted by the name that they had. */
export const deletedPartition = (shard: number) => `${directoryKinds.deleted}${shard}`;
export const deletedKey = ({ id, userPrincipalName }: Person) => ({
  pk: deletedPartition(shardOf(id)),
  sk: `${canonicalUserName(userPrincipalName)}#${id}`,
});

export const applicationKey = (id: string) => ({ pk: `${directoryKinds.applications}${id}`, sk: 'APPLICATION' });
/** All applications, in the order of their creation. */
export const applicationListKey = ({ id, createdDateTime }: Pick<Application, 'id' | 'createdDateTime'>) => ({
  pk: directoryKinds.applicationList,
  sk: `${createdDateTime}#${id}`,
});

/** What the partitions of a target's entries are called. */
const auditPartitions = {
  User: directoryKinds.people,
  Application: directoryKinds.applications,
  SubscribedSku: directoryKinds.licences,
  Domain: directoryKinds.auditsOfDomains,
  Organization: directoryKinds.auditsOfOrganization,
  UserTemplate: 'TEMPLATE#',
  Import: 'IMPORT#',
  // Not with the tokens themselves: whoever may write there may be anybody.
  Token: 'OPERATOR#',
} as const satisfies Record<AuditTarget['type'], string>;

type Target = Pick<AuditTarget, 'type' | 'id'>;

/** A target's entries lie in a partition of their own, in which functions may put and do nothing else. */
export const auditPartition = ({ type, id }: Target) => `${directoryKinds.audits}${auditPartitions[type]}${id}`;
/** Where earlier releases put them: beside the target itself. */
export const formerAuditPartition = ({ type, id }: Target) => `${auditPartitions[type]}${id}`;

/** What the sort key of every audit entry begins with. */
export const auditPrefix = 'AUDIT#';

/** The key of an audit entry: its target, and its place in time. */
export const auditKey = (target: Target, place: string) => ({
  pk: auditPartition(target),
  sk: `${auditPrefix}${place}`,
});
/** The key that an entry of an earlier release has. */
export const formerAuditKey = (target: Target, place: string) => ({
  ...auditKey(target, place),
  pk: formerAuditPartition(target),
});
/** All entries by time: the index `audits`. */
export const auditsPartition = (shard: number) => `${directoryIndexKinds.audits}${shard}`;
/** The entries of an actor by time: the index `actors`. */
export const actorPartition = (actorId: string, shard: number) => `${directoryIndexKinds.actors}${actorId}#${shard}`;

/**
 * Partitions over which an actor's entries are spread. Muster itself may write thousands a second when a whole company's
 * passwords expire; nobody else needs more than four times what one partition takes.
 */
export const actorShards = { system: shards, other: 4 } as const;

/** An audit entry as an item: the only kind that carries the keys of the indexes `audits` and `actors`. */
export const auditItem = (entry: AuditEntry, { auditDays }: Pick<Policy, 'auditDays'>): Record<string, unknown> => {
  const place = auditPlace(entry);
  const { kind, id } = entry.initiatedBy;
  const shard = shardOf(entry.id);
  return {
    ...auditKey(entry.target, place),
    ...entry,
    auditShard: auditsPartition(shard),
    actorShard: actorPartition(id, shard % (kind === 'system' ? actorShards.system : actorShards.other)),
    auditAt: place,
    expiresAt: epochSeconds(addDays(entry.activityDateTime, auditDays)),
  };
};

/** The audit entry in an item. */
export const auditEntryOf = (item: Record<string, unknown>): AuditEntry => {
  const { pk: _pk, sk: _sk, auditShard: _shard, actorShard: _actor, auditAt: _at, expiresAt: _ttl, ...entry } = item;
  return entry as AuditEntry;
};

/** The licence in an item. */
export const skuOf = ({ pk: _pk, sk: _sk, ...sku }: Record<string, unknown>): Sku => sku as Sku;

/** The service plans in an item; their properties in one order, so that equal ones read as equal text. */
export const plansOf = (item: Record<string, unknown> | undefined): ServicePlan[] =>
  ((item?.servicePlans ?? []) as ServicePlan[]).map(({ servicePlanId, servicePlanName, appliesTo }) => ({
    servicePlanId,
    servicePlanName,
    appliesTo,
  }));

/** Names of the tables that a transaction may span. */
export type Tables = { directory: string; imports?: string };
