/** Signing people out everywhere. */
import { withoutSessions } from '../domain/new-password.ts';
import type { Person } from '../domain/person.ts';
import { actorOf, type Principal } from '../domain/principal.ts';
import type { Instant } from '../domain/time.ts';
import { changePeople } from './change-people.ts';
import type { Directory } from './directory.ts';
import { refuseUntouchable, touchablePerson } from './touchable-person.ts';

export type RevokePorts = { directory: Pick<Directory, 'readPeople' | 'changePeople'>; now: () => Instant };

/** Ends all sessions of a person, by id or user name. Throws `Refused` NotFound, PersonProtected. */
export const revokeSessions = async (
  user: string,
  principal: Principal,
  ports: RevokePorts & { directory: Pick<Directory, 'findByUserName'> },
): Promise<void> => {
  const { id } = await touchablePerson(user, principal, ports.directory);
  await revoke(id, principal, ports, (person) => refuseUntouchable(person, principal));
};

/** Ends all sessions of the person who asks, the one that asks too. */
export const revokeOwnSessions = (principal: Principal, ports: RevokePorts): Promise<void> =>
  revoke(principal.id, principal, ports, (person) => (person.deleted ? undefined : person));

const revoke = async (
  id: string,
  principal: Principal,
  { directory, now }: RevokePorts,
  allowed: (person: Person) => Person | undefined,
): Promise<void> => {
  const at = now();
  const change = (person: Person) => {
    const one = allowed(person);
    return one && withoutSessions(one, at);
  };
  const audit = { activity: 'Revoke sign-in sessions', initiatedBy: actorOf(principal), now: at };
  await changePeople([id], change, directory, audit);
};
