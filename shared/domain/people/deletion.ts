/** Deletion that can be undone, and undoing it. */

import { type Catalogue, mailboxAfter, waitingPlace } from '../licences/licences.ts';
import { withNewPassword } from '../passwords/password-change.ts';
import { revokedSessions } from '../passwords/sessions.ts';
import type { AssignedLicence, Deletion, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';

/** A deleted person. */
export type Deleted = Person & { deleted: Deletion };

/** Whether a person is deleted. */
export const isDeleted = (person: Person): person is Deleted => person.deleted !== undefined;
/**
 * The person as deleted: without licences, places in lines, roles and sessions. What is owed is dropped; a credential
 * mail that never went out stays unsent, and the delivery that has it in hand cannot mark it any more.
 */
export const deletedPerson = (person: Person, now: Instant): Deleted => {
  const { leaseUntil: _lease, retryAt: _retry, ...mail } = person.credentialMail;
  const waiting = person.waitingLicenses.map(({ since: _since, place: _place, ...licence }) => licence);
  return {
    ...person,
    roles: [],
    assignedLicenses: [],
    waitingLicenses: [],
    pendingNotices: [],
    credentialMail: mail.state === 'owed' ? { ...mail, attempt: mail.attempt + 1 } : mail,
    sessions: revokedSessions(person, now),
    deleted: { dateTime: now, licenses: [...person.assignedLicenses, ...waiting] },
  };
};

/** What a restore goes by: the user name from now on, and the licences for which no seat is left. */
export type Restoration = {
  userPrincipalName: string;
  short: ReadonlySet<string>;
  catalogue: Catalogue;
  policy: Policy;
  now: Instant;
};

/**
 * The person back from deletion, with a new password to be mailed. Licences come back, or are waited for where no seat
 * is left; roles do not: somebody has to want that again.
 */
export const restoredPerson = (person: Deleted, restoration: Restoration): Person => {
  const { now, policy } = restoration;
  return withNewPassword(returnedPerson(person, restoration), { kind: 'minted', now, policy });
};

/**
 * The same with the password of before, if there was one: of who was away on premises alone. Whoever was never mailed any
 * is so when an administrator says so.
 */
export const returnedPerson = (
  { deleted, ...person }: Deleted,
  { userPrincipalName, short, catalogue, now }: Restoration,
): Person => {
  const isShort = ({ skuId }: AssignedLicence) => short.has(skuId);
  const licences = {
    assignedLicenses: deleted.licenses.filter((licence) => !isShort(licence)),
    waitingLicenses: deleted.licenses
      .filter(isShort)
      .map((licence) => ({ ...licence, since: now, place: waitingPlace(now, 0, person.id) })),
  };
  const mailbox = mailboxAfter({ ...person, ...licences }, catalogue, now);
  const { credentialMail } = person;
  return {
    ...person,
    ...licences,
    userPrincipalName,
    ...(mailbox && { mailbox }),
    credentialMail: credentialMail.state === 'owed' ? { ...credentialMail, state: 'held' } : credentialMail,
  };
};
