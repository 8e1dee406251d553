/** What each role may do, who may touch whom, and who may give what. */

import {
  actsAsGlobalAdministrator,
  heldRoles,
  may,
  mayGiveRole,
  mayTouch,
  type Need,
  type Permission,
  permissions,
  permissionsOf,
  type RoleName,
  roleIds,
  roleNamed,
  roleNames,
} from '../../../shared/domain/access/roles.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { anonymous } from '../../../shared/domain/principal.ts';
import {
  directoryRole,
  roleDefinition,
  roleDescriptions,
  roleOfId,
} from '../../../shared/graph/access/directory-role.ts';

const allPermissions = Object.keys(permissions) as Permission[];
const holder = (...roles: RoleName[]): Principal => ({ kind: 'person', id: 'ada', displayName: 'Ada', roles });
const pairs = roleNames.flatMap((one) => roleNames.map((other) => [one, other] as const));

/** The roles' initials: what follows is read as a table. */
const initials: Readonly<Record<string, RoleName>> = {
  G: 'Global Administrator',
  P: 'Privileged Role Administrator',
  U: 'User Administrator',
  L: 'License Administrator',
  H: 'Helpdesk Administrator',
  W: 'Password Administrator',
  R: 'Reports Reader',
  D: 'Directory Readers',
  Y: 'Hybrid Identity Administrator',
  S: 'Directory Synchronization Accounts',
};
const letters = (fits: (role: RoleName) => boolean) =>
  Object.entries(initials)
    .filter(([, role]) => fits(role))
    .map(([letter]) => letter)
    .join('');

test('what each role may do', () => {
  const table = allPermissions.map((name) => [name, letters((role) => may(holder(role), name))]);
  expect(Object.fromEntries(table)).toEqual({
    readPeople: 'GPULHWRDY',
    addPeople: 'GU',
    changePeople: 'GU',
    deletePeople: 'GU',
    resetPasswords: 'GUHW',
    revokeSessions: 'GUH',
    readLicences: 'GPULHWRDY',
    assignLicences: 'GUL',
    manageLicences: 'GL',
    readRoles: 'GPULHWRDY',
    giveRoles: 'GP',
    readSettings: 'GPULHWRDY',
    changeSettings: 'G',
    manageApplications: 'G',
    readImports: 'GUR',
    manageImports: 'GU',
    readAudits: 'GPR',
    synchronize: 'GYS',
    manageSynchronization: 'GY',
  });
});

test('a Global Administrator may do everything, and a reader reads', () => {
  expect(permissionsOf(['Global Administrator'])).toEqual(allPermissions);
  expect(permissionsOf(['Directory Readers']).every((name) => name.startsWith('read'))).toBe(true);
  expect(permissionsOf([])).toEqual([]);
  expect(permissionsOf(['global administrator', 'King', '__proto__'])).toEqual([]);
});

describe('who may touch whom', () => {
  test('of those who can change or reset anybody: whose holders each role may touch', () => {
    const mayReset = roleNames.filter((role) => may(holder(role), 'resetPasswords'));
    const table = mayReset.map((role) => [role, letters((other) => mayTouch(holder(role), [other]))]);
    expect(Object.fromEntries(table)).toEqual({
      'Global Administrator': 'GPULHWRDYS',
      'User Administrator': 'UHWD',
      'Helpdesk Administrator': 'HWD',
      'Password Administrator': 'WD',
    });
  });

  test.each(pairs)('%s takes over no %s who may do more', (one, other) => {
    const gained = permissionsOf([other]).filter((name) => !may(holder(one), name));
    if (mayTouch(holder(one), [other])) expect(gained).toEqual([]);
    else expect(gained).not.toEqual([]);
  });

  test('people without a role are touched by whoever may change people at all', () => {
    expect(roleNames.every((role) => mayTouch(holder(role), []))).toBe(true);
  });

  test('who holds several roles is touched only by who may do all of it, in one role or several', () => {
    const both: RoleName[] = ['Helpdesk Administrator', 'License Administrator'];
    expect(mayTouch(holder('Helpdesk Administrator'), both)).toBe(false);
    expect(mayTouch(holder('User Administrator'), both)).toBe(false);
    expect(mayTouch(holder(...both), both)).toBe(true);
    expect(mayTouch(holder('Global Administrator'), [...roleNames])).toBe(true);
  });

  test('all other roles together do not reach a Global Administrator', () => {
    const others = roleNames.filter((role) => role !== 'Global Administrator');
    expect(mayTouch(holder(...others), ['Global Administrator'])).toBe(false);
  });
});

describe('giving roles', () => {
  test.each(roleNames)('%s is given by those who may', (role) => {
    const givers = letters((one) => mayGiveRole(holder(one), role));
    const givesRoles = may(holder(role), 'giveRoles');
    expect(givers).toBe(givesRoles ? 'G' : 'GP');
  });

  test('who may give any role may give roles at all, and the other way round', () => {
    for (const giver of roleNames) {
      const gives = roleNames.some((role) => mayGiveRole(holder(giver), role));
      expect([giver, gives]).toEqual([giver, may(holder(giver), 'giveRoles')]);
    }
  });
});

describe('what a route needs', () => {
  const application: Principal = { ...holder('User Administrator'), kind: 'application' };
  const operator: Principal = { ...application, kind: 'operator' };
  const person = holder();
  const mustChange: Principal = { ...holder('Global Administrator'), restrictedTo: 'passwordChange' };
  const callers = { anonymous, operator, application, person, mustChange };

  test.each<[Need, (keyof typeof callers)[]]>([
    ['nothing', ['anonymous', 'operator', 'application', 'person', 'mustChange']],
    ['token', ['operator', 'application', 'person']],
    ['session', ['person']],
    ['passwordChange', ['person', 'mustChange']],
    ['addPeople', ['operator', 'application']],
    ['changeSettings', []],
  ])('%s is had by %j', (need, having) => {
    const found = Object.entries(callers).filter(([, principal]) => may(principal, need));
    expect(found.map(([name]) => name)).toEqual(having);
  });

  test('a stranger has no permission, whatever roles were said to be theirs', () => {
    const pretender: Principal = { ...anonymous, roles: ['Global Administrator'] };
    expect(allPermissions.filter((name) => may(pretender, name))).toEqual([]);
  });
});

describe('roles that count', () => {
  const ada = { roles: ['Reports Reader', 'Global Administrator'], accountEnabled: true };

  test('are held until deleted, in the order of the table', () => {
    expect(heldRoles(ada)).toEqual(['Global Administrator', 'Reports Reader']);
    expect(heldRoles({ ...ada, deleted: {} })).toEqual([]);
  });

  test('who is blocked holds roles and acts by none', () => {
    const blocked = { ...ada, accountEnabled: false };
    expect(heldRoles(blocked)).toHaveLength(2);
    expect([actsAsGlobalAdministrator(ada), actsAsGlobalAdministrator(blocked)]).toEqual([true, false]);
    expect(actsAsGlobalAdministrator({ ...ada, deleted: {} })).toBe(false);
    expect(actsAsGlobalAdministrator({ ...ada, roles: ['User Administrator'] })).toBe(false);
  });
});

describe('as Graph shows them', () => {
  test('each role is found by its id and its name, in any case', () => {
    for (const role of roleNames) {
      expect([roleOfId(roleIds[role].toUpperCase()), roleNamed(` ${role.toUpperCase()} `)]).toEqual([role, role]);
      expect(roleDescriptions[role]).toMatch(/^Can .*\.$/);
    }
    expect(new Set(Object.values(roleIds)).size).toBe(roleNames.length);
    expect([roleOfId(''), roleNamed('King')]).toEqual([undefined, undefined]);
  });

  test('a role and its definition', () => {
    const id = 'fe930be7-5e62-47db-91af-98c3a49a38b1';
    expect(directoryRole('User Administrator')).toEqual({
      id,
      roleTemplateId: id,
      displayName: 'User Administrator',
      description: expect.any(String),
      permissions: permissionsOf(['User Administrator']),
    });
    expect(roleDefinition('Directory Readers')).toMatchObject({
      isBuiltIn: true,
      rolePermissions: [{ allowedResourceActions: ['readPeople', 'readLicences', 'readRoles', 'readSettings'] }],
    });
  });
});
