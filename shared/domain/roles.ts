/** Administrator roles, by the standard display names of Microsoft Entra, and what each of them may do. */
import type { Principal } from './principal.ts';

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
] as const;

export type RoleName = (typeof roleNames)[number];

const [global, privileged, user, license, helpdesk, password, reports] = roleNames;

const readers: readonly RoleName[] = [...roleNames];

/** What a route does to the directory, and which roles may do it. A route asks for a permission, never for a role. */
export const permissions = {
  addPeople: [global, user],
  readPeople: readers,
  changePeople: [global, user],
  deletePeople: [global, user],
  resetPasswords: [global, user, helpdesk, password],
  assignLicences: [global, user, license],
  readLicences: readers,
  manageLicences: [global, license],
  readRoles: readers,
  giveRoles: [global, privileged],
  readImports: [global, user, reports],
  readAudits: [global, privileged, reports],
  readSettings: readers,
  changeSettings: [global],
  manageApplications: [global],
} as const satisfies Readonly<Record<string, readonly RoleName[]>>;

export type Permission = keyof typeof permissions;

/**
 * What a route needs of whoever asks: a permission; or `nothing` (open to strangers), `token` (anybody who is known),
 * `session` (a person who is signed in), `passwordChange` (that person, or one who must change the password first).
 */
export type Need = Permission | 'nothing' | 'token' | 'session' | 'passwordChange';

/** Whether the principal has what a route needs. */
export const may = (principal: Principal, need: Need): boolean => {
  if (need === 'nothing') return true;
  if (principal.kind === 'stranger') return false;
  if (need === 'passwordChange') return principal.kind === 'person';
  if (principal.onlyFor) return false;
  if (need === 'token') return true;
  if (need === 'session') return principal.kind === 'person';
  return permissions[need].some((role) => principal.roles.includes(role));
};

/**
 * Administrators whom the holder of a role may change, block, delete or reset beside people without a role: nobody may
 * take over an account that may do more (Entra's table of who can reset whose password).
 */
const over: Readonly<Record<RoleName, readonly RoleName[]>> = {
  'Global Administrator': roleNames,
  'Privileged Role Administrator': [],
  'User Administrator': ['User Administrator', 'Helpdesk Administrator', 'Password Administrator'],
  'License Administrator': [],
  'Helpdesk Administrator': ['Helpdesk Administrator', 'Password Administrator'],
  'Password Administrator': ['Password Administrator'],
  'Reports Reader': [],
  'Directory Readers': [],
};

/** Roles that can only read: holding one protects from nobody. */
const harmless: readonly RoleName[] = ['Directory Readers', 'Reports Reader'];

/** Whether the principal may change, block, delete or reset a person who holds these roles. */
export const mayTouch = (principal: Principal, rolesOfPerson: readonly string[]): boolean => {
  const touchable = new Set<string>([
    ...harmless,
    ...roleNames.filter((role) => principal.roles.includes(role)).flatMap((role) => over[role]),
  ]);
  return rolesOfPerson.every((role) => touchable.has(role));
};

/** Whether the principal may give or take a role. The two roles that can give roles are a Global Administrator's to give. */
export const mayGiveRole = (principal: Principal, role: string): boolean =>
  principal.roles.includes(global) || (principal.roles.includes(privileged) && role !== global && role !== privileged);

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
}): boolean => person.accountEnabled && heldRoles(person).includes(global);
