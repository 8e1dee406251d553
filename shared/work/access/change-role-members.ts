/** Administrator roles given to people and taken from them, one at a time. */

import { mayGiveRole, type RoleName } from '../../domain/access/roles.ts';
import type { ActivityName } from '../../domain/audit/activities.ts';
import type { Audit } from '../../domain/audit.ts';
import { withSecurityNotices } from '../../domain/credentials/security-notices.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf, type Principal } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';
import type { Queues } from '../queues.ts';
import { tellNotices } from '../tell-notices.ts';

export type RolePorts = {
  directory: Pick<Directory, 'readPeople' | 'changePeople'>;
  queues: Pick<Queues, 'notices'>;
  policy: Policy;
  now: () => Instant;
};

export type RoleRequest = { role: RoleName; userId: string; principal: Principal };

/**
 * Gives a person a role, of which they are told; whoever holds it already keeps it, and nothing is recorded. Throws `Refused` RoleNotYours,
 * RoleOwn, NotFound.
 */
export const addRoleMember = async (request: RoleRequest, ports: RolePorts): Promise<void> => {
  const { role, principal } = request;
  if (!mayGiveRole(principal, role)) throw new Refused({ code: 'RoleNotYours' });
  if (isOwn(request)) throw new Refused({ code: 'RoleOwn' });
  const give = ({ roles }: Person) => (roles.includes(role) ? roles : [...roles, role]);
  await changeRoles('Add member to role', give, request, ports);
};

/**
 * Takes a role from a person; whoever may take roles at all may give up their own. Throws `Refused` RoleNotYours,
 * LastAdministrator, and NotFound where the role is not held.
 */
export const removeRoleMember = async (request: RoleRequest, ports: RolePorts): Promise<void> => {
  const { role, principal } = request;
  if (!isOwn(request) && !mayGiveRole(principal, role)) throw new Refused({ code: 'RoleNotYours' });
  const take = ({ roles }: Person) => {
    if (!roles.includes(role)) throw new Refused({ code: 'NotFound' });
    return roles.filter((held) => held !== role);
  };
  await changeRoles('Remove member from role', take, request, ports);
};

/** Ids of operators and applications are nobody's, but let that not depend on how they are made. */
const isOwn = ({ userId, principal }: RoleRequest): boolean => principal.kind === 'person' && principal.id === userId;

const changeRoles = async (
  activity: ActivityName,
  rolesAfter: (person: Person) => string[],
  { userId, principal }: RoleRequest,
  ports: RolePorts,
): Promise<void> => {
  const { directory, policy } = ports;
  const audit: Audit = { activity, initiatedBy: actorOf(principal), now: ports.now() };
  let isFound = false;
  const change = (person: Person) => {
    if (person.deleted) throw new Refused({ code: 'NotFound' });
    isFound = true;
    const roles = rolesAfter(person);
    if (roles === person.roles) return undefined;
    return withSecurityNotices(person, { ...person, roles }, { by: 'administrator', now: audit.now, policy });
  };
  const { lastAdministrator, changed } = await changePeople([userId], change, directory, audit);
  if (lastAdministrator) throw new Refused({ code: 'LastAdministrator' });
  if (!isFound) throw new Refused({ code: 'NotFound' });
  for (const person of changed) await tellNotices(person, ports);
};
