/** Administrator roles, by the standard display names of Microsoft Entra. */

/** The roles that a person or token can hold. */
export const roleNames = [
  'Global Administrator',
  'Privileged Role Administrator',
  'User Administrator',
  'License Administrator',
  'Helpdesk Administrator',
  'Password Administrator',
  'Reports Reader',
  'Directory Readers',
] as const;

export type RoleName = (typeof roleNames)[number];

/** Who makes a request, as the authorizer resolved it from a token. */
export type Principal = { id: string; displayName: string; roles: readonly string[] };

/** What a route does to the directory; each route names one. */
export type Permission =
  | 'addPeople'
  | 'readPeople'
  | 'assignLicences'
  | 'readLicences'
  | 'manageLicences'
  | 'readImports';

const readers: readonly RoleName[] = [...roleNames];

/** Which roles may do what. A route asks for a permission, never for a role. */
export const permissions: Readonly<Record<Permission, readonly RoleName[]>> = {
  addPeople: ['Global Administrator', 'User Administrator'],
  readPeople: readers,
  assignLicences: ['Global Administrator', 'User Administrator', 'License Administrator'],
  readLicences: readers,
  manageLicences: ['Global Administrator', 'License Administrator'],
  readImports: ['Global Administrator', 'User Administrator', 'Reports Reader'],
};

/** Whether one of the principal's roles carries the permission. */
export const may = ({ roles }: Principal, permission: Permission): boolean =>
  permissions[permission].some((role) => roles.includes(role));

/** Whether the principal may give administrator roles: nobody else can, so nobody raises themselves. */
export const mayGiveRoles = ({ roles }: Principal): boolean =>
  roles.includes('Global Administrator') || roles.includes('Privileged Role Administrator');

/** A role's standard name from text in any case; undefined when there is none of that name. */
export const roleNamed = (text: string): RoleName | undefined =>
  roleNames.find((name) => name.toLowerCase() === text.trim().toLowerCase());
