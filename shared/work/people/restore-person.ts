/** A deleted person comes back. */

import type { Audit } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { isDeleted, restoredPerson } from '../../domain/people/deletion.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { isMastered } from '../../domain/synchronization/authority.ts';
import type { Instant } from '../../domain/time.ts';
import { checkUserName } from '../../domain/user-name.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { type SeatsToBuy, seatsToBuy } from '../licences/seats-to-buy.ts';
import { keyConflict, nameConflict } from '../name-conflict.ts';
import type { Queues } from '../queues.ts';
import { deletedPersonOf } from './deleted-people.ts';

export type RestorePorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople' | 'catalogue' | 'countWaiting'>;
  queues: Pick<Queues, 'credentials'>;
  organisation: Organisation;
  policy: Policy;
  now: () => Instant;
};

/** `newUserPrincipalName` is for who cannot have the former name back. */
export type RestoreRequest = { userId: string; newUserPrincipalName?: string; principal: Principal };

/** The person, and how many seats to buy of licences that are waited for. */
export type Restored = { person: Person; seatsToBuy: SeatsToBuy[] };

/**
 * Restores a deleted person with their licences, as far as seats are left, and mails them a new password. Throws
 * `Refused` NotFound when nobody of this id is deleted, UserNameTaken and EmployeeIdTaken with who has the name or id
 * now, OnPremisesMastered for whoever comes back by coming back on premises, and what `checkUserName` refuses.
 */
export const restorePerson = async (request: RestoreRequest, ports: RestorePorts): Promise<Restored> => {
  const { userId, newUserPrincipalName, principal } = request;
  const { directory, policy } = ports;
  // It is kept between requests: the person is read after it, and what is kept is held against the table with that.
  const catalogue = await directory.catalogue();
  const before = await deletedPersonOf(userId, directory);
  const userPrincipalName = newUserPrincipalName ?? before.userPrincipalName;
  const target = 'newUserPrincipalName';
  const refusal = checkUserName(userPrincipalName, ports.organisation.verifiedDomains, target);
  if (refusal) throw new Refused(refusal);
  const audit: Audit = { activity: 'Restore user', initiatedBy: actorOf(principal), now: ports.now() };
  const short = new Set<string>();
  const restoration = { userPrincipalName, short, catalogue, policy, now: audit.now };
  const change = (person: Person) => {
    // Somebody else restored them meanwhile.
    if (!isDeleted(person)) throw new Refused({ code: 'NotFound' });
    if (isMastered(person, ports.organisation)) throw new Refused({ code: 'OnPremisesMastered' });
    return restoredPerson(person, restoration);
  };
  let outcome = await changeAsSeen([before], change, directory, audit);
  // Each round finds a licence without a seat, which is then waited for.
  while (outcome.short.length > 0 && outcome.nameTaken.length + outcome.keysTaken.length === 0) {
    for (const skuId of outcome.short) short.add(skuId);
    outcome = await changeAsSeen([before], change, directory, audit);
  }
  const [taken] = outcome.nameTaken;
  if (taken) throw new Refused(await nameConflict(taken.holder, target, directory));
  const [keyTaken] = outcome.keysTaken;
  if (keyTaken) throw new Refused(await keyConflict(keyTaken, directory));
  const [person] = outcome.changed;
  // Removed for good meanwhile.
  if (!person) throw new Refused({ code: 'NotFound' });
  // The mail is owed in any case: when the queue cannot be told, the sweep finds it.
  await ports.queues.credentials([{ userIds: [person.id] }]).catch(() => undefined);
  return { person, seatsToBuy: await seatsToBuy(person, catalogue, directory) };
};
