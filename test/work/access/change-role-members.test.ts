/** Roles are given and taken by whoever may, to others than themselves, and each change is on record. */

import { type RoleName, roleNames } from '../../../shared/domain/access/roles.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import type { Principal } from '../../../shared/domain/principal.ts';
import { Refused } from '../../../shared/domain/refusals.ts';
import { addRoleMember, removeRoleMember } from '../../../shared/work/access/change-role-members.ts';
import { findPerson } from '../../../shared/work/find-person.ts';
import { clockAt, monday } from '../../fakes/clock.ts';
import { fakeDirectory } from '../../fakes/directory.ts';
import { newMemory } from '../../fakes/memory.ts';
import { person } from '../../fakes/people.ts';
import { fakeQueues } from '../../fakes/queues.ts';

const asPrincipal = ({ id, displayName, roles }: Person): Principal => ({ kind: 'person', id, displayName, roles });
const by = (...roles: RoleName[]): Principal => ({ kind: 'operator', id: 'op', displayName: 'Operator', roles });
const [global, privileged] = roleNames;

const setup = async (...people: Person[]) => {
  const memory = newMemory();
  const directory = fakeDirectory(memory);
  await directory.addPeople({ people, seatsFrom: 'free' });
  const { queues, waiting } = fakeQueues();
  const ports = { directory, queues, policy: defaultPolicy, now: clockAt().now };
  const outcome = async (done: Promise<void>) => {
    try {
      await done;
      return 'done';
    } catch (error) {
      if (error instanceof Refused) return error.message;
      throw error;
    }
  };
  const give = (role: RoleName, { id }: { id: string }, principal: Principal) =>
    outcome(addRoleMember({ role, userId: id, principal }, ports));
  const take = (role: RoleName, { id }: { id: string }, principal: Principal) =>
    outcome(removeRoleMember({ role, userId: id, principal }, ports));
  const rolesOf = ({ id }: Person) => memory.people.get(id)?.roles;
  return { memory, directory, give, take, rolesOf, waiting };
};

const root = person('root', { roles: [global] });
const ada = person('ada');

test('a role is given and taken, with an entry in the audit each time', async () => {
  const { give, take, rolesOf, memory } = await setup(root, ada);
  expect(await give('User Administrator', ada, asPrincipal(root))).toBe('done');
  expect(rolesOf(ada)).toEqual(['User Administrator']);
  expect(await take('User Administrator', ada, asPrincipal(root))).toBe('done');
  expect(rolesOf(ada)).toEqual([]);
  const who = { initiatedBy: { kind: 'person', id: root.id, displayName: 'root' }, activityDateTime: monday };
  const target = { type: 'User', id: ada.id, displayName: 'ada', userPrincipalName: ada.userPrincipalName };
  expect(memory.audit).toEqual([
    {
      ...who,
      target,
      id: expect.any(String),
      activityDisplayName: 'Add member to role',
      modifiedProperties: [{ displayName: 'roles', oldValue: [], newValue: ['User Administrator'] }],
      chain: { version: 2 },
    },
    {
      ...who,
      target,
      id: expect.any(String),
      activityDisplayName: 'Remove member from role',
      modifiedProperties: [{ displayName: 'roles', oldValue: ['User Administrator'], newValue: [] }],
      chain: { version: 3, previous: expect.objectContaining({ days: 730 }) },
    },
  ]);
});

test('given twice is given once: nothing is written, and nothing is recorded', async () => {
  const { give, memory, rolesOf } = await setup(root, ada);
  const both = [
    give('Reports Reader', ada, by(global)),
    give('Reports Reader', ada, by(global)),
    give('License Administrator', ada, by(global)),
  ];
  expect(await Promise.all(both)).toEqual(['done', 'done', 'done']);
  expect(rolesOf(ada)?.toSorted()).toEqual(['License Administrator', 'Reports Reader']);
  expect(memory.audit).toHaveLength(2);
  expect(memory.people.get(ada.id)?.version).toBe(3);
});

test('what is not held cannot be taken', async () => {
  const { take, memory } = await setup(root, ada);
  expect(await take('Reports Reader', ada, by(global))).toBe('NotFound');
  expect(memory.audit).toEqual([]);
});

test('somebody who is not there, or deleted, has no roles to give or take', async () => {
  const gone: Person = {
    ...person('gone', { roles: ['Reports Reader'] }),
    deleted: { dateTime: monday, licenses: [] },
  };
  const { give, take, memory, rolesOf } = await setup(root, gone);
  for (const nobody of [gone, { id: 'nobody' }]) {
    expect(await give('User Administrator', nobody, by(global))).toBe('NotFound');
    expect(await take('Reports Reader', nobody, by(global))).toBe('NotFound');
  }
  expect(rolesOf(gone)).toEqual(['Reports Reader']);
  expect(memory.audit).toEqual([]);
});

describe('who may', () => {
  test.each(roleNames)('%s: given and taken by those who may, and by nobody else', async (role) => {
    for (const giver of roleNames) {
      const holder = person('holder', { roles: [role] });
      const { give, take, rolesOf } = await setup(root, ada, holder);
      const isOfTwo = role === global || role === privileged;
      const expected = giver === global || (giver === privileged && !isOfTwo) ? 'done' : 'RoleNotYours';
      expect([giver, await give(role, ada, by(giver)), await take(role, holder, by(giver))]).toEqual([
        giver,
        expected,
        expected,
      ]);
      expect(rolesOf(ada)).toEqual(expected === 'done' ? [role] : []);
      expect(rolesOf(holder)).toEqual(expected === 'done' ? [] : [role]);
    }
  });

  test('nobody gives a role to themselves, not even one that they have', async () => {
    const pat = person('pat', { roles: [privileged] });
    const { give, memory } = await setup(root, pat);
    expect(await give('User Administrator', pat, asPrincipal(pat))).toBe('RoleOwn');
    expect(await give(privileged, root, asPrincipal(pat))).toBe('RoleNotYours');
    expect(await give('User Administrator', root, asPrincipal(root))).toBe('RoleOwn');
    expect(await give(global, root, asPrincipal(root))).toBe('RoleOwn');
    expect(memory.audit).toEqual([]);
  });

  test('an application whose id happens to be that of a person is somebody else', async () => {
    const { give } = await setup(root, ada);
    expect(await give('Reports Reader', ada, { ...by(global), kind: 'application', id: ada.id })).toBe('done');
  });

  test('roles of their own can be given up, also one that they could not take from others', async () => {
    const [pat, sam] = [person('pat', { roles: [privileged] }), person('sam', { roles: [privileged] })];
    const { take, rolesOf } = await setup(root, pat, sam);
    expect(await take(privileged, sam, asPrincipal(pat))).toBe('RoleNotYours');
    expect(await take(privileged, pat, asPrincipal(pat))).toBe('done');
    expect([rolesOf(pat), rolesOf(sam)]).toEqual([[], [privileged]]);
  });
});

describe('the last Global Administrator', () => {
  test('cannot be demoted, nor step back', async () => {
    const { take, rolesOf, memory } = await setup(root);
    expect(await take(global, root, by(global))).toBe('LastAdministrator');
    expect(await take(global, root, asPrincipal(root))).toBe('LastAdministrator');
    expect([rolesOf(root), memory.audit]).toEqual([[global], []]);
  });

  test('one of two may step back; of two who demote each other at once, one stays', async () => {
    const twin = person('twin', { roles: [global] });
    const first = await setup(root, twin);
    expect(await first.take(global, twin, asPrincipal(twin))).toBe('done');
    const second = await setup(root, twin);
    const outcomes = [second.take(global, twin, asPrincipal(root)), second.take(global, root, asPrincipal(twin))];
    expect((await Promise.all(outcomes)).toSorted()).toEqual(['LastAdministrator', 'done']);
    expect(second.memory.audit).toHaveLength(1);
  });

  test('a blocked one can be demoted, and does not stand in for the last', async () => {
    const idle = { ...person('idle', { roles: [global] }), accountEnabled: false };
    const { take } = await setup(root, idle);
    expect(await take(global, root, by(global))).toBe('LastAdministrator');
    expect(await take(global, idle, by(global))).toBe('done');
  });
});

test('a person is found by id or user name, unless deleted', async () => {
  const gone: Person = { ...person('gone'), deleted: { dateTime: monday, licenses: [] } };
  const { directory } = await setup(ada, gone);
  const find = async (text: string) => (await findPerson(text, directory))?.displayName;
  expect(await Promise.all([ada.id, 'ADA@contoso.com', gone.id, 'gone@contoso.com'].map(find))).toEqual([
    'ada',
    'ada',
    undefined,
    undefined,
  ]);
  expect(await Promise.all(['', 'x'.repeat(5000), '@', '__proto__'].map(find))).toEqual(Array(4).fill(undefined));
});
