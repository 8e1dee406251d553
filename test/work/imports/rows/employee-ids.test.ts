/** Rows with an employee id mean the person who has it, whatever their user name. */
import type { ImportOptions } from '../../../../shared/domain/imports/import-options.ts';
import type { Person } from '../../../../shared/domain/person.ts';
import { e3, idOf, person } from '../../../fakes/people.ts';
import { fileOf, imports } from '../ask-import.ts';
import { problemsOf } from '../check-a.ts';
import { Life } from '../mortal.ts';
import { type Delivery, newSystem, shuffled } from '../system.ts';

const headings = 'User Name,Display Name,Employee ID,Department,Licenses';
const rowOf = (name: string, employeeId: string, department = '', licence = '') =>
  `${name}@contoso.com,${name},${employeeId},${department},${licence}`;

const setup = async (people: Record<string, string>, delivery: () => Delivery = () => ({})) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 1 });
  const before = Object.entries(people).map(([name, employeeId]) =>
    person(name, { ...(employeeId && { employeeId }), department: 'Old', usageLocation: 'NL' }),
  );
  if (before.length > 0) await system.directory.addPeople({ people: before, seatsFrom: 'free' });
  const asks = imports(system, delivery);
  return {
    ...{ system, before },
    run: (rows: readonly string[], options: Partial<ImportOptions> = {}) => asks.run(fileOf(headings, rows), options),
    ...{ undo: asks.undo, apply: asks.apply },
    read: async (name: string) => (await system.directory.readPeople([idOf(name)]))[0] as Person,
    holder: async (key: string) => [...(await system.directory.keyHolders('employeeId', [key])).values()].flat(),
  };
};

const update: Partial<ImportOptions> = { existingPeople: 'update' };

/** What the directory holds, what a row says, and what becomes of it when people are left alone, and when changed. */
const cases: readonly [string, Record<string, string>, string, object, object][] = [
  [
    'the same name and id, nothing new',
    { ada: 'E1' },
    rowOf('ada', 'e1', 'Old'),
    { outcome: 'unchanged', code: 'PersonDiffers', fact: 'employeeId' },
    { outcome: 'updated', changes: [{ property: 'employeeId', from: 'E1', to: 'e1' }] },
  ],
  [
    'the same id by another name',
    { ada: 'E1' },
    `ada.new@contoso.com,ada,E1,Old,`,
    { outcome: 'unchanged', code: 'UserNameDiffers', fact: 'ada@contoso.com' },
    { outcome: 'unchanged', code: 'UserNameDiffers', fact: 'ada@contoso.com' },
  ],
  [
    'the same id by another name and display name, in another department',
    { ada: 'E1' },
    rowOf('lovelace', 'E1', 'New'),
    { outcome: 'unchanged', code: 'PersonDiffers', fact: 'userPrincipalName, displayName, department' },
    { outcome: 'updated', code: 'UserNameDiffers', fact: 'ada@contoso.com' },
  ],
  [
    'the name of somebody without an id',
    { ada: '' },
    rowOf('ada', 'E1', 'Old'),
    { outcome: 'unchanged', code: 'PersonDiffers', fact: 'employeeId' },
    { outcome: 'updated', changes: [{ property: 'employeeId', to: 'E1' }] },
  ],
  [
    'the name of one and the id of another',
    { ada: 'E1', bob: 'E2' },
    rowOf('bob', 'E1'),
    { outcome: 'refused', code: 'EmployeeIdConflict', target: 'employeeId' },
    { outcome: 'refused', code: 'EmployeeIdConflict', target: 'employeeId' },
  ],
  [
    'an id and a name that nobody has',
    { ada: 'E1' },
    rowOf('bob', 'E2'),
    { outcome: 'created' },
    { outcome: 'created' },
  ],
];

describe.each(cases)('%s', (_what, people, row, left, changed) => {
  test.each([
    ['left alone', {}, left],
    ['changed', update, changed],
  ])('%s', async (_which, options, expected) => {
    for (const dryRun of [true, false]) {
      const { system, run } = await setup(people);
      const { rows } = await run([row], { ...options, dryRun });
      expect(rows).toMatchObject([expected]);
      expect(await problemsOf(system)).toEqual([]);
    }
  });
});

test('who has name and id are both named, and nobody is changed', async () => {
  const { run, read } = await setup({ ada: 'E1', bob: 'E2' });
  const { rows } = await run([rowOf('bob', 'E1', 'New')], update);
  expect(rows[0]?.fact).toBe(`ada (${idOf('ada')}) has the id, bob (${idOf('bob')}) the name`);
  expect([await read('ada'), await read('bob')]).toMatchObject([
    { employeeId: 'E1', department: 'Old' },
    { employeeId: 'E2', department: 'Old' },
  ]);
});

test('a person found by their id keeps the user name, and gets the rest; undoing takes it back', async () => {
  const { system, run, undo, read } = await setup({ ada: 'E1' });
  const { id, rows } = await run([rowOf('lovelace', 'E1', 'New')], update);
  expect(rows[0]?.personId).toBe(idOf('ada'));
  expect(await read('ada')).toMatchObject({ userPrincipalName: 'ada@contoso.com', department: 'New' });
  expect(await system.directory.findByUserName('lovelace@contoso.com')).toBeUndefined();
  await undo(id);
  expect(await read('ada')).toMatchObject({ displayName: 'ada', department: 'Old' });
  expect(await problemsOf(system)).toEqual([]);
});

test('of two rows with one id the second is refused, and names the row of the first', async () => {
  const { run, system } = await setup({});
  const { rows } = await run([rowOf('ada', 'E1'), rowOf('bob', ''), rowOf('cem', ' e1 '), rowOf('dan', '')]);
  expect(rows).toMatchObject([
    { outcome: 'created' },
    { outcome: 'created' },
    { rowNumber: 3, outcome: 'refused', code: 'DuplicateInFile', target: 'employeeId', fact: '1' },
    { outcome: 'created' },
  ]);
  expect(await problemsOf(system)).toEqual([]);
});

test('one row changes the id of a person and another brings somebody new who gets the former id', async () => {
  const { system, run, undo, holder, read } = await setup({ ada: 'E1' });
  const { id, rows } = await run([rowOf('ada', 'E9'), rowOf('bob', 'E1')], update);
  expect(rows.map(({ outcome }) => outcome)).toEqual(['updated', 'created']);
  const bob = await system.directory.findByUserName('bob@contoso.com');
  expect([await holder('E9'), await holder('E1')]).toEqual([[idOf('ada')], [bob?.id]]);
  expect(await problemsOf(system)).toEqual([]);
  // Both rows are undone in one transaction, so that the id goes back as Bob goes.
  expect((await undo(id)).rows).toMatchObject([{ outcome: 'updated' }, { outcome: 'deleted' }]);
  expect([await holder('E1'), (await read('ada')).employeeId]).toEqual([[idOf('ada')], 'E1']);
  expect(await problemsOf(system)).toEqual([]);
});

test('a row of somebody who is there by their id needs no seat that they hold', async () => {
  const { system, run } = await setup({ ada: 'E1' });
  await run([rowOf('ada', 'E1', '', 'ENTERPRISEPACK')], update);
  expect((await system.directory.readSku(e3.skuId))?.free).toBe(0);
  const { rows } = await run([rowOf('lovelace', 'E1', 'Old', 'ENTERPRISEPACK')], { ...update, seatsShort: 'reject' });
  expect(rows).toMatchObject([{ outcome: 'updated', code: 'UserNameDiffers' }]);
});

test('the same file again changes nothing, also for those whom it found by their id', async () => {
  const { run, system } = await setup({ ada: 'E1' });
  const file = [rowOf('lovelace', 'E1', 'New'), ...Array.from({ length: 120 }, (_, n) => rowOf(`p${n}`, `N${n}`))];
  expect((await run(file, update)).progress).toMatchObject({ created: 120, updated: 1, refused: 0 });
  expect((await run(file, update)).progress).toMatchObject({ created: 0, updated: 0, unchanged: 121 });
  expect(await problemsOf(system)).toEqual([]);
});

test.each([0, 1, 2, 3, 4, 5])(
  'ids that move, come twice, die and come back in any order: nobody has one twice, and nobody is lost (%i)',
  async (seed) => {
    const chance = shuffled(seed);
    const life = () => new Life(3 + seed * 7);
    const { run, system } = await setup({ ada: 'E1', bob: 'E2' }, () => ({
      pick: chance,
      twice: seed % 2 === 1,
      life: life(),
    }));
    const rows = Array.from({ length: 110 }, (_, n) => rowOf(`p${n}`, `N${n}`, 'X'));
    const one = await run([...rows, rowOf('ada', 'E7'), rowOf('cem', 'E2'), rowOf('dan', 'N3')], update);
    expect(one.progress).toMatchObject({ created: 110, refused: 1 });
    const moved = [...rows.slice(0, 50), ...rows.slice(50).map((row, n) => row.replace(/,N\d+,/, `,M${n},`))];
    const two = await run(moved, update);
    expect(two.progress).toMatchObject({ unchanged: 50, updated: 60 });
    expect(await problemsOf(system)).toEqual([]);
  },
);
