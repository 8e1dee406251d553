/** Graph's update of a user: profile, user name, block and password in one step. */

import { may } from '../../domain/access/roles.ts';
import type { ActivityName } from '../../domain/audit/activities.ts';
import type { Audit } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import type { IsCommonPassword } from '../../domain/passwords/common-password.ts';
import { type PersonUpdate, updateRefusals, withUpdate } from '../../domain/people/person-update.ts';
import { holdsKey } from '../../domain/people/source-keys.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf } from '../../domain/principal.ts';
import { type Refusal, Refused } from '../../domain/refusals.ts';
import { masteredRefusals } from '../../domain/synchronization/authority.ts';
import type { Instant } from '../../domain/time.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { keyConflict, nameConflict } from '../name-conflict.ts';
import { hashNewPassword } from '../passwords/hash-new-password.ts';
import type { HashSlowly } from '../passwords/password-hash.ts';
import { type Asker, guardPerson, personNamed } from '../person-guard.ts';
import type { Queues } from '../queues.ts';
import { tellNotices } from '../tell-notices.ts';

export type UpdatePorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'claimHolders' | 'changePeople'>;
  queues: Pick<Queues, 'notices'>;
  hashSlowly: HashSlowly;
  isCommonPassword: IsCommonPassword;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** `name` is an id or user name; `faults` are problems found before the rules were asked. */
export type UpdateRequest = Asker & { name: string; update: PersonUpdate; faults: readonly Refusal[] };

/** Tries at a chosen password; each lost one means that the person got another password meanwhile. */
const maxTries = 3;

/**
 * Changes a person, who is returned as they are then; throws `Refused` with every problem at once. A user name or
 * key is given up and taken in one step; whoever is blocked or gets another password is signed out.
 */
export const updatePerson = async (request: UpdateRequest, ports: UpdatePorts): Promise<Person> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await personNamed(request.name, ports.directory);
    const refusals = refusalsOf(before, request, ports);
    const [first, ...others] = refusals;
    if (first) throw new Refused(first, ...others);
    await refuseTaken(before, request, ports);
    const person = await write(before, request, ports);
    if (person) return person;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

/** Guards the person, then says all that is wrong with the change. */
const refusalsOf = (person: Person, request: UpdateRequest, ports: UpdatePorts): Refusal[] => {
  const { principal, update, faults } = request;
  guardPerson(person, request);
  const setsPassword = update.password !== undefined || update.mustChange !== undefined;
  if (setsPassword && !may(principal, 'resetPasswords')) throw new Refused({ code: 'Forbidden' });
  const mastered = masteredRefusals(Object.keys(update), person, ports.organisation);
  return [...mastered, ...faults, ...updateRefusals(update, person, ports)];
};

/** Looks before the slow hash is made; where none is, the transaction is the first to look. It decides in any case. */
const refuseTaken = async (person: Person, { update }: UpdateRequest, { directory }: UpdatePorts) => {
  const { userPrincipalName, employeeId, password } = update;
  if (password === undefined) return;
  // Who had the key before keys were unique keeps it.
  const isNewKey = employeeId && !holdsKey(person, 'employeeId', employeeId);
  const asked = {
    userNames: userPrincipalName ? [userPrincipalName] : [],
    keys: isNewKey ? [{ source: 'employeeId' as const, key: employeeId }] : [],
  };
  if (asked.userNames.length + asked.keys.length === 0) return;
  const { names, keys } = await directory.claimHolders(asked);
  const [holder = person.id] = names.values();
  if (holder !== person.id) throw new Refused(await nameConflict(holder, 'userPrincipalName', directory));
  const [taken] = keys;
  if (taken?.holders.some((id) => id !== person.id)) throw new Refused(await keyConflict(taken, directory));
};

/** Undefined when the person got another password since `seen`, against which the new one has to be held anew. */
const write = async (seen: Person, request: UpdateRequest, ports: UpdatePorts): Promise<Person | undefined> => {
  const { update, principal } = request;
  const { directory, policy } = ports;
  const hash =
    update.password === undefined ? undefined : await hashNewPassword(update.password, seen, ports.hashSlowly);
  const audit: Audit = { activity: activityOf(update), initiatedBy: actorOf(principal), now: ports.now() };
  const moment = { now: audit.now, policy, ...(hash !== undefined && { passwordHash: hash }) };
  let isOvertaken = false;
  const change = (person: Person) => {
    const [first, ...others] = refusalsOf(person, request, ports);
    if (first) throw new Refused(first, ...others);
    isOvertaken = hash !== undefined && person.password.hash !== seen.password.hash;
    return isOvertaken ? undefined : withUpdate(person, update, moment);
  };
  const { changed, nameTaken, keysTaken, lastAdministrator } = await changeAsSeen([seen], change, directory, audit);
  if (isOvertaken) return undefined;
  if (lastAdministrator) throw new Refused({ code: 'LastAdministrator', target: 'accountEnabled' });
  const [taken] = nameTaken;
  if (taken) throw new Refused(await nameConflict(taken.holder, 'userPrincipalName', directory));
  const [keyTaken] = keysTaken;
  if (keyTaken) throw new Refused(await keyConflict(keyTaken, directory));
  const [person] = changed.length > 0 ? changed : await directory.readPeople([seen.id]);
  if (!person || person.deleted) throw new Refused({ code: 'NotFound' });
  if (changed.length > 0) await tellNotices(person, ports);
  return person;
};

/** A reset alone is called what it is. */
const activityOf = ({ password, mustChange, ...others }: PersonUpdate): ActivityName =>
  Object.keys(others).length === 0 && (password !== undefined || mustChange !== undefined)
    ? 'Reset user password'
    : 'Update user';
