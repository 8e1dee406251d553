/** How people, names and licences lie in the Directory table. */
import { hash } from 'node:crypto';
import type { Application } from '../domain/application.ts';
import type { AuditEntry, AuditTarget } from '../domain/audit.ts';
import type { Sku } from '../domain/licences.ts';
import { nextDue } from '../domain/next-due.ts';
import type { Person } from '../domain/person.ts';
import { type RoleName, roleIds } from '../domain/roles.ts';
import { canonicalUserName } from '../domain/user-name.ts';
import type { Policy } from '../policy.ts';

/** Partitions over which names, and due moments, are spread: 16 times DynamoDB's 1,000 writes a second of one. */
export const shards = 16;

/** The partition of a user name: it follows from the name, so that a claim is found and is unique. */
const nameShard = (canonical: string): number => (hash('sha256', canonical, 'buffer')[0] ?? 0) % shards;

/** The partition of a person's due moment; ids are spread evenly already. */
const dueShard = (id: string): number => Number.parseInt(id.charAt(0), 16);

export const personKey = (id: string) => ({ pk: `USER#${id}`, sk: 'USER' });
export const nameKey = (userName: string) => {
  const canonical = canonicalUserName(userName);
  return { pk: namePartition(nameShard(canonical)), sk: canonical };
};
export const namePartition = (shard: number) => `NAME#${shard}`;
export const duePartition = (shard: number) => `DUE#${shard}`;
export const skuKey = (skuId: string) => ({ pk: `SKU#${skuId}`, sk: 'SKU' });
/** All licences by part number: the list of them, and what makes part numbers unique. */
export const catalogueKey = (skuPartNumber: string) => ({ pk: 'SKUS', sk: skuPartNumber.toUpperCase() });
export const waitingKey = (skuId: string, place: string) => ({ pk: `SKU#${skuId}`, sk: `WAIT#${place}` });
/** The members of a role. */
export const rolePartition = (role: RoleName) => `ROLE#${roleIds[role]}`;
export const memberKey = (role: RoleName, id: string) => ({ pk: rolePartition(role), sk: `MEMBER#${id}` });
/** The number of people who can act as Global Administrator. */
export const administratorsKey = { pk: rolePartition('Global Administrator'), sk: 'ENABLED' };
/** The deleted, sorted by the name that they had. */
export const deletedPartition = (shard: number) => `DELETED#${shard}`;
export const deletedKey = ({ id, userPrincipalName }: Person) => ({
  pk: deletedPartition(dueShard(id)),
  sk: `${canonicalUserName(userPrincipalName)}#${id}`,
});

export const applicationKey = (id: string) => ({ pk: `APPLICATION#${id}`, sk: 'APPLICATION' });
/** All applications, in the order of their creation. */
export const applicationListKey = ({ id, createdDateTime }: Pick<Application, 'id' | 'createdDateTime'>) => ({
  pk: 'APPLICATIONS',
  sk: `${createdDateTime}#${id}`,
});

/** Partitions in which a target's audit entries lie. */
const auditPartitions = {
  User: 'USER',
  Application: 'APPLICATION',
  SubscribedSku: 'SKU',
  Domain: 'DOMAIN',
  Organization: 'ORGANIZATION',
} as const satisfies Record<AuditTarget['type'], string>;

export const auditPartition = ({ type, id }: Pick<AuditTarget, 'type' | 'id'>) => `${auditPartitions[type]}#${id}`;

/** An audit entry as an item. */
export const auditItem = (entry: AuditEntry): Record<string, unknown> => ({
  pk: auditPartition(entry.target),
  sk: `AUDIT#${entry.activityDateTime}#${entry.id}`,
  ...entry,
});

/** A person as an item: the due index's keys are computed here and nowhere else, so that it cannot disagree. */
export const personItem = (person: Person, policy: Policy): Record<string, unknown> => {
  const due = nextDue(person, policy);
  return {
    ...personKey(person.id),
    ...person,
    ...(due && { dueShard: duePartition(dueShard(person.id)), dueAt: `${due}#${person.id}` }),
  };
};

/** The person in an item. */
export const personOf = (item: Record<string, unknown>): Person => {
  const { pk: _pk, sk: _sk, dueShard: _shard, dueAt: _at, ...person } = item;
  return person as Person;
};

/** The licence in an item. */
export const skuOf = ({ pk: _pk, sk: _sk, ...sku }: Record<string, unknown>): Sku => sku as Sku;
