/** What happens to a person when its moment has come: the state that follows, and the mails that this owes. */

import { pendingNotice, retryMoment } from '../outbox.ts';
import { passwordTerms } from '../passwords/password-terms.ts';
import type { Notice, PendingNotice, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import { addDays, daysBetween, type Instant } from '../time.ts';
import { expiryAhead, graceEnd, purgeMoment } from './next-due.ts';

/** A person after its due steps. `sendCredentials` and `sendNotices` say which queue hears of it; `did` goes to the audit. */
export type DueSteps = { person: Person; did: Notice['kind'][]; sendCredentials: boolean; sendNotices: boolean };

/** Whether a person was deleted so long ago that it is now to be removed for good. */
export const isToBePurged = ({ deleted }: Person, policy: Policy, now: Instant): boolean =>
  deleted !== undefined && purgeMoment(deleted, policy) <= now;

/**
 * Takes every step of a person that is due at `now`, however late: the same result as taking each in its time, except
 * that a warning whose narrower successor is due too is given once. Undefined when nothing is due.
 */
export const takeDueSteps = (before: Person, policy: Policy, now: Instant): DueSteps | undefined => {
  // The deleted have one thing ahead, and that is no step: see `isToBePurged`.
  if (before.deleted) return undefined;
  const notices: Notice[] = [];
  let person = lapse(before, now, notices);
  person = agePassword(person, policy, now, notices);
  person = ageMailbox(person, policy, now, notices);
  const owed = notices.map((notice) => pendingNotice(notice, policy, now));
  const overdue = person.pendingNotices.some(({ retryAt }) => retryAt <= now);
  const waiting = person.pendingNotices.map((notice) =>
    notice.retryAt <= now ? postpone(notice, policy, now) : notice,
  );
  const { credentialMail } = person;
  const sendCredentials = credentialMail.state === 'owed' && (credentialMail.retryAt ?? now) <= now;
  if (notices.length === 0 && !overdue && !sendCredentials) return undefined;
  if (sendCredentials) {
    const retries = credentialMail.retries + 1;
    person = { ...person, credentialMail: { ...credentialMail, retries, retryAt: retryMoment(retries, policy, now) } };
  }
  return {
    person: { ...person, pendingNotices: [...waiting, ...owed] },
    did: notices.map(({ kind }) => kind),
    sendCredentials,
    sendNotices: overdue || owed.length > 0,
  };
};
const postpone = (notice: PendingNotice, policy: Policy, now: Instant): PendingNotice => ({
  ...notice,
  tries: notice.tries + 1,
  retryAt: retryMoment(notice.tries + 1, policy, now),
});

const lapse = (person: Person, now: Instant, notices: Notice[]): Person => {
  const { temporaryUntil, lapsed } = person.password;
  if (lapsed || !temporaryUntil || temporaryUntil > now) return person;
  notices.push({ kind: 'temporaryPasswordLapsed', lapsedAt: temporaryUntil });
  return { ...person, password: { ...person.password, lapsed: true } };
};

const agePassword = (person: Person, policy: Policy, now: Instant, notices: Notice[]): Person => {
  const expiresAt = expiryAhead(person, policy);
  if (!expiresAt) return person;
  if (expiresAt <= now) {
    notices.push({ kind: 'passwordExpired', expiredAt: expiresAt });
    return { ...person, password: { ...person.password, expired: true, mustChange: true } };
  }
  const days = dueWarning(expiresAt, passwordTerms(person, policy).warningDays, person.password.warnedDays, now);
  if (days === undefined) return person;
  // Of a window that was widened, or a sweep that comes late, fewer days are left than it is wide.
  notices.push({ kind: 'passwordWarning', days: daysBetween(now, expiresAt), expiresAt });
  return { ...person, password: { ...person.password, warnedDays: days } };
};

const ageMailbox = (person: Person, policy: Policy, now: Instant, notices: Notice[]): Person => {
  const disabledAt = graceEnd(person, policy);
  if (!disabledAt || !person.mailbox) return person;
  if (disabledAt <= now) {
    notices.push({ kind: 'mailboxDisabled', disabledAt });
    return { ...person, mailbox: { ...person.mailbox, state: 'disabled' } };
  }
  const days = dueWarning(disabledAt, policy.graceReminderDays, person.mailbox.remindedDays, now);
  if (days === undefined) return person;
  notices.push({ kind: 'graceReminder', days, disabledAt });
  return { ...person, mailbox: { ...person.mailbox, remindedDays: days } };
};

/** The narrowest warning whose moment has come and that was not given yet. */
const dueWarning = (end: Instant, days: readonly number[], given: number | undefined, now: Instant) => {
  const open = days.filter((day) => (given === undefined || day < given) && addDays(end, -day) <= now);
  return open.length > 0 ? Math.min(...open) : undefined;
};
