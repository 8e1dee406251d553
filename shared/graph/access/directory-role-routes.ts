/** The routes that show administrator roles and what each may do. Ids of roles are Entra's. */

import { heldRoles, type RoleName, roleNames } from '../../domain/access/roles.ts';
import type { Policy } from '../../domain/policy.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Request, Route } from '../../lambda/route.ts';
import type { Directory } from '../../work/directory.ts';
import { findPerson } from '../../work/find-person.ts';
import { comparisonIn, pathAmong } from '../odata/conditions.ts';
import { parseFilter } from '../odata/odata-filter.ts';
import { refuseOption } from '../odata/odata-tokens.ts';
import { nextLink, refuseOtherOptions, skipTokenOf, topOf } from '../odata/query-options.ts';
import { graphUser } from '../people/graph-user.ts';
import { directoryRole, roleDefinition, roleOfId } from './directory-role.ts';

export type RoleReadPorts = {
  directory: Pick<Directory, 'membersOf' | 'readPeople' | 'findByUserName'>;
  policy: Policy;
};

/** GET /v1.0/directoryRoles: every role; `$filter` picks one by its name or id. */
export const listRolesRoute = (): Route => ({
  needs: 'readRoles',
  answer: async (request) => {
    refuseOtherOptions(request, ['$filter']);
    const context = `${request.origin}/$metadata#directoryRoles`;
    return { status: 200, body: { '@odata.context': context, value: filtered(request).map(directoryRole) } };
  },
});

/** GET /v1.0/directoryRoles/{id}, also in the form `roleTemplateId={id}`. */
export const readRoleRoute = (): Route => ({
  needs: 'readRoles',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const context = `${request.origin}/$metadata#directoryRoles/$entity`;
    return { status: 200, body: { '@odata.context': context, ...directoryRole(roleIn(request)) } };
  },
});

/** GET /v1.0/directoryRoles/{id}/members: a page of the people who hold a role, by id; blocked ones too. */
export const listMembersRoute = ({ directory, policy }: RoleReadPorts): Route => ({
  needs: 'readRoles',
  answer: async (request) => {
    refuseOtherOptions(request, ['$top', '$skiptoken']);
    const role = roleIn(request);
    const after = skipTokenOf(request, /^[0-9a-f-]{36}$/);
    const top = topOf(request, { default: 100, max: 999 });
    const { people, next } = await directory.membersOf(role, { top, ...(after !== undefined && { after }) });
    const path = `directoryRoles/${request.path.id}/members`;
    return {
      status: 200,
      body: {
        '@odata.context': `${request.origin}/$metadata#directoryObjects`,
        ...(next !== undefined && { '@odata.nextLink': nextLink(request, path, next) }),
        value: people.map((person) => ({ '@odata.type': '#microsoft.graph.user', ...graphUser(person, policy) })),
      },
    };
  },
});

/** GET /v1.0/users/{id}/memberOf: the roles that a person holds. */
export const memberOfRoute = ({ directory }: RoleReadPorts): Route => ({
  needs: 'readRoles',
  answer: async (request) => {
    refuseOtherOptions(request, []);
    const person = await findPerson(request.path.id ?? '', directory);
    if (!person) throw new Refused({ code: 'NotFound' });
    const value = heldRoles(person).map((name) => {
      return { '@odata.type': '#microsoft.graph.directoryRole', ...directoryRole(name) };
    });
    return { status: 200, body: { '@odata.context': `${request.origin}/$metadata#directoryObjects`, value } };
  },
});

/** GET /v1.0/roleManagement/directory/roleDefinitions: every role with what it may do. */
export const listRoleDefinitionsRoute = (): Route => ({
  needs: 'readRoles',
  answer: async (request) => {
    refuseOtherOptions(request, ['$filter']);
    const context = `${request.origin}/$metadata#roleManagement/directory/roleDefinitions`;
    return { status: 200, body: { '@odata.context': context, value: filtered(request).map(roleDefinition) } };
  },
});

/** The role that the path names. */
export const roleIn = ({ path }: Pick<Request, 'path'>): RoleName => {
  const [, id = ''] = /^(?:roleTemplateId=)?'?([^']*)'?$/.exec(path.id ?? '') ?? [];
  const role = roleOfId(id);
  if (!role) throw new Refused({ code: 'NotFound' });
  return role;
};

const roleProperties = ['displayName', 'id', 'roleTemplateId', 'templateId'];

/** The roles that fit the filter: all when there is none. Text is compared without regard to case, as Graph does. */
const filtered = ({ query }: Request): RoleName[] => {
  if (query.$filter === undefined) return [...roleNames];
  const comparison = comparisonIn(parseFilter(query.$filter));
  const { operator, value } = comparison ?? {};
  const property = comparison && pathAmong(comparison, roleProperties);
  if (!property || operator !== 'eq' || value?.type !== 'String') {
    return refuseOption('$filter', "this address serves displayName eq '...' and roleTemplateId eq '...'");
  }
  const { text } = value;
  if (property === 'displayName') return roleNames.filter((name) => name.toLowerCase() === text.toLowerCase());
  const role = roleOfId(text);
  return role ? [role] : [];
};
