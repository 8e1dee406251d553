/** The routes that give administrator roles and take them. */
import { Refused } from '../../domain/refusals.ts';
import { parseStrictly } from '../../lambda/parse-body.ts';
import type { Route } from '../../lambda/route.ts';
import { addRoleMember, type RolePorts, removeRoleMember } from '../../work/access/change-role-members.ts';
import type { Directory } from '../../work/directory.ts';
import { findPerson } from '../../work/find-person.ts';
import { roleIn } from './directory-role-routes.ts';
import { memberReference } from './member-reference.ts';

export type RoleMemberPorts = RolePorts & { directory: Pick<Directory, 'findByUserName'> };

/**
 * POST /v1.0/directoryRoles/{id}/members/$ref: gives a role to the person whose address the body holds. Whoever holds it
 * already keeps it, so that a request may be repeated.
 */
export const addMemberRoute = (ports: RoleMemberPorts): Route => ({
  needs: 'giveRoles',
  answer: async (request) => {
    const role = roleIn(request);
    const { '@odata.id': idOrName } = parseStrictly(memberReference, request.json());
    await addRoleMember({ role, principal: request.principal, userId: await idOf(idOrName, ports) }, ports);
    return { status: 204 };
  },
});

/** DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref: takes a role from a person who holds it. */
export const removeMemberRoute = (ports: RoleMemberPorts): Route => ({
  needs: 'giveRoles',
  answer: async (request) => {
    const role = roleIn(request);
    const userId = await idOf(request.path.userId ?? '', ports);
    await removeRoleMember({ role, principal: request.principal, userId }, ports);
    return { status: 204 };
  },
});

const idOf = async (idOrName: string, { directory }: RoleMemberPorts): Promise<string> => {
  const person = await findPerson(idOrName, directory);
  if (!person) throw new Refused({ code: 'NotFound' });
  return person.id;
};
