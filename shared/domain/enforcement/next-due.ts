/** The one next moment at which something must happen to a person: what the due index is sorted by. */

import { passwordExpiry, passwordTerms } from '../passwords/password-terms.ts';
import type { Deletion, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import { addDays, earliest, type Instant } from '../time.ts';
/** When a mailbox in grace is disabled; undefined for any other. */
export const graceEnd = ({ mailbox }: Person, policy: Policy): Instant | undefined =>
  mailbox?.state === 'grace' && mailbox.graceSince ? addDays(mailbox.graceSince, policy.mailboxGraceDays) : undefined;

/**
 * When a password is still to expire; undefined for one that has, or lives for ever. One that lapsed before comes to no
 * expiry, and nobody is warned of it: whoever has it cannot choose another one.
 */
export const expiryAhead = (person: Person, policy: Policy): Instant | undefined => {
  const { expired, lapsed, temporaryUntil } = person.password;
  const expiry = expired ? undefined : passwordExpiry(person, policy);
  const isOvertaken = expiry && lapsed && (temporaryUntil === undefined || temporaryUntil <= expiry);
  return isOvertaken ? undefined : expiry;
};

/** When a deleted person is removed for good. */
export const purgeMoment = ({ dateTime }: Deletion, policy: Policy): Instant => addDays(dateTime, policy.deletedDays);

/** The widest warning that has not been given yet, as a moment before `end`. */
const nextWarning = (end: Instant | undefined, days: readonly number[], given: number | undefined) => {
  const open = days.filter((day) => given === undefined || day < given);
  return end && open.length > 0 ? addDays(end, -Math.max(...open)) : undefined;
};

/**
 * The next due moment of a person; undefined when nothing is ahead. Each duty of `takeDueSteps` has its moment here, and
 * the store writes it with the person, so that the index cannot disagree with the person.
 */
export const nextDue = (person: Person, policy: Policy): Instant | undefined => {
  // A deleted person has one thing ahead; everything else would happen to nobody.
  if (person.deleted) return purgeMoment(person.deleted, policy);
  const { password, credentialMail, mailbox, pendingNotices } = person;
  const expiry = expiryAhead(person, policy);
  const end = graceEnd(person, policy);
  return earliest(
    credentialMail.state === 'owed' ? credentialMail.retryAt : undefined,
    ...pendingNotices.map(({ retryAt }) => retryAt),
    password.lapsed ? undefined : password.temporaryUntil,
    expiry,
    nextWarning(expiry, passwordTerms(person, policy).warningDays, password.warnedDays),
    end,
    nextWarning(end, policy.graceReminderDays, mailbox?.remindedDays),
  );
};
