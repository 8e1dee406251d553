/** Routes of administrator roles. */
import * as z from 'zod';
import { permissions, roleNames } from '../../domain/access/roles.ts';
import { answer, body, type Contracts } from '../contract.ts';
import { context, pageOf, userProperties } from '../people/resources.ts';
import { memberReference } from './member-reference.ts';

const permission = z.enum(Object.keys(permissions) as [string, ...string[]]);

const roleProperties = {
  id: z.string(),
  displayName: z.enum(roleNames),
  description: z.string(),
  roleTemplateId: z.string(),
  permissions: z.array(permission).meta({ description: 'What its holder may do, as routes ask for it.' }),
};

const role = answer('DirectoryRole', z.strictObject({ ...context, ...roleProperties }));
const roles = answer('DirectoryRoles', pageOf(z.strictObject(roleProperties)));
const members = answer(
  'RoleMembers',
  pageOf(z.strictObject({ '@odata.type': z.literal('#microsoft.graph.user'), ...userProperties })),
);
const memberships = answer(
  'RoleMemberships',
  pageOf(z.strictObject({ '@odata.type': z.literal('#microsoft.graph.directoryRole'), ...roleProperties })),
);
const definitions = answer(
  'RoleDefinitions',
  pageOf(
    z.strictObject({
      id: z.string(),
      displayName: z.enum(roleNames),
      description: z.string(),
      templateId: z.string(),
      isBuiltIn: z.literal(true),
      isEnabled: z.literal(true),
      rolePermissions: z.array(
        z.strictObject({
          allowedResourceActions: z.array(permission),
        }),
      ),
    }),
  ),
);

export const roleContracts: Contracts = {
  'GET /v1.0/directoryRoles': {
    needs: 'readRoles',
    tag: 'Roles',
    summary: 'Lists the administrator roles',
    query: ['$filter'],
    answers: { 200: roles },
  },
  'GET /v1.0/directoryRoles/{id}': {
    needs: 'readRoles',
    tag: 'Roles',
    summary: 'Reads a role, by Entra’s id of it',
    answers: { 200: role },
  },
  'GET /v1.0/directoryRoles/{id}/members': {
    needs: 'readRoles',
    tag: 'Roles',
    summary: 'Lists the people who hold a role',
    query: ['$top', '$skiptoken'],
    answers: { 200: members },
  },
  'POST /v1.0/directoryRoles/{id}/members/$ref': {
    needs: 'giveRoles',
    tag: 'Roles',
    summary: 'Gives a role to a person',
    description:
      'Only a Global Administrator gives the two roles that can give roles, and nobody gives a role to themselves. Giving it again changes nothing.',
    body: body('MemberReference', memberReference),
    answers: { 204: 'nothing' },
    refusals: ['RoleNotYours', 'RoleOwn', 'ConcurrentChange'],
  },
  'DELETE /v1.0/directoryRoles/{id}/members/{userId}/$ref': {
    needs: 'giveRoles',
    tag: 'Roles',
    summary: 'Takes a role from a person',
    description: 'Somebody who can sign in as Global Administrator is always left.',
    answers: { 204: 'nothing' },
    refusals: ['RoleNotYours', 'LastAdministrator', 'ConcurrentChange'],
  },
  'GET /v1.0/users/{id}/memberOf': {
    needs: 'readRoles',
    tag: 'Roles',
    summary: 'Lists the roles that a person holds',
    answers: { 200: memberships },
  },
  'GET /v1.0/roleManagement/directory/roleDefinitions': {
    needs: 'readRoles',
    tag: 'Roles',
    summary: 'Says what each role may do',
    query: ['$filter'],
    answers: { 200: definitions },
  },
};
