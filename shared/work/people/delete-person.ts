/** Deletion that can be undone for a while. */
import type { Audit } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { deletedPerson } from '../../domain/people/deletion.ts';
import type { Person } from '../../domain/person.ts';
import { actorOf } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import { isMastered } from '../../domain/synchronization/authority.ts';
import type { Instant } from '../../domain/time.ts';
import { changeAsSeen } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { type Asker, guardPerson, personNamed } from '../person-guard.ts';
import type { Queues } from '../queues.ts';

export type DeletePorts = {
  directory: Pick<Directory, 'readPeople' | 'findByUserName' | 'changePeople'>;
  queues: Pick<Queues, 'sweeps'>;
  organisation: Pick<Organisation, 'onPremisesSync'>;
  now: () => Instant;
};

/**
 * Deletes a person (`name` is an id or user name): user name, seats, places in lines, roles and sessions are given up in
 * one step, and those who wait for the licences are served. Throws `Refused` NotFound, PersonProtected,
 * PreconditionFailed, LastAdministrator, and OnPremisesMastered for whoever is to be deleted on premises.
 */
export const deletePerson = async (request: Asker & { name: string }, ports: DeletePorts): Promise<void> => {
  const { directory, queues } = ports;
  const seen = await personNamed(request.name, directory);
  const audit: Audit = { activity: 'Delete user', initiatedBy: actorOf(request.principal), now: ports.now() };
  let freed: Person['assignedLicenses'] = [];
  const change = (person: Person) => {
    guardPerson(person, request);
    if (isMastered(person, ports.organisation)) throw new Refused({ code: 'OnPremisesMastered' });
    freed = person.assignedLicenses;
    return deletedPerson(person, audit.now);
  };
  const { changed, lastAdministrator } = await changeAsSeen([seen], change, directory, audit);
  if (lastAdministrator) throw new Refused({ code: 'LastAdministrator' });
  // Removed for good meanwhile.
  if (changed.length === 0) throw new Refused({ code: 'NotFound' });
  // When the queue cannot be told, the next sweep serves those who wait.
  await queues.sweeps(freed.map(({ skuId }) => ({ kind: 'waiting', skuId }))).catch(() => undefined);
};
