/** A password takes the place of another one: by a reset, at a restore, or by the person's own choice. */
import { retryMoment } from '../outbox.ts';
import type { CredentialMail, Notice, Password, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { temporaryEnd } from './password-terms.ts';
import { revokedSessions } from './sessions.ts';

/**
 * The password that comes: `minted` by Muster when it is mailed, so that none works until then; `shown` to the
 * administrator, who has it made; `chosen` by an administrator, who passes it on, with a mail that says so where `sendTo`
 * asks for one; `own`, chosen by the person.
 */
export type NewPassword = (
  | { kind: 'minted'; sendTo?: readonly string[] }
  | { kind: 'shown'; hash: string }
  | { kind: 'chosen'; hash: string; mustChange: boolean; sendTo?: readonly string[] }
  | { kind: 'own'; hash: string }
) & { now: Instant; policy: Policy };

/** What is owed to be said of a password, and is not true any more of the next. */
const ofPasswords: ReadonlySet<Notice['kind']> = new Set([
  'passwordWarning',
  'passwordExpired',
  'temporaryPasswordLapsed',
  'signInLocked',
  'credentialsBounced',
]);

/** The person with a new password: its days begin now, the present one is remembered as the last, and every session ends. */
export const withNewPassword = (person: Person, fresh: NewPassword): Person => ({
  ...person,
  password: passwordAfter(person.password, fresh),
  credentialMail: mailAfter(person.credentialMail, fresh),
  pendingNotices: person.pendingNotices.filter(({ kind }) => !ofPasswords.has(kind)),
  sessions: revokedSessions(person, fresh.now),
});

const passwordAfter = (present: Password, fresh: NewPassword): Password => {
  const { kind, now, policy } = fresh;
  const mustChange = kind === 'chosen' ? fresh.mustChange : kind !== 'own';
  // One that is mailed of begins its days with the mail.
  const isHandedOver = kind === 'shown' || (kind === 'chosen' && fresh.sendTo === undefined);
  const previousHash = present.hash ?? present.previousHash;
  return {
    source: kind === 'chosen' || kind === 'own' ? 'chosen' : 'generated',
    ...(kind !== 'minted' && { hash: fresh.hash }),
    changedDateTime: now,
    mustChange,
    ...(mustChange && isHandedOver && { temporaryUntil: temporaryEnd(policy, now) }),
    ...(previousHash !== undefined && { previousHash }),
  };
};

/**
 * The number of the try rises, so that a delivery which has the mail of the former password in hand cannot mark this one
 * as sent; its lease is waited for, so that the last mail is that of the newest password.
 */
const mailAfter = (mail: CredentialMail, fresh: NewPassword): CredentialMail => {
  const { now, policy } = fresh;
  const attempt = mail.attempt + 1;
  const lease = mail.leaseUntil && mail.leaseUntil > now ? { leaseUntil: mail.leaseUntil } : {};
  switch (fresh.kind) {
    case 'shown':
      return { state: 'sent', to: [], attempt, retries: 0, sentDateTime: now };
    case 'own':
      // They have signed in with the former one: whatever still waits to bring it would come too late.
      return mail.state === 'sent' ? mail : { state: 'sent', to: mail.to, attempt, retries: 0, sentDateTime: now };
    case 'chosen':
      if (fresh.sendTo === undefined) return mail.state === 'sent' ? mail : { ...mail, attempt };
  }
  const to = [...(fresh.sendTo ?? [])];
  return { state: 'owed', to, attempt, retries: 0, retryAt: retryMoment(0, policy, now), ...lease };
};

/** The person who must, or need not, change the present password at the next sign-in. */
export const withMustChange = (person: Person, mustChange: boolean): Person => {
  const { temporaryUntil, ...password } = person.password;
  const keepsEnd = mustChange && temporaryUntil !== undefined;
  return { ...person, password: { ...password, mustChange, ...(keepsEnd && { temporaryUntil }) } };
};
