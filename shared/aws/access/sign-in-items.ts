/**
 * Sign-ins as items of the Directory table: those of a person or application lie together, and all are found by time in
 * the index `audits`, in partitions of their own. A session costs 5 write units where its token alone cost 1: 4 for the
 * two items in one transaction, 1 for the index. A refused sign-in costs 2, and 1 where it is only counted.
 */
import { hash } from 'node:crypto';
import { quarterOf, type SignInRecord, signInPlace } from '../../domain/passwords/sign-in-record.ts';
import type { Policy } from '../../domain/policy.ts';
import { addDays, epochSeconds } from '../../domain/time.ts';
import { shardOf, uuidFrom } from '../../domain/uuid.ts';
import { directoryIndexKinds, directoryKinds } from '../item-kinds.ts';

type Item = Record<string, unknown>;

/** The sign-ins of a person or application; those with names that nobody has lie in one. */
export const signInsPartition = (subjectId = 'nobody') => `${directoryKinds.signIns}${subjectId}`;

/** All sign-ins by time, in the index `audits`. */
export const signInsByTime = (shard: number) => `${directoryIndexKinds.audits}SIGNINS#${shard}`;

/** What every sign-in's item has beside what is told of it. */
const placeOf = (record: SignInRecord, days: number): Item => ({
  pk: signInsPartition(record.subject?.id),
  sk: signInPlace(record),
  auditShard: signInsByTime(shardOf(record.id)),
  auditAt: signInPlace(record),
  expiresAt: epochSeconds(addDays(record.createdDateTime, days)),
});

/** A sign-in as an item. */
export const signInItem = (record: SignInRecord, { signInLogDays }: Pick<Policy, 'signInLogDays'>): Item => ({
  ...record,
  ...placeOf(record, signInLogDays),
});

/** The sign-in in an item. */
export const signInOf = (item: Item): SignInRecord => {
  const { pk: _pk, sk: _sk, auditShard: _shard, auditAt: _at, expiresAt: _ttl, ...record } = item;
  return record as SignInRecord;
};

/** The record in which a sign-in is counted: its id follows from what is counted together. */
export const countedSignIn = (one: Omit<SignInRecord, 'id' | 'count'>): SignInRecord => {
  const createdDateTime = quarterOf(one.createdDateTime);
  const id = uuidFrom(hash('sha256', [one.subject?.id, one.outcome, createdDateTime].join('\n')));
  return { ...one, id, createdDateTime };
};
