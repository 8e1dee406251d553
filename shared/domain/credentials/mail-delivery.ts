/** What became of a credential mail after the mail service took it. */
import { pendingNotice } from '../outbox.ts';
import type { CredentialMail, MailDelivery, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';

/** What can be known of a credential mail, in the order in which it comes about. */
export const deliveryStatuses = [
  'held',
  'owed',
  'sent',
  'delivered',
  'bounced',
  'complaint',
] as const satisfies readonly (CredentialMail['state'] | MailDelivery['state'])[];

/** A credential mail as reports show it: what is known last. */
export type DeliveryStatus = (typeof deliveryStatuses)[number];

/** How many people's credential mails have each status. */
export type DeliveryCounts = Record<DeliveryStatus, number>;

/**
 * The status of a person's credential mail. `sent` is what the service took and nobody complained of: that a mail was
 * delivered is no news, and would cost a write for each.
 */
export const deliveryStatusOf = ({ credentialMail }: Pick<Person, 'credentialMail'>): DeliveryStatus =>
  credentialMail.state === 'sent' ? (credentialMail.delivery?.state ?? 'sent') : credentialMail.state;

/** A try at a person's mail, as it is marked on the mail itself. */
export type MailedAttempt = { id: string; attempt: number };

/** Attempts are marked by their last 4,096: as many as two characters of a mark tell apart. */
export const attemptMark = (attempt: number): number => attempt % 4096;

/** News can come late, twice and in any order: what is worse stays. */
const severity: Readonly<Record<MailDelivery['state'], number>> = { delivered: 0, bounced: 1, complaint: 2 };

/**
 * The person after news of the mail of an attempt; undefined when it tells nothing new, or of a mail that a newer one has
 * taken the place of. The administrator is to hear of a mail that did not arrive, once, unless the person is in already.
 */
export const withDelivery = (
  person: Person,
  attempt: number,
  news: MailDelivery,
  { policy, now }: { policy: Policy; now: Instant },
): Person | undefined => {
  const { credentialMail, pendingNotices } = person;
  if (person.deleted || credentialMail.attempt === 0 || attemptMark(credentialMail.attempt) !== attempt)
    return undefined;
  const known = credentialMail.delivery;
  if (known && severity[known.state] >= severity[news.state]) return undefined;
  const isToBeTold =
    news.state !== 'delivered' && (known === undefined || known.state === 'delivered') && !person.lastSignInDateTime;
  const notice = { kind: 'credentialsBounced', bouncedAt: news.dateTime } as const;
  return {
    ...person,
    credentialMail: { ...credentialMail, delivery: news },
    pendingNotices: isToBeTold ? [...pendingNotices, pendingNotice(notice, policy, now)] : pendingNotices,
  };
};
