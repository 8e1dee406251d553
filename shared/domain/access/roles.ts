/** Administrator roles, by the standard display names of Microsoft Entra, and what each of them may do. */
import type { Principal } from '../principal.ts';

/** The roles that a person, application or token can hold. */
export const roleNames = [
  'Global Administrator',
  'Privileged Role Administrator',
  'User Administrator',
  'License Administrator',
  'Helpdesk Administrator',
  'Password Administrator',
  'Reports Reader',
  'Directory Readers',
  'Hybrid Identity Administrator',
  'Directory Synchronization Accounts',
] as const;

export type RoleName = (typeof roleNames)[number];

const globalAdministrator = 'Global Administrator';
const privileged = 'Privileged Role Administrator';
const user = 'User Administrator';
const license = 'License Administrator';
const helpdesk = 'Helpdesk Administrator';
const password = 'Password Administrator';
const reports = 'Reports Reader';
const hybrid = 'Hybrid Identity Administrator';
const synchronization = 'Directory Synchronization Accounts';
/** All but the agent's of a directory on premises, which reads nothing here. */
const every = roleNames.filter((name) => name !== synchronization);

/**
 * What each role may do: a row for each permission, with the roles that carry it. A route asks for a permission, never
 * for a role. `Directory Readers` have the rows of `every` role, and no other; `Directory Synchronization Accounts` have
 * one row.
 */
export const permissions = {
  // People
  readPeople: every,
  addPeople: [globalAdministrator, user],
  changePeople: [globalAdministrator, user],
  deletePeople: [globalAdministrator, user],
  resetPasswords: [globalAdministrator, user, helpdesk, password],
  revokeSessions: [globalAdministrator, user, helpdesk],
  // Licences
  readLicences: every,
  assignLicences: [globalAdministrator, user, license],
  manageLicences: [globalAdministrator, license],
  // Roles
  readRoles: every,
  giveRoles: [globalAdministrator, privileged],
  // The organisation, and what happened in it
  readSettings: every,
  changeSettings: [globalAdministrator],
  manageApplications: [globalAdministrator],
  readImports: [globalAdministrator, user, reports],
  manageImports: [globalAdministrator, user],
  readAudits: [globalAdministrator, privileged, reports],
  // The directory on premises: what its agent does, and how it is set
  synchronize: [globalAdministrator, hybrid, synchronization],
  manageSynchronization: [globalAdministrator, hybrid],
} as const satisfies Readonly<Record<string, readonly RoleName[]>>;

export type Permission = keyof typeof permissions;

/** What the holder of these roles may do, in the order of the table. */
export const permissionsOf = (roles: readonly string[]): Permission[] =>
  (Object.keys(permissions) as Permission[]).filter((name) => permissions[name].some((role) => roles.includes(role)));

/**
 * What a route needs of whoever asks: a permission; or `nothing` (open to strangers), `token` (anybody who is known),
 * `session` (a person who is signed in), `passwordChange` (that person, or one who must change the password first),
 * `ownSessions` (a person who is signed in, or an operator), `anyToken` (everybody who is known, whatever the token is
 * good for), `ownImports` (who may read imports, or has runs of synchronisation: those see their own alone), `ownUploads`
 * (who may import, or has runs of synchronisation: each sends the files of their own alone).
 */
export type Need =
  | Permission
  | 'nothing'
  | 'token'
  | 'session'
  | 'passwordChange'
  | 'ownSessions'
  | 'anyToken'
  | 'ownImports'
  | 'ownUploads';

/** Whether the principal has what a route needs. */
export const may = (principal: Principal, need: Need): boolean => {
  if (need === 'nothing') return true;
  if (principal.kind === 'anonymous') return false;
  if (need === 'anyToken') return true;
  if (need === 'passwordChange') return principal.kind === 'person';
  if (principal.restrictedTo) return false;
  if (need === 'token') return true;
  if (need === 'session') return principal.kind === 'person';
  if (need === 'ownSessions') return principal.kind === 'person' || principal.kind === 'operator';
  const own = permissionsOf(principal.roles);
  if (need === 'ownImports') return own.includes('readImports') || own.includes('synchronize');
  if (need === 'ownUploads') return own.includes('manageImports') || own.includes('synchronize');
  return own.includes(need);
};

/**
 * Whether the principal may change, block, delete or reset a person who holds these roles: nobody may take over an
 * account that may do more. That is Entra's table of who can reset whose password, but for one cell: whoever holds
 * `Reports Reader` reads audits here, which those who reset passwords do not.
 */
export const mayTouch = (principal: Principal, rolesOfPerson: readonly string[]): boolean => {
  const own = permissionsOf(principal.roles);
  return permissionsOf(rolesOfPerson).every((permission) => own.includes(permission));
};

/** Whether the principal may give or take a role. The two roles that can give roles are a Global Administrator's to give. */
export const mayGiveRole = (principal: Principal, role: string): boolean =>
  principal.roles.includes(globalAdministrator) ||
  (principal.roles.includes(privileged) && role !== globalAdministrator && role !== privileged);

/** Whether the principal may give each of these roles, by their names in any case. */
export const mayGiveRoles = (principal: Principal, roles: readonly string[]): boolean =>
  roles.every((role) => mayGiveRole(principal, roleNamed(role) ?? role));

/**
 * The roles of either that both cover: what two who act together may do at most. Whoever may do all that a role may, and
 * give what it may give, covers it, so that of a Global and a User Administrator the latter's rights are left.
 */
export const narrowerRoles = (one: readonly string[], other: readonly string[]): RoleName[] =>
  roleNames.filter((role) => (one.includes(role) || other.includes(role)) && covers(one, role) && covers(other, role));

const covers = (roles: readonly string[], role: RoleName): boolean => {
  const own = permissionsOf(roles);
  return roles.includes(role) || permissionsOf([role]).every((permission) => own.includes(permission));
};

/** Entra's ids of the roles (role template ids), the same in every directory. */
export const roleIds: Readonly<Record<RoleName, string>> = {
  'Global Administrator': '62e90394-69f5-4237-9190-012177145e10',
  'Privileged Role Administrator': 'e8611ab8-c189-46e8-94e1-60213ab1f814',
  'User Administrator': 'fe930be7-5e62-47db-91af-98c3a49a38b1',
  'License Administrator': '4d6ac14f-3453-41d0-bef9-a3e0c569773a',
  'Helpdesk Administrator': '729827e3-9c14-49f7-bb1b-9608f156bbb8',
  'Password Administrator': '966707d0-3269-4727-9be2-8c3a10f19b9d',
  'Reports Reader': '4a5d8f65-41da-4de4-8968-e035b65339cf',
  'Directory Readers': '88d8e3e3-8f55-4a1e-953a-9b9898b8876b',
  'Hybrid Identity Administrator': '8ac3fc64-6eca-42ea-9e69-59f4c7b60eb2',
  'Directory Synchronization Accounts': 'd29b2b05-8046-44ba-8758-1e26182fcf32',
};

/** A role's standard name from text in any case; undefined when there is none of that name. */
export const roleNamed = (text: string): RoleName | undefined =>
  roleNames.find((name) => name.toLowerCase() === text.trim().toLowerCase());

/** The roles that a person holds now: none while deleted. */
export const heldRoles = (person: { roles: readonly string[]; deleted?: unknown }): RoleName[] =>
  person.deleted ? [] : roleNames.filter((name) => person.roles.includes(name));

/** Whether a person can act as Global Administrator now: one such person must always be left. */
export const actsAsGlobalAdministrator = (person: {
  roles: readonly string[];
  accountEnabled: boolean;
  deleted?: unknown;
}): boolean => person.accountEnabled && heldRoles(person).includes(globalAdministrator);
