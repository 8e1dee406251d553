/** Warnings and reminders go out: leased before, removed after. */

import { addressesOf, mailLanguage } from '../../domain/credentials/mail-routing.ts';
import type { Catalogue } from '../../domain/licences/licences.ts';
import { administratorAddresses, type Organisation } from '../../domain/organisation.ts';
import type { PendingNotice, Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { administratorNotices } from '../../mail/administrator-notices.ts';
import { personNotice } from '../../mail/person-notice.ts';
import type { NoticeMessage } from '../../messages/queues.ts';
import { changeIndividually } from '../change-individually.ts';
import { changeSeenPeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { type ResultPorts, sendImportResults } from '../imports/run/send-import-results.ts';
import { batchSize, inBatches } from '../mailing/in-batches.ts';
import { MailDelayed, type Mailer } from '../mailing/mailer.ts';
import type { SendLater } from '../queues.ts';

export type NoticePorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'changePeopleEach' | 'catalogue'>;
  mailer: Mailer;
  again: SendLater<NoticeMessage>;
  organisation: Organisation;
  policy: Policy;
  mailsPerSecond: number;
  /** How many mails the account may still send today. */
  mailsLeft: number;
  now: () => Instant;
  shouldPause: () => boolean;
};

/** What administrators hear of too, because only they can help. */
const administratorsHear: ReadonlySet<PendingNotice['kind']> = new Set([
  'graceReminder',
  'mailboxDisabled',
  'temporaryPasswordLapsed',
  'credentialsBounced',
]);

/** Takes what comes through the queue of notices. */
export const takeNoticeMessage = (message: NoticeMessage, ports: NoticePorts & ResultPorts): Promise<unknown> =>
  message.kind === 'notices' ? sendNotices(message.userIds, ports) : sendImportResults(message.importId, ports);

/** Mails what is owed to people. What another delivery has in hand, or the mail service delays, stays owed, and so does what is more than the account's day has left. */
export const sendNotices = async (
  userIds: readonly string[],
  ports: NoticePorts,
): Promise<'quotaUsedUp' | undefined> => {
  const wanted = userIds.slice(0, Math.max(0, Math.floor(ports.mailsLeft)));
  const catalogue = await ports.directory.catalogue();
  // A person may be owed several notices, and the administrator hears of some: half as many people as credentials.
  const size = batchSize(ports.mailsPerSecond / 2);
  const rest = await inBatches(wanted, { size, ...ports }, (batch) => mailBatch(batch, catalogue, ports));
  if (rest.length > 0) await ports.again([{ kind: 'notices', userIds: rest }], 0);
  return wanted.length < userIds.length ? 'quotaUsedUp' : undefined;
};

type Owed = { person: Person; notice: PendingNotice };

const mailBatch = async (ids: readonly string[], catalogue: Catalogue, ports: NoticePorts): Promise<void> => {
  const leased = await lease(ids, ports);
  const done: Owed[] = [];
  try {
    const forAdministrator: Owed[] = [];
    for (const owed of leased) {
      const isMailed = await mailPerson(owed, catalogue, ports);
      if (!isMailed || administratorsHear.has(owed.notice.kind)) forAdministrator.push(owed);
      else done.push(owed);
    }
    if (forAdministrator.length > 0) await mailAdministrator(forAdministrator, catalogue, ports);
    done.push(...forAdministrator);
  } catch (error) {
    if (!(error instanceof MailDelayed)) throw error;
  } finally {
    await removeNotices(done, ports);
  }
};

const lease = async (ids: readonly string[], { directory, policy, now }: NoticePorts): Promise<Owed[]> => {
  const free = ({ leaseUntil }: PendingNotice) => !leaseUntil || leaseUntil <= now();
  const leaseUntil = addSeconds(now(), policy.credentialLeaseSeconds);
  const changed = await changeIndividually(
    ids,
    (person) =>
      person.pendingNotices.some(free)
        ? { ...person, pendingNotices: person.pendingNotices.map((one) => (free(one) ? { ...one, leaseUntil } : one)) }
        : undefined,
    directory,
  );
  return changed.flatMap((person) =>
    person.pendingNotices.filter((one) => one.leaseUntil === leaseUntil).map((notice) => ({ person, notice })),
  );
};

/** False when the person has no address, or none that takes mail: then the administrator is to know. */
const mailPerson = async ({ person, notice }: Owed, catalogue: Catalogue, ports: NoticePorts): Promise<boolean> => {
  const to = addressesOf(notice, person);
  if (to === 'administrator' || notice.kind === 'credentialsBounced') return false;
  const letterhead = { organisation: ports.organisation, language: mailLanguage(person, ports.organisation) };
  return (await ports.mailer.send({ to, ...personNotice(person, notice, catalogue, letterhead) })) === 'sent';
};

const mailAdministrator = async (owed: Owed[], catalogue: Catalogue, { mailer, organisation }: NoticePorts) => {
  const content = administratorNotices(owed, catalogue, { organisation, language: organisation.preferredLanguage });
  await mailer.send({ to: administratorAddresses(organisation), ...content });
};

const removeNotices = (done: readonly Owed[], { directory }: NoticePorts): Promise<void> => {
  const isDone = (person: Person, { id }: PendingNotice) =>
    done.some((owed) => owed.person.id === person.id && owed.notice.id === id);
  return changeSeenPeople(
    [...new Set(done.map(({ person }) => person))],
    (person) =>
      person.pendingNotices.some((notice) => isDone(person, notice))
        ? { ...person, pendingNotices: person.pendingNotices.filter((notice) => !isDone(person, notice)) }
        : undefined,
    directory,
  );
};
