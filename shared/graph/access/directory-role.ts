/** Administrator roles as Microsoft Graph shows them. */
import { permissionsOf, type RoleName, roleIds, roleNames } from '../../domain/access/roles.ts';

/** What a role is for, in a sentence for administrators. */
export const roleDescriptions: Readonly<Record<RoleName, string>> = {
  'Global Administrator': 'Can do everything, and give every role.',
  'Privileged Role Administrator': 'Can give and take roles, but for the two that can give roles.',
  'User Administrator': 'Can add, change, delete and license people, and reset passwords of those who may do no more.',
  'License Administrator': 'Can give people licences, and set how many seats the organisation has.',
  'Helpdesk Administrator': 'Can reset passwords and end sessions of people who may do no more.',
  'Password Administrator': 'Can reset passwords of people who may do no more.',
  'Reports Reader': 'Can read the results of imports and what was changed by whom.',
  'Hybrid Identity Administrator': 'Can set how people come from a directory on premises, and let its runs go on.',
  'Directory Synchronization Accounts':
    'Can send what changed in the directory on premises, and read nothing else: for its agent.',
  'Directory Readers': 'Can look up people, licences, roles and settings, and change nothing.',
};

/** The role of an id (that of its template: they are the same); undefined when there is none. */
export const roleOfId = (id: string): RoleName | undefined =>
  roleNames.find((name) => roleIds[name] === id.toLowerCase());

/** Graph's directoryRole. Beyond Graph: permissions, what its holder may do, as the routes ask for it. */
export const directoryRole = (name: RoleName) => ({
  id: roleIds[name],
  displayName: name,
  description: roleDescriptions[name],
  roleTemplateId: roleIds[name],
  permissions: permissionsOf([name]),
});

/** Graph's unifiedRoleDefinition; its actions are Muster's permissions, as the routes ask for them. */
export const roleDefinition = (name: RoleName) => ({
  id: roleIds[name],
  displayName: name,
  description: roleDescriptions[name],
  templateId: roleIds[name],
  isBuiltIn: true,
  isEnabled: true,
  rolePermissions: [{ allowedResourceActions: permissionsOf([name]) }],
});
