/** What is put on record of sign-ins, and who is told when a name is locked until a reset. */
import { randomUUID } from 'node:crypto';
import { pendingNotice } from '../../domain/outbox.ts';
import type { SignInAttempts } from '../../domain/passwords/lockout.ts';
import {
  recordedOneByOne,
  type SignInOutcome,
  type SignInRecord,
  type SignInSource,
} from '../../domain/passwords/sign-in-record.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import type { SignInLog } from '../access/sign-in-log.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';

/** The record of a person who signs in now. */
export const signInOf = (person: Person, outcome: SignInOutcome, source: SignInSource, now: Instant): SignInRecord => ({
  id: randomUUID(),
  createdDateTime: now,
  outcome,
  subject: { kind: 'person', id: person.id, displayName: person.displayName, principalName: person.userPrincipalName },
  source,
});

/**
 * Puts a refused sign-in on record: one by one up to `recordedOneByOne` in a row, then as a count, but for the one that
 * locks until a reset. Of a name that nobody has there is the count alone: people type passwords there.
 */
export const recordRefused = async (
  { person, outcome, source, after }: Refused,
  { signIns, now }: { signIns: Pick<SignInLog, 'record' | 'count'>; now: () => Instant },
): Promise<void> => {
  const at = now();
  if (!person) return signIns.count({ createdDateTime: at, outcome: 'UserUnknown' });
  const { lockedUntil, lockedOutAt, onRecord = 0 } = after;
  const record = {
    ...signInOf(person, lockedOutAt ? 'SignInLocked' : outcome, source, at),
    ...(lockedUntil && lockedUntil > at && { lockedUntil }),
  };
  return lockedOutAt || onRecord <= recordedOneByOne ? signIns.record(record) : signIns.count(record);
};

/** A refused sign-in, and the count after it. */
export type Refused = {
  person: Person | undefined;
  outcome: SignInOutcome;
  source: SignInSource;
  after: SignInAttempts;
};

/** Owes person and administrators a notice that only a reset helps; once, while it is owed. */
export const noticeOfLock = async (
  person: Person | undefined,
  at: Instant,
  { directory, policy }: { directory: Pick<Directory, 'readPeople' | 'changePeople'>; policy: Policy },
): Promise<void> => {
  if (!person) return;
  const notice = pendingNotice({ kind: 'signInLocked', lockedAt: at }, policy, at);
  const change = (one: Person) =>
    one.deleted || one.pendingNotices.some(({ kind }) => kind === 'signInLocked')
      ? undefined
      : { ...one, pendingNotices: [...one.pendingNotices, { ...notice, retryAt: at }] };
  await changeAsSeen([person], change, directory);
};
