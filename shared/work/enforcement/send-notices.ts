/** Warnings and reminders go out: leased before, removed after. What administrators are to hear of them is gathered. */
import { isDeepStrictEqual } from 'node:util';

import { addressesOf, mailLanguage } from '../../domain/credentials/mail-routing.ts';
import type { DigestEntry } from '../../domain/digests/digest.ts';
import { isOvertaken } from '../../domain/enforcement/overtaken.ts';
import type { Catalogue } from '../../domain/licences/licences.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { PendingNotice, Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { personNotice } from '../../mail/person-notice.ts';
import type { NoticeMessage } from '../../messages/queues.ts';
import { changeIndividually } from '../change-individually.ts';
import { changeSeenPeople } from '../change-people.ts';
import type { Digests } from '../digests/digests.ts';
import { gather } from '../digests/gather.ts';
import { mailDigests } from '../digests/mail-digests.ts';
import type { Directory } from '../directory.ts';
import type { Imports } from '../imports/imports.ts';
import { type ResultPorts, sendImportResults } from '../imports/run/send-import-results.ts';
import { tellOfSilence } from '../imports/synchronization/tell-of-silence.ts';
import { batchSize, inBatches } from '../mailing/in-batches.ts';
import { MailDelayed, type Mailer } from '../mailing/mailer.ts';
import type { SendLater } from '../queues.ts';
import { batchNames, isOfMailbox } from './batch-names.ts';

export type NoticePorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'changePeopleEach' | 'catalogue'>;
  digests: Digests;
  /** By which a mailbox that a migration batch brought is told with the batch's name. */
  imports: Pick<Imports, 'read'>;
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
  'signInLocked',
  'credentialsBounced',
]);

/** Takes what comes through the queue of notices. */
export const takeNoticeMessage = (message: NoticeMessage, ports: NoticePorts & ResultPorts): Promise<unknown> => {
  switch (message.kind) {
    case 'notices':
      return sendNotices(message.userIds, ports);
    case 'importResults':
      return sendImportResults(message.importId, ports);
    case 'synchronizationSilence':
      return tellOfSilence(ports);
    case 'digests':
      return mailDigests(message.of, ports);
  }
};

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

/**
 * Who heard of a notice, now or before. `refused`: no address of the person takes mail, so administrators are to know.
 * `overtaken`: nobody is to hear of it any more. Administrators count as told once it is gathered for them.
 */
type Told = { owed: Owed; person: PersonEnd | 'delayed'; administrator: boolean };
type PersonEnd = 'told' | 'refused' | 'overtaken';

/** Settles each notice by itself: a full mailbox starves nobody, and whoever was told is not told again. */
const mailBatch = async (ids: readonly string[], catalogue: Catalogue, ports: NoticePorts): Promise<void> => {
  const leased = await lease(ids, ports);
  // All at once: the mailer keeps to the rate, and one slow answer delays nobody else.
  const ends = await Promise.allSettled(leased.map((owed) => mailPerson(owed, catalogue, ports)));
  const told = leased.map((owed, index): Told => {
    const end = ends[index];
    const person = end?.status === 'fulfilled' ? end.value : 'delayed';
    return { owed, person, administrator: owed.notice.isAdministratorTold ?? false };
  });
  const forAdministrators = told.filter(isForAdministrator);
  const batches = await batchNames(
    forAdministrators.map(({ owed }) => owed),
    ports,
  );
  const entries = forAdministrators.map((one) => entryOf(one, batches));
  const gathering = gather(entries, { ...ports, tellLater: ports.again });
  const [gathered] = await Promise.allSettled([gathering]);
  const isGathered = gathered.status === 'fulfilled';
  await markTold(
    told.map((one) => ({ ...one, administrator: one.administrator || (isGathered && isForAdministrator(one)) })),
    ports,
  );
  const fault = [...ends, gathered].find((end) => end.status === 'rejected' && !(end.reason instanceof MailDelayed));
  if (fault?.status === 'rejected') throw fault.reason;
};

const isToHear = ({ owed: { notice }, person }: Told): boolean =>
  person !== 'overtaken' && (administratorsHear.has(notice.kind) || person === 'refused');

const isForAdministrator = (told: Told): boolean => isToHear(told) && !told.administrator;

const isDone = (told: Told): boolean => told.person !== 'delayed' && !isForAdministrator(told);

/** Notices of a person that one batch mails: more come with the next sweep, and nobody's call is too short for them. */
const mostNotices = 5;

const lease = async (ids: readonly string[], { directory, policy, now }: NoticePorts): Promise<Owed[]> => {
  const isFree = ({ leaseUntil }: PendingNotice) => !leaseUntil || leaseUntil <= now();
  const leaseUntil = addSeconds(now(), policy.credentialLeaseSeconds);
  const changed = await changeIndividually(
    ids,
    (person) => {
      const free = new Set(person.pendingNotices.filter(isFree).slice(0, mostNotices));
      if (free.size === 0) return undefined;
      const pendingNotices = person.pendingNotices.map((one) => (free.has(one) ? { ...one, leaseUntil } : one));
      return { ...person, pendingNotices };
    },
    directory,
  );
  return changed.flatMap((person) =>
    person.pendingNotices.filter((one) => one.leaseUntil === leaseUntil).map((notice) => ({ person, notice })),
  );
};

const mailPerson = async ({ person, notice }: Owed, catalogue: Catalogue, ports: NoticePorts): Promise<PersonEnd> => {
  if (isOvertaken(person, notice)) return 'overtaken';
  if (notice.isPersonTold) return 'told';
  const to = addressesOf(notice, person);
  if (to === 'administrator' || notice.kind === 'credentialsBounced') return 'refused';
  const letterhead = { organisation: ports.organisation, language: mailLanguage(person, ports.organisation) };
  const end = await ports.mailer.send({ to, ...personNotice(person, notice, catalogue, letterhead) });
  return end === 'sent' ? 'told' : 'refused';
};

/** What administrators are told, as it is now; addresses, lease and tries are nothing to them. */
const entryOf = ({ owed: { person, notice: owed } }: Told, batches: ReadonlyMap<string, string>): DigestEntry => {
  const {
    id,
    retryAt: _retry,
    tries: _tries,
    leaseUntil: _lease,
    isPersonTold: _p,
    isAdministratorTold: _a,
    ...notice
  } = owed;
  const { displayName, userPrincipalName, mailbox } = person;
  const batch = isOfMailbox(notice) ? batches.get(mailbox?.batchId ?? '') : undefined;
  return {
    id: `${person.id}/${id}`,
    displayName,
    userPrincipalName,
    notice: 'to' in notice ? { ...notice, to: [] } : notice,
    ...(batch !== undefined && { batch }),
  };
};

/** Removes what everybody has heard who was to hear it; of the rest it is kept who has. */
const markTold = (told: readonly Told[], { directory }: NoticePorts): Promise<void> => {
  const toldOf = (person: Person, { id }: PendingNotice) =>
    told.find(({ owed }) => owed.person.id === person.id && owed.notice.id === id);
  return changeSeenPeople(
    [...new Set(told.map(({ owed }) => owed.person))],
    (person) => {
      const pendingNotices = person.pendingNotices.flatMap((notice) => afterwards(notice, toldOf(person, notice)));
      return isDeepStrictEqual(pendingNotices, person.pendingNotices) ? undefined : { ...person, pendingNotices };
    },
    directory,
  );
};

const afterwards = (notice: PendingNotice, told: Told | undefined): PendingNotice[] => {
  if (!told) return [notice];
  if (isDone(told)) return [];
  const marks = {
    ...(told.person === 'told' && { isPersonTold: true as const }),
    ...(told.administrator && { isAdministratorTold: true as const }),
  };
  return [{ ...notice, ...marks }];
};
