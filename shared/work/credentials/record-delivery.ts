/** News of mails that the service has taken: that they bounced, or that somebody complained of them. */
import { type MailedAttempt, withDelivery } from '../../domain/credentials/mail-delivery.ts';
import type { MailDelivery } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import type { Instant } from '../../domain/time.ts';
import { changeIndividually } from '../change-individually.ts';
import type { Directory } from '../directory.ts';
import { inMessages, type Queues } from '../queues.ts';

/** What is told of a mail, and whose credentials it carried. */
export type DeliveryNews = { delivery: MailDelivery; people: readonly MailedAttempt[] };

export type DeliveryPorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeopleEach'>;
  queues: Pick<Queues, 'notices'>;
  policy: Policy;
  now: () => Instant;
};

/**
 * Records the news on each person whose present mail it tells of; the administrator's notice is owed by the same write.
 * News that comes twice or too late changes nothing, nor does an event that was none. Says whether anybody was concerned.
 */
export const recordDelivery = async (
  news: DeliveryNews | undefined,
  { directory, queues, policy, now }: DeliveryPorts,
): Promise<'recorded' | 'nothingNew'> => {
  if (!news) return 'nothingNew';
  const { delivery, people } = news;
  const attempts = new Map(people.map(({ id, attempt }) => [id, attempt]));
  const changed = await changeIndividually(
    [...attempts.keys()],
    (person) => withDelivery(person, attempts.get(person.id) ?? 0, delivery, { policy, now: now() }),
    directory,
  );
  const isOwed = delivery.state !== 'delivered';
  const owed = isOwed ? changed.filter(({ pendingNotices }) => pendingNotices.length > 0) : [];
  await queues.notices(inMessages(owed.map(({ id }) => id)).map(({ userIds }) => ({ kind: 'notices', userIds })));
  return changed.length > 0 ? 'recorded' : 'nothingNew';
};
