/** User name and password go out: minted at the moment of mailing, leased before, marked after. */
import { randomInt } from 'node:crypto';
import { isKeptBack } from '../../domain/credentials/credential-request.ts';
import { credentialAddresses, mailLanguage } from '../../domain/credentials/mail-routing.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { generatePassword } from '../../domain/passwords/generated-password.ts';
import { temporaryEnd } from '../../domain/passwords/password-terms.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { addSeconds, type Instant } from '../../domain/time.ts';
import { administratorCredentials } from '../../mail/administrator-credentials.ts';
import type { PassedOnCredentials } from '../../mail/credentials.ts';
import type { MailContent } from '../../mail/letterhead.ts';
import { personCredentials } from '../../mail/person-credentials.ts';
import { changeIndividually } from '../change-individually.ts';
import { changeSeenPeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { batchSize, inBatches } from '../mailing/in-batches.ts';
import { MailDelayed, type Mailer } from '../mailing/mailer.ts';
import { hashGeneratedPassword } from '../passwords/password-hash.ts';
import type { CredentialMessage, SendLater } from '../queues.ts';

export type CredentialPorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'changePeopleEach'>;
  mailer: Mailer;
  /** The queue that this came from, for people who are left over or in another delivery's hands. */
  again: SendLater<CredentialMessage>;
  organisation: Organisation;
  policy: Policy;
  /** What this call may send, so that all together keep to the account's rate. */
  mailsPerSecond: number;
  /** How many mails the account may still send today. */
  mailsLeft: number;
  now: () => Instant;
  shouldPause: () => boolean;
};

/**
 * Mails the credentials of people to whom they are owed. Two deliveries never mail one person at once: each leases whom
 * it mails, and whoever it finds leased is looked at again when that lease is over. A mail that the service delays stays
 * owed, and the sweep brings it back; the message is done with, so that it cannot end among the dead letters. So it is
 * when the account's day is used up: nobody is leased then, and no password is minted that could not be mailed.
 */
export const sendCredentials = async (
  { userIds }: CredentialMessage,
  ports: CredentialPorts,
): Promise<'quotaUsedUp' | undefined> => {
  const { mailsPerSecond, mailsLeft } = ports;
  const wanted = userIds.slice(0, Math.max(0, Math.floor(mailsLeft)));
  const rest = await inBatches(wanted, { size: batchSize(mailsPerSecond), ...ports }, (batch) =>
    mailBatch(batch, ports),
  );
  if (rest.length > 0) await ports.again([{ userIds: rest }], 0);
  return wanted.length < userIds.length ? 'quotaUsedUp' : undefined;
};

const mailBatch = async (ids: readonly string[], ports: CredentialPorts): Promise<void> => {
  const { leased, held } = await lease(ids, ports);
  if (held.length > 0) await ports.again([{ userIds: held }], ports.policy.credentialLeaseSeconds);
  const sentAt = ports.now();
  const sent = new Map<string, number>();
  // All at once: the mailer keeps to the rate, and one slow answer delays nobody else.
  const posts = envelopes(leased).map(async (envelope) => {
    if (!(await post(envelope, sentAt, ports))) return;
    for (const { person } of envelope.people) sent.set(person.id, person.credentialMail.attempt);
  });
  const ends = await Promise.allSettled(posts);
  await markSent(leased, sent, sentAt, ports);
  const fault = ends.find((end) => end.status === 'rejected' && !(end.reason instanceof MailDelayed));
  if (fault?.status === 'rejected') throw fault.reason;
};

/** A person leased to this delivery, with the password that was minted for this very mail. */
type Leased = { person: Person; password?: string };

/** Stores fresh hashes with the next attempt's number; from here on every older mail's password is dead. */
const lease = async (ids: readonly string[], { directory, policy, now }: CredentialPorts) => {
  const passwords = new Map<string, string>();
  const held = new Set<string>();
  const changed = await changeIndividually(
    ids,
    (person) => {
      const { credentialMail, password } = person;
      held.delete(person.id);
      if (credentialMail.state !== 'owed' || isKeptBack(credentialMail, now()) || person.deleted) return undefined;
      if (credentialMail.leaseUntil && credentialMail.leaseUntil > now()) {
        held.add(person.id);
        return undefined;
      }
      const leaseUntil = addSeconds(now(), policy.credentialLeaseSeconds);
      const { delivery: _former, ...owed } = credentialMail;
      const mail = { ...owed, attempt: owed.attempt + 1, leaseUntil };
      if (password.source === 'chosen') return { ...person, credentialMail: mail };
      const minted = generatePassword(randomInt);
      passwords.set(person.id, minted);
      // A new password: its days begin now, and what befell the one before it is over.
      const { source, mustChange, previousHash } = password;
      const kept = { source, mustChange, ...(previousHash && { previousHash }) };
      const fresh = { ...kept, changedDateTime: now(), hash: hashGeneratedPassword(minted) };
      return { ...person, credentialMail: mail, password: fresh };
    },
    directory,
  );
  const leased = changed.map((person): Leased => {
    const password = passwords.get(person.id);
    return password === undefined ? { person } : { person, password };
  });
  return { leased, held: [...held] };
};

type Envelope = { to: string[] | 'administrator'; people: Leased[] };

/** People who share addresses share a mail. */
const envelopes = (leased: readonly Leased[]): Envelope[] => {
  const byAddress = new Map<string, Envelope>();
  for (const one of leased) {
    const to = credentialAddresses(one.person);
    const key = JSON.stringify(to);
    const envelope = byAddress.get(key) ?? { to, people: [] };
    envelope.people.push(one);
    byAddress.set(key, envelope);
  }
  return [...byAddress.values()];
};

/** Sends an envelope; one whose addresses are refused goes to the administrator, who is told so. False: nobody took it. */
const post = async ({ to, people }: Envelope, sentAt: Instant, ports: CredentialPorts): Promise<boolean> => {
  const { mailer, organisation } = ports;
  const facts = people.map((one) => credentialsOf(one, sentAt, ports));
  const about = people.map(({ person: { id, credentialMail } }) => ({ id, attempt: credentialMail.attempt }));
  const toAdministrator = (refusedAddresses: readonly string[]) => {
    const letterhead = { organisation, language: organisation.preferredLanguage };
    const content = administratorCredentials(
      facts.map((one) => ({ ...one, refusedAddresses })),
      letterhead,
    );
    // Not to technical contacts, who hear of things: a password is for whoever adds people.
    return mailer.send({ to: [organisation.administratorMail], ...content, about });
  };
  if (to === 'administrator') return (await toAdministrator([])) === 'sent';
  if ((await mailer.send({ to, ...contentFor(people, facts, organisation), about })) === 'sent') return true;
  return (await toAdministrator(to)) === 'sent';
};

const contentFor = (
  people: readonly Leased[],
  facts: PassedOnCredentials[],
  organisation: Organisation,
): MailContent => {
  const [only, ...others] = people;
  const [fact] = facts;
  if (only && fact && others.length === 0) {
    return personCredentials(fact, { organisation, language: mailLanguage(only.person, organisation) });
  }
  return administratorCredentials(facts, { organisation, language: organisation.preferredLanguage });
};

const credentialsOf = (
  { person, password }: Leased,
  sentAt: Instant,
  { policy }: CredentialPorts,
): PassedOnCredentials => ({
  displayName: person.displayName,
  userPrincipalName: person.userPrincipalName,
  ...(password !== undefined && { password }),
  mustChange: person.password.mustChange,
  ...(person.password.mustChange && { worksUntil: temporaryEnd(policy, sentAt) }),
  replaces: person.credentialMail.attempt > 1,
});

/** Only the attempt that was mailed may be marked: a newer one has a newer password. */
const markSent = (
  leased: readonly Leased[],
  sent: ReadonlyMap<string, number>,
  sentAt: Instant,
  { directory, policy }: CredentialPorts,
): Promise<void> =>
  changeSeenPeople(
    leased.map(({ person }) => person),
    (person) => {
      const { credentialMail, password } = person;
      if (credentialMail.state !== 'owed' || credentialMail.attempt !== sent.get(person.id)) return undefined;
      const { leaseUntil: _lease, retryAt: _retry, notBefore: _moment, ...mail } = credentialMail;
      return {
        ...person,
        credentialMail: { ...mail, state: 'sent', sentDateTime: sentAt },
        password: password.mustChange ? { ...password, temporaryUntil: temporaryEnd(policy, sentAt) } : password,
      };
    },
    directory,
  );
