/** Signing people out everywhere. */

import type { Audit } from '../../domain/audit.ts';
import { revokedSessions } from '../../domain/passwords/sessions.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { type Change, type Changed, changeAsSeen, changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import { guardPerson, personNamed } from '../person-guard.ts';
import { type AttemptStore, forgetBrowsers } from './sign-in-attempts.ts';

export type RevokePorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople'>;
  attempts: AttemptStore;
  now: () => Instant;
};

/** Ends all sessions of a person, by id or user name; no browser of theirs is known any more. Throws `Refused` NotFound, PersonProtected. */
export const revokeSessions = async (
  user: string,
  principal: Principal,
  ports: RevokePorts & { directory: Pick<Directory, 'findByUserName'>; policy: Policy },
): Promise<void> => {
  const seen = await personNamed(user, ports.directory);
  const guard = (person: Person) => guardPerson(person, { principal });
  await revoke(principal, ports, guard, (change, audit) => changeAsSeen([seen], change, ports.directory, audit));
};

/** Ends all sessions of the person who asks, the one that asks too. */
export const revokeOwnSessions = (principal: Principal, ports: RevokePorts): Promise<void> =>
  revoke(
    principal,
    ports,
    ({ deleted }) => {
      if (deleted) throw new Refused({ code: 'Unauthenticated' });
    },
    (change, audit) => changePeople([principal.id], change, ports.directory, audit),
  );

const revoke = async (
  principal: Principal,
  ports: RevokePorts,
  guard: (person: Person) => void,
  changed: (change: Change, audit: Audit) => Promise<Changed>,
): Promise<void> => {
  const at = ports.now();
  const change = (person: Person) => {
    guard(person);
    return { ...person, sessions: revokedSessions(person, at) };
  };
  const audit: Audit = { activity: 'Revoke sign-in sessions', initiatedBy: actorOf(principal), now: at };
  const people = (await changed(change, audit)).changed;
  for (const { userPrincipalName } of people) await forgetBrowsers(userPrincipalName, ports);
};
