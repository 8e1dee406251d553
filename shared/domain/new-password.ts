/** What a new password settles, and what it owes. */
import type { Policy } from '../policy.ts';
import { retryMoment } from './due-steps.ts';
import { temporaryEnd } from './new-person.ts';
import type { CredentialMail, OwedNotice, Password, Person, Sessions } from './person.ts';
import type { Instant } from './time.ts';

/** Mails about the old password: they would say what is no longer true. */
const ofOldPassword: ReadonlySet<OwedNotice['kind']> = new Set([
  'passwordWarning',
  'passwordExpired',
  'temporaryPasswordLapsed',
]);

/** Ends all sessions that there are; those that begin from now on are good. */
export const withoutSessions = (person: Person, now: Instant): Person => ({
  ...person,
  sessions: nextSessions(person, now),
});

const nextSessions = ({ sessions }: Person, now: Instant): Sessions => ({
  generation: (sessions?.generation ?? 0) + 1,
  validFromDateTime: now,
});

/** The person with a password of their own choice: nothing is owed or overdue for the old one, and its sessions end. */
export const withOwnPassword = (person: Person, hash: string, now: Instant): Person => {
  const { leaseUntil: _lease, retryAt: _retry, ...mail } = person.credentialMail;
  return {
    ...replaced(person, { source: 'chosen', hash, changedDateTime: now, mustChange: false }, now),
    // They have signed in with the old one: whatever still waits to bring it would come too late.
    credentialMail: { ...mail, state: 'sent', sentDateTime: mail.sentDateTime ?? now },
  };
};

/**
 * How a password is reset: `mail` a generated one, minted when it is mailed (none works until then); `show` a generated
 * one that is shown to the administrator; `choose` one that the administrator chose, which no mail repeats.
 */
export type Reset =
  | { kind: 'mail'; to: string[] }
  | { kind: 'show'; hash: string }
  | { kind: 'choose'; to: string[]; hash: string };

/** The person with a password that an administrator gave: it must be changed at the next sign-in, and sessions end. */
export const withResetPassword = (person: Person, reset: Reset, policy: Policy, now: Instant): Person => {
  const password: Password = {
    source: reset.kind === 'choose' ? 'chosen' : 'generated',
    ...(reset.kind !== 'mail' && { hash: reset.hash }),
    changedDateTime: now,
    mustChange: true,
    ...(reset.kind === 'show' && { temporaryUntil: temporaryEnd(policy, now) }),
  };
  return { ...replaced(person, password, now), credentialMail: mailAfter(person, reset, policy, now) };
};

/** Numbered on, so that a delivery which still mails the old password cannot mark the new mail; its lease is waited for. */
const mailAfter = ({ credentialMail }: Person, reset: Reset, policy: Policy, now: Instant): CredentialMail => {
  const { attempt, leaseUntil } = credentialMail;
  const fresh = { attempt: attempt + 1, retries: 0 };
  if (reset.kind === 'show') return { ...fresh, state: 'sent', to: [], sentDateTime: now };
  const lease = leaseUntil && leaseUntil > now ? { leaseUntil } : {};
  return { ...fresh, state: 'owed', to: reset.to, retryAt: retryMoment(0, policy, now), ...lease };
};

const replaced = (person: Person, password: Password, now: Instant): Person => {
  const previousHash = person.password.hash ?? person.password.previousHash;
  return {
    ...withoutSessions(person, now),
    password: { ...password, ...(previousHash && { previousHash }) },
    owedNotices: person.owedNotices.filter(({ kind }) => !ofOldPassword.has(kind)),
  };
};
