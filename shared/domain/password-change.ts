/** A password takes the place of another one: by a reset, at a restore, or by the person's own choice. */
import type { Policy } from '../policy.ts';
import { retryMoment } from './due-steps.ts';
import { temporaryEnd } from './new-person.ts';
import type { CredentialMail, Notice, Password, Person } from './person.ts';
import { revokedSessions } from './sessions.ts';
import type { Instant } from './time.ts';

/** The password that comes, and when. */
export type NewPassword = {
  /** Hash of a chosen one; absent when Muster is to make one, which is minted and mailed by send-credentials. */
  hash?: string;
  /** Whether it is to be changed at the next sign-in, and so works for some days only. */
  mustChange: boolean;
  /** The person chose it: a credential mail that is still owed has nothing to bring any more. */
  isOwn?: boolean;
  /** Addresses for the mail of one that Muster makes; absent means the usual ones. */
  sendTo?: readonly string[];
  now: Instant;
  policy: Policy;
};

/** What is owed to be said of a password, and is not true any more of the next. */
const ofPasswords: ReadonlySet<Notice['kind']> = new Set([
  'passwordWarning',
  'passwordExpired',
  'temporaryPasswordLapsed',
]);

/**
 * The person with a new password: its days begin now, the present one is remembered as the last, and every session ends.
 * One that Muster makes has no hash before its mail, so from here on nothing opens the account until that is sent.
 */
export const withNewPassword = (person: Person, fresh: NewPassword): Person => ({
  ...person,
  password: passwordAfter(person.password, fresh),
  credentialMail: mailAfter(person.credentialMail, fresh),
  owedNotices: person.owedNotices.filter(({ kind }) => !ofPasswords.has(kind)),
  sessions: revokedSessions(person, fresh.now),
});

const passwordAfter = (present: Password, { hash, mustChange, now, policy }: NewPassword): Password => {
  const previousHash = present.hash ?? present.previousHash;
  return {
    source: hash === undefined ? 'generated' : 'chosen',
    ...(hash !== undefined && { hash }),
    changedDateTime: now,
    mustChange,
    ...(hash !== undefined && mustChange && { temporaryUntil: temporaryEnd(policy, now) }),
    ...(previousHash !== undefined && { previousHash }),
  };
};

/** The number of the try rises: whoever has the mail of the former password in hand may not mark this one as sent. */
const mailAfter = (mail: CredentialMail, { hash, isOwn, sendTo = [], now, policy }: NewPassword): CredentialMail => {
  const attempt = mail.attempt + 1;
  if (hash === undefined) {
    return { state: 'owed', to: [...sendTo], attempt, retries: 0, retryAt: retryMoment(0, policy, now) };
  }
  if (mail.state === 'sent') return mail;
  const { leaseUntil: _lease, ...unleased } = mail;
  if (!isOwn) return { ...unleased, attempt };
  const { retryAt: _retry, ...settled } = unleased;
  return { ...settled, attempt, state: 'sent', sentDateTime: now };
};

/** The person who must, or need not, change the present password at the next sign-in. */
export const withMustChange = (person: Person, mustChange: boolean): Person => {
  const { temporaryUntil, ...password } = person.password;
  const keepsEnd = mustChange && temporaryUntil !== undefined;
  return { ...person, password: { ...password, mustChange, ...(keepsEnd && { temporaryUntil }) } };
};
