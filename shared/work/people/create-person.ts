/** One person by HTTP: everything that the add-a-user wizard does, in one request. */
import { hash, randomInt, randomUUID } from 'node:crypto';
import { mayGiveRole, roleNamed } from '../../domain/access/roles.ts';
import { type Audit, auditOfChange } from '../../domain/audit.ts';
import type { Catalogue } from '../../domain/licences/licences.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { IsCommonPassword } from '../../domain/passwords/common-password.ts';
import { generatePassword } from '../../domain/passwords/generated-password.ts';
import { type CheckedDraft, checkDraft } from '../../domain/people/check-draft.ts';
import type { Draft } from '../../domain/people/draft.ts';
import { type Birth, newPerson } from '../../domain/people/new-person.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { uuidFrom } from '../../domain/uuid.ts';
import type { Directory } from '../directory.ts';
import { type ResolvedPlans, resolveDisabledPlans } from '../licences/disabled-plans.ts';
import { type SeatsToBuy, seatsToBuy } from '../licences/seats-to-buy.ts';
import { keyConflict } from '../name-conflict.ts';
import { type HashSlowly, hashGeneratedPassword, verifyPassword } from '../passwords/password-hash.ts';
import type { Queues } from '../queues.ts';
import { addPeople } from './add-people.ts';

export type CreatePorts = {
  directory: Pick<
    Directory,
    'addPeople' | 'readPeople' | 'claimHolders' | 'catalogue' | 'servicePlans' | 'countWaiting'
  >;
  queues: Pick<Queues, 'credentials'>;
  hashSlowly: HashSlowly;
  isCommonPassword: IsCommonPassword;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** `faults` are problems found before the rules were asked: properties that are unknown or of the wrong kind. */
export type CreateRequest = { draft: Draft; faults: readonly Refusal[]; principal: Principal; idempotencyKey?: string };

/** The person, the generated password if it is to be shown (this once), and how many seats to buy of short licences. */
export type Created = { person: Person; password?: string; seatsToBuy: SeatsToBuy[] };

/**
 * Adds a person; throws `Refused` with every problem at once. The same idempotency key and request give the same person
 * again (a shown password is not repeated: nobody has it any more); the same key with another request is refused.
 */
export const createPerson = async (request: CreateRequest, ports: CreatePorts): Promise<Created> => {
  const { principal, idempotencyKey } = request;
  // It is kept between requests: names are looked at after it, and what is kept is held against the table with that.
  const catalogue = await ports.directory.catalogue();
  const plans = await resolveDisabledPlans(
    request.draft.disabledPlans ?? [],
    'assignedLicenses',
    catalogue,
    ports.directory,
  );
  const draft = check(request, plans, catalogue, ports);
  const id = idempotencyKey === undefined ? randomUUID() : personIdOf(principal, idempotencyKey);
  const requestHash = hashOf(request.draft);
  if (idempotencyKey !== undefined) {
    const [earlier] = await ports.directory.readPeople([id]);
    if (earlier) return repeat(earlier, request, catalogue, ports);
  }
  await refuseTaken(draft, id, ports);
  const { password, passwordHash } = await passwordOf(draft, ports);
  const { disabledPlans } = plans;
  const ofRequest = { createdBy: principal.id, requestHash, disabledPlans };
  const birth = { id, now: ports.now(), policy: ports.policy, catalogue, ...ofRequest };
  const person = (short: readonly string[]) => newPerson(draft, { ...birth, short, ...passwordHash } satisfies Birth);
  let latest = person([]);
  const audit: Audit = { activity: 'Add user', initiatedBy: actorOf(principal), now: birth.now };
  const added = await addPeople([latest], ports.directory, {
    withoutSeats: (_person, short) => {
      latest = person([...short]);
      return latest;
    },
    audit: () => [auditOfChange(undefined, latest, { ...audit, id: randomUUID() })],
  });
  if (added.nameTaken.has(id)) throw new Refused(nameTaken);
  const keyTaken = added.keysTaken.get(id);
  if (keyTaken) throw new Refused(await keyConflict(keyTaken, ports.directory));
  if (added.earlier.has(id))
    return repeat((await ports.directory.readPeople([id]))[0] ?? latest, request, catalogue, ports);
  await tellQueue(latest, ports);
  return {
    person: latest,
    ...(password && { password }),
    seatsToBuy: await seatsToBuy(latest, catalogue, ports.directory),
  };
};

const nameTaken: Refusal = { code: 'UserNameTaken', target: 'userPrincipalName' };

const personIdOf = (principal: Principal, key: string) =>
  uuidFrom(hash('sha256', JSON.stringify(['idempotency-key', principal.id, key])));

/**
 * A hash of everything but the password, of which it tells only whether one was chosen: a fast hash of one would help
 * whoever steals the table to guess it.
 */
const hashOf = ({ password, ...draft }: Draft): string => {
  const sorted = Object.fromEntries(Object.entries(draft).sort(([one], [other]) => (one < other ? -1 : 1)));
  return hash('sha256', JSON.stringify([sorted, password !== undefined]));
};

const check = (
  { draft, faults, principal }: CreateRequest,
  plans: ResolvedPlans,
  catalogue: Catalogue,
  ports: CreatePorts,
): CheckedDraft => {
  const result = checkDraft(draft, { ...ports, catalogue });
  // A property that could not be read is not also missing.
  const atFault = new Set(faults.map(({ target = '' }) => target.split('.')[0]));
  const broken = 'refusals' in result ? result.refusals : [];
  const refusals = [
    ...faults,
    ...broken.filter(({ target = '' }) => !atFault.has(target.split('.')[0])),
    ...plans.refusals,
  ];
  if ((draft.roles ?? []).some((role) => !mayGiveRole(principal, roleNamed(role) ?? role))) {
    refusals.push({ code: 'RoleNotYours', target: 'roles' });
  }
  if (draft.showCredentials && draft.password !== undefined) {
    refusals.push({ code: 'DeliveryConflict', target: 'credentialDelivery' });
  }
  const [first, ...others] = refusals;
  if (first) throw new Refused(first, ...others);
  if ('refusals' in result) throw new Refused({ code: 'InternalError' });
  return result.draft;
};

/** Looks before the slow hash is made; the transaction decides. A name or key of our own id is a repeated request's. */
const refuseTaken = async (
  { userPrincipalName, employeeId }: CheckedDraft,
  id: string,
  { directory }: CreatePorts,
): Promise<void> => {
  const { names, keys } = await directory.claimHolders({
    userNames: [userPrincipalName],
    keys: employeeId === undefined ? [] : [{ source: 'employeeId', key: employeeId }],
  });
  if ([...names.values()].some((holder) => holder !== id)) throw new Refused(nameTaken);
  const [taken] = keys;
  if (taken?.holders.some((holder) => holder !== id)) throw new Refused(await keyConflict(taken, directory));
};

const passwordOf = async (
  draft: CheckedDraft,
  { hashSlowly }: CreatePorts,
): Promise<{ password?: string; passwordHash?: { passwordHash: string } }> => {
  if (draft.password !== undefined) return { passwordHash: { passwordHash: await hashSlowly(draft.password) } };
  if (!draft.showCredentials) return {};
  const password = generatePassword(randomInt);
  return { password, passwordHash: { passwordHash: hashGeneratedPassword(password) } };
};

/** Who was deleted since is neither added again nor shown as if nothing had happened. */
const repeat = async (
  person: Person,
  { draft }: CreateRequest,
  catalogue: Catalogue,
  ports: CreatePorts,
): Promise<Created> => {
  const target = 'Idempotency-Key';
  if (person.requestHash !== hashOf(draft) || !(await asksForPasswordOf(person, draft, ports))) {
    throw new Refused({ code: 'IdempotencyKeyReused', target });
  }
  if (person.deleted) throw new Refused({ code: 'PersonDeleted', target, fact: person.id });
  return { person, seatsToBuy: await seatsToBuy(person, catalogue, ports.directory) };
};

/** The same chosen password, which cannot be told any more once it was changed. */
const asksForPasswordOf = async (
  { password, createdDateTime }: Person,
  draft: Draft,
  { hashSlowly }: CreatePorts,
): Promise<boolean> => {
  const { source, hash: passwordHash = '', changedDateTime } = password;
  if (draft.password === undefined || source === 'generated' || changedDateTime !== createdDateTime) return true;
  return verifyPassword(draft.password, passwordHash, hashSlowly);
};

/** The person exists and the mail is owed in any case: when the queue cannot be told, the sweep finds it. */
const tellQueue = async ({ id, credentialMail }: Person, { queues }: CreatePorts): Promise<void> => {
  if (credentialMail.state === 'owed') await queues.credentials([{ userIds: [id] }]).catch(() => undefined);
};
