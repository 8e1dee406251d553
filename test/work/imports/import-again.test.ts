/** A file that comes again, and one that changes people: only what differs is written, and each row says what it was. */
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { administrator, e3, ems, person } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { type Delivery, newSystem, shuffled } from './system.ts';

const headings = 'User Name,Display Name,City,Job Title,Licenses,Alternate email address';
const numbers = Array.from({ length: 70 }, (_, index) => index + 1);
const rowOf = (n: number, { city = 'Delft', title = 'Clerk', licences = n % 2 ? 'ENTERPRISEPACK' : '' } = {}) =>
  `p${n}@contoso.com,Person ${n},${city},${title},${licences},p${n}@example.net`;
const file = fileOf(
  headings,
  numbers.map((n) => rowOf(n)),
);

const setup = async ({ seats = 50, delivery = () => ({}) }: { seats?: number; delivery?: () => Delivery } = {}) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  await system.directory.putSku({ ...ems, enabled: 5 });
  const asks = imports(system, delivery);
  const personOf = async (n: number) => (await system.directory.findByUserName(`p${n}@contoso.com`)) as Person;
  const counts = (rows: readonly { outcome: string; code?: string }[]) => {
    const names = rows.map(({ outcome, code }) => [outcome, code].filter(Boolean).join(' '));
    return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((one) => one === name).length]));
  };
  return { system, ...asks, personOf, counts };
};

const update: Partial<ImportOptions> = { existingPeople: 'update' };

test.each([{}, update])('the same file again changes nothing, and says so of each row (%j)', async (options) => {
  const { system, run, counts } = await setup();
  await run(file);
  const [people, mails] = [JSON.stringify([...system.memory.people]), system.post.sent.length];
  const again = await run(file, options);
  expect(counts(again.rows)).toEqual({ unchanged: 70 });
  expect(JSON.stringify([...system.memory.people])).toBe(people);
  expect(system.post.sent.length).toBe(mails + 1);
  expect(await problemsOf(system)).toEqual([]);
});

test('again with every seat in use: nobody needs another one, whatever happens when seats are short', async () => {
  const { system, run, counts } = await setup({ seats: 35 });
  await run(file);
  for (const seatsShort of ['reject', 'hold', 'unlicensed'] as const) {
    expect(counts((await run(file, { seatsShort })).rows)).toEqual({ unchanged: 70 });
    expect(counts((await run(file, { ...update, seatsShort })).rows)).toEqual({ unchanged: 70 });
  }
  expect(await problemsOf(system)).toEqual([]);
});

test('who exists is left alone and told apart: who differs, and who is somebody else', async () => {
  const { run, counts, personOf } = await setup();
  await run(file);
  const other = [rowOf(1, { city: 'Gouda' }), rowOf(2).replace('Person 2', 'Another'), rowOf(71)];
  const { rows } = await run(fileOf(headings, other));
  expect(counts(rows)).toEqual({ 'unchanged PersonDiffers': 1, 'refused UserNameTaken': 1, created: 1 });
  expect(rows[0]?.fact).toBe('city');
  expect((await personOf(1)).city).toBe('Delft');
});

test('an update changes what the file says, and leaves alone what it does not', async () => {
  const { run, personOf, system } = await setup();
  await run(file);
  const before = await personOf(1);
  const { rows, progress } = await run(fileOf(headings, [rowOf(1, { city: 'Gouda', title: '' }), rowOf(2)]), update);
  expect(rows).toMatchObject([
    { outcome: 'updated', personId: before.id, changes: [{ property: 'city', from: 'Delft', to: 'Gouda' }] },
    { outcome: 'unchanged' },
  ]);
  expect(progress).toMatchObject({ updated: 1, unchanged: 1 });
  expect(await personOf(1)).toMatchObject({ city: 'Gouda', jobTitle: 'Clerk', password: before.password });
  expect(system.memory.audit.findLast(({ target }) => target.type === 'User')).toMatchObject({
    activityDisplayName: 'Update user',
    initiatedBy: { id: administrator.id },
    modifiedProperties: [{ displayName: 'city', oldValue: 'Delft', newValue: 'Gouda' }],
  });
});

test('licences are as the cell says: given from the seats set aside, taken and given back; a blank cell keeps them', async () => {
  const { run, personOf, system } = await setup({ seats: 36 });
  await run(file);
  const rows = [
    rowOf(1, { licences: 'EMS' }),
    rowOf(2, { licences: 'ENTERPRISEPACK;EMS' }),
    rowOf(3, { licences: '' }),
    rowOf(4, { licences: 'ENTERPRISEPACK' }),
  ];
  const changed = await run(fileOf(headings, rows), update);
  expect(changed.rows.map(({ outcome }) => outcome)).toEqual(['updated', 'updated', 'unchanged', 'updated']);
  const held = async (n: number) => (await personOf(n)).assignedLicenses.map(({ skuId }) => skuId);
  expect([await held(1), await held(2), await held(3)]).toEqual([[ems.skuId], [e3.skuId, ems.skuId], [e3.skuId]]);
  // 35 were in use and one was free when the file was planned; the one of row 1 came back at its end, for row 4.
  expect(await held(4)).toEqual([e3.skuId]);
  expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 0, reserved: 0 });
  expect(await problemsOf(system)).toEqual([]);
});

test('who may not touch an administrator may not by a file, nor give a role', async () => {
  const { run, system, personOf } = await setup();
  const people = [
    person('p1', { displayName: 'Person 1', roles: ['Global Administrator'] }),
    person('root', { roles: ['Global Administrator'] }),
  ];
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const owner = { ...administrator, id: 'helper', roles: ['User Administrator'] };
  const { rows } = await run(fileOf(headings, [rowOf(1)]), update, owner);
  expect(rows).toMatchObject([{ outcome: 'refused', code: 'PersonProtected' }]);
  expect(await personOf(1)).not.toHaveProperty('city');
  const roles = await run('User Name,Display Name,Roles\nnew@contoso.com,New,Global Administrator', {}, owner);
  expect(roles.rows).toMatchObject([{ outcome: 'refused', code: 'RoleNotYours' }]);
});

test('the last Global Administrator is not blocked by a file; the other rows are done', async () => {
  const { run, system } = await setup();
  const root = person('p1', { displayName: 'Person 1', roles: ['Global Administrator'] });
  await system.directory.addPeople({ people: [root, person('p2', { displayName: 'Person 2' })], seatsFrom: 'free' });
  const rows = ['p1@contoso.com,Person 1,yes', 'p2@contoso.com,Person 2,yes'];
  const done = await run(fileOf('User Name,Display Name,Block Sign In', rows), update);
  expect(done.rows.map(({ outcome, code }) => code ?? outcome)).toEqual(['LastAdministrator', 'updated']);
});

test('a person who changes between two looks is looked at again', async () => {
  const { run, begin, finish, read, system, personOf } = await setup();
  await run(file);
  const id = await begin(fileOf(headings, [rowOf(1, { city: 'Gouda' })]), update);
  await system.drain({ only: ['files'] });
  const addPeople = system.ports.directory.addPeople;
  let isFirst = true;
  system.ports.directory.addPeople = async (addition) => {
    const before = await personOf(1);
    if (isFirst) await system.directory.changePeople([{ before, after: { ...before, city: 'Leiden' } }]);
    isFirst = false;
    return addPeople(addition);
  };
  await finish();
  expect((await read(id)).rows[0]?.changes).toEqual([{ property: 'city', from: 'Leiden', to: 'Gouda' }]);
});

test('a default licence and location are for new people whose row names none', async () => {
  const { run, personOf } = await setup();
  await run(fileOf(headings, [rowOf(2)]));
  const options = { ...update, licences: ['EMS'], usageLocation: 'BE' };
  await run(fileOf(headings, [rowOf(2), rowOf(4), rowOf(5)]), options);
  const held = async (n: number) => (await personOf(n)).assignedLicenses.map(({ skuId }) => skuId);
  expect([await held(2), await held(4), await held(5)]).toEqual([[], [ems.skuId], [e3.skuId]]);
  expect([(await personOf(2)).usageLocation, (await personOf(4)).usageLocation]).toEqual(['NL', 'BE']);
});

test.each([1, 2, 3])(
  'updates in any order, twice, and dying after any call, are done once (seed %i)',
  async (seed) => {
    const changed = fileOf(
      headings,
      numbers.map((n) => rowOf(n, n % 3 ? { city: 'Gouda' } : {})),
    );
    for (let calls = seed; calls < 200; calls += 23) {
      const life = new Life(calls);
      const { system, run, counts } = await setup();
      await run(file);
      const asks = imports(system, () => ({ life, pick: shuffled(seed), twice: seed === 2 }));
      const id = await asks.begin(changed, update);
      await asks.finish();
      expect(counts((await asks.read(id)).rows)).toEqual({ updated: 47, unchanged: 23 });
      expect(await problemsOf(system)).toEqual([]);
      if (!life.isOver) return;
    }
  },
  120_000,
);
