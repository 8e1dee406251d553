/** People whose user names are made: each has one of their own, and nobody is taken for somebody else by it. */
import { parse } from 'csv-parse/sync';
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { sentenceOf } from '../../../shared/domain/refusals.ts';
import { person } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { type Delivery, newSystem, shuffled } from './system.ts';

const userNamePattern = '{givenName}.{surname}@contoso.com';
const headings = 'First Name,Last Name,Display Name,Employee ID,Department';
const pat = (employeeId = '', department = '') => `Pat,Doe,Pat Doe,${employeeId},${department}`;

const setup = (delivery: () => Delivery = () => ({}), options: Partial<ImportOptions> = {}) => {
  const system = newSystem();
  const asks = imports(system, delivery);
  const run = (rows: readonly string[], more: Partial<ImportOptions> = {}, head = headings) =>
    asks.run(fileOf(head, rows), { userNamePattern, ...options, ...more });
  const there = (...people: Person[]) => system.directory.addPeople({ people, seatsFrom: 'free' });
  const names = () => [...system.memory.people.values()].map(({ userPrincipalName }) => userPrincipalName).sort();
  return { ...asks, run, there, names, system };
};

const told = (rows: readonly { outcome: string; code?: string; userPrincipalName: string }[]) =>
  rows.map(({ outcome, code, userPrincipalName }) => `${code ?? outcome} ${userPrincipalName.split('@')[0]}`);

const messages = (rows: readonly { code?: string; fact?: string; target?: string }[]) =>
  rows.map((row) => (row.code ? sentenceOf(row as never) : ''));

test('a file without user names has them made, numbered in its order, and mails tell them', async () => {
  const { run, names, system } = setup();
  const { rows, job } = await run([pat(), 'Ada,Müller,Ada,1,', pat('7'), pat(), 'Pat,Doe2,P,,']);
  expect(told(rows)).toEqual([
    'created pat.doe',
    'created ada.muller',
    'created pat.doe3',
    'created pat.doe4',
    'created pat.doe2',
  ]);
  expect([job.status, names().length]).toEqual(['succeeded', 5]);
  expect(system.post.sent.some(({ text }) => text.includes('pat.doe3@contoso.com'))).toBe(true);
  expect(await problemsOf(system)).toEqual([]);
});

test('a name that the file gives goes before one that is made, wherever it stands', async () => {
  const { run } = setup();
  const given = [
    'Pat,Doe,Pat Doe,,',
    'Pat,Doe,Pat Doe,,',
    'X,Y,Other,,pat.doe@contoso.com',
    'X,Y,One,,PAT.DOE2@contoso.com',
  ];
  const { rows } = await run(given, {}, 'First Name,Last Name,Display Name,Employee ID,User Name');
  expect(told(rows)).toEqual(['created pat.doe3', 'created pat.doe4', 'created pat.doe', 'created PAT.DOE2']);
});

test('a row says what it lacks; without the option the file says that there is one', async () => {
  const { run, begin, finish, read } = setup();
  const { rows } = await run(['Pat,,Pat,,', ',Doe,Pat,,', '🙂,Doe,P,,', 'Pat,Doe,,,']);
  expect(rows.map(({ code, target }) => [code, target])).toEqual([
    ['UserNameNotMade', 'surname'],
    ['UserNameNotMade', 'givenName'],
    ['UserNameNotMade', 'givenName'],
    ['DisplayNameMissing', 'displayName'],
  ]);
  const id = await begin(fileOf(headings, [pat()]));
  await finish();
  const { refusal } = (await read(id)).job;
  expect(refusal?.code).toBe('HeadingMissing');
  expect(refusal && sentenceOf(refusal)).toContain('userNamePattern');
});

describe('somebody has the name', () => {
  test('of another or no employeeId: the row is refused, and the next free name is proposed', async () => {
    const { run, there, names } = setup();
    await there(
      person('pat.doe', { displayName: 'Pat Doe' }),
      person('pat.doe2', { employeeId: '2' }),
      person('pat.doe4'),
    );
    const { rows } = await run([pat(), 'Ada,May,Ada,,', pat('3')]);
    expect(told(rows)).toEqual(['MadeNameTaken pat.doe', 'created ada.may', 'MadeNameTaken pat.doe2']);
    const [first, , third] = messages(rows);
    expect(first).toMatch(/Pat Doe \([0-9a-f-]{36}\) has pat\.doe@contoso\.com; pat\.doe3@contoso\.com is free/);
    expect(third).toContain('pat.doe5@contoso.com is free');
    expect(names()).toHaveLength(4);
  });

  test('no name that the file gives to another row is proposed', async () => {
    const { run, there } = setup();
    await there(person('pat.doe'));
    const { rows } = await run(['Pat,Doe2,Pat,,', pat(), pat(), 'Pat,Doe4,Pat,,']);
    expect(told(rows)).toEqual(['created pat.doe2', 'MadeNameTaken pat.doe', 'created pat.doe3', 'created pat.doe4']);
    expect(messages(rows)[1]).toContain('pat.doe5@contoso.com is free');
  });

  test('rows that want one name are proposed different ones, in every chunk', async () => {
    const { run, there } = setup();
    await there(...['pat.doe', 'pat.doe2', 'pat.doe60'].map((name) => person(name)));
    const doubles = Array.from({ length: 60 }, (_, n) => (n === 3 ? 'Ada,May,Ada,,' : pat()));
    const { rows } = await run(doubles);
    const refused = rows.filter(({ outcome }) => outcome === 'refused');
    const proposed = messages(refused).map((message) => /(\S+) is free/.exec(message)?.[1]);
    expect(refused.map(({ rowNumber }) => rowNumber)).toEqual([1, 2]);
    expect(proposed).toEqual(['pat.doe61@contoso.com', 'pat.doe62@contoso.com']);
    const again = await run(doubles);
    const others = messages(again.rows).flatMap((message) => /(\S+) is free/.exec(message)?.[1] ?? []);
    expect(others.length).toBeGreaterThan(50);
    expect(new Set(others).size).toBe(others.length);
  });

  test('of a hundred and more nothing is proposed, and the row says so', async () => {
    const { run, there } = setup();
    for (let n = 1; n < 140; n += 40) {
      await there(...Array.from({ length: 40 }, (_, index) => person(`pat.doe${n + index === 1 ? '' : n + index}`)));
    }
    expect(messages((await run([pat()])).rows)[0]).toMatch(/has pat\.doe@contoso\.com\. The same person/);
  });

  test.each<[string, Partial<ImportOptions>, string]>([
    ['left alone', {}, 'PersonDiffers pat.doe'],
    ['changed', { existingPeople: 'update' }, 'updated pat.doe'],
  ])('the same employeeId is the same person: %s', async (_, options, outcome) => {
    const { run, there, system, names } = setup();
    await there(person('pat.doe', { displayName: 'Pat Roe', employeeId: '00042' }));
    const { rows } = await run([pat('00042', 'HR'), pat('42')], options);
    expect(told(rows)).toEqual([outcome, 'created pat.doe2']);
    const found = await system.directory.findByUserName('pat.doe@contoso.com');
    expect(found?.department).toBe(options.existingPeople && 'HR');
    expect(names()).toEqual(['pat.doe2@contoso.com', 'pat.doe@contoso.com']);
  });

  test('somebody who was deleted has it no more', async () => {
    const { run, undo, names } = setup();
    const { id } = await run([pat('1')]);
    await undo(id);
    expect(told((await run([pat('2')])).rows)).toEqual(['created pat.doe']);
    expect(names()).toHaveLength(2);
  });
});

describe('the same file again', () => {
  const rows = [pat('1'), pat('2'), pat(), 'Ada,May,Ada,9,'];

  test('knows who has an employeeId, and creates nobody twice', async () => {
    const { run, names } = setup();
    await run(rows);
    const again = await run(rows);
    expect(told(again.rows)).toEqual([
      'unchanged pat.doe',
      'unchanged pat.doe2',
      'MadeNameTaken pat.doe3',
      'unchanged ada.may',
    ]);
    expect(messages(again.rows)[2]).toContain('pat.doe4@contoso.com is free');
    expect(names()).toHaveLength(4);
  });

  test.each(Array.from({ length: 12 }, (_, seed) => seed))(
    'killed anywhere, delivered twice: seed %i',
    async (seed) => {
      const life = new Life(seed * 9 + 1);
      const { run, names, system } = setup(() => ({ pick: shuffled(seed), twice: seed % 2 === 0, life }));
      const many = Array.from({ length: 120 }, (_, n) =>
        n % 3 ? pat(String(n)) : `Ada,${n % 2 ? 'May' : 'Roe'},Ada,,`,
      );
      const first = await run(many);
      expect(first.progress.created).toBe(120);
      expect(new Set(names()).size).toBe(120);
      expect(await problemsOf(system)).toEqual([]);
    },
  );

  test('its report knows everybody who is there, and proposes without taking', async () => {
    const { run, names, system } = setup();
    await run([pat()]);
    const mixed = await run([pat(), 'Ada,May,Ada,,']);
    const reportOf = (id: string) => [...system.files.reports].find(([key]) => key.startsWith(id))?.[1] ?? '';
    const report = reportOf(mixed.id);
    const lines = parse(report, { bom: true, columns: true }) as Record<string, string>[];
    expect(lines.map((line) => [line['User name'], line.Outcome, line.userPrincipalName])).toEqual([
      ['pat.doe@contoso.com', 'refused', ''],
      ['ada.may@contoso.com', 'created', 'ada.may@contoso.com'],
    ]);
    const { begin, finish, read } = imports(system);
    const dropped = async (content: string) => {
      const id = await begin(content, { userNamePattern });
      await finish();
      return told((await read(id)).rows);
    };
    expect(await dropped(report)).toEqual(['MadeNameTaken pat.doe', 'unchanged ada.may']);
    expect(await dropped(report.replace(/(Pat,Doe,Pat Doe,,,)/, '$1pat.doe2@contoso.com'))).toEqual([
      'created pat.doe2',
      'unchanged ada.may',
    ]);
    expect(names()).toHaveLength(3);
  });
});

describe('a dry run', () => {
  const rows = [pat('1'), pat(), 'Ada,May,Ada,9,'];

  test('shows the names, and is applied with the same ones', async () => {
    const { run, apply, names } = setup();
    const shown = await run(rows, { dryRun: true });
    expect(told(shown.rows)).toEqual(['created pat.doe', 'created pat.doe2', 'created ada.may']);
    expect(names()).toEqual([]);
    expect(told((await apply(shown.id)).rows)).toEqual(told(shown.rows));
    await apply(shown.id);
    expect(names()).toHaveLength(3);
  });

  test('applied when the names are made in another way: nobody gets a name that was not shown', async () => {
    const { run, apply, system, names } = setup();
    const shown = await run(['Jörg,Müller,Jörg,,', pat()], { dryRun: true });
    Object.assign(system.ports, { organisation: { ...system.ports.organisation, preferredLanguage: 'de' } });
    const { rows: applied } = await apply(shown.id);
    expect(told(applied)).toEqual(['ChangedSincePlan joerg.mueller', 'created pat.doe']);
    expect(applied[0]?.fact).toBe('planned was jorg.muller@contoso.com, and now it would be joerg.mueller@contoso.com');
    expect(names()).toEqual(['pat.doe@contoso.com']);
  });

  test('applied when somebody took a name: the row is refused', async () => {
    const { run, apply, there } = setup();
    const shown = await run(rows, { dryRun: true });
    await there(person('pat.doe'));
    expect(told((await apply(shown.id)).rows)).toEqual([
      'MadeNameTaken pat.doe',
      'created pat.doe2',
      'created ada.may',
    ]);
  });
});

test('two imports at once that make one name: one has the person, the other is told', async () => {
  const { begin, finish, read, names } = setup();
  const file = fileOf(headings, [pat()]);
  const ids = [await begin(file, { userNamePattern }), await begin(file, { userNamePattern })];
  await finish();
  const outcomes = await Promise.all(ids.map(async (id) => told((await read(id)).rows)));
  expect(outcomes.flat().sort()).toEqual(['MadeNameTaken pat.doe', 'created pat.doe']);
  expect(names()).toEqual(['pat.doe@contoso.com']);
});

test('a cancelled import goes on with the same names', async () => {
  const { begin, finish, read, cancel, resume, system, names } = setup();
  const rows = Array.from({ length: 150 }, () => pat());
  const id = await begin(fileOf(headings, rows), { userNamePattern });
  await system.drain({ only: ['files'] });
  const [message] = system.queue.waiting.filter(({ queue }) => queue === 'rows');
  if (message) await system.take.rows(JSON.parse(message.body), system.ports);
  await cancel(id);
  await finish();
  expect(names().length).toBeGreaterThan(0);
  expect(names().length).toBeLessThan(150);
  await resume(id);
  await finish();
  expect(told((await read(id)).rows)).toEqual(rows.map((_, n) => `created pat.doe${n === 0 ? '' : n + 1}`));
});

test('an update never renames', async () => {
  const { run, there, system } = setup();
  const old = person('p.doe', { employeeId: '1' });
  await there(old);
  const update = { existingPeople: 'update', userNamePattern: '{givenName:1}.{surname}' } as const;
  const row = 'Pat,Doe,P. Doe,1,HR';
  const [{ rows }, { rows: again }] = [await run([row], update), await run([row], update)];
  expect(told([...rows, ...again])).toEqual(['updated p.doe', 'unchanged p.doe']);
  expect((await system.directory.findByUserName('p.doe@contoso.com'))?.id).toBe(old.id);
});

test('an employee id finds its person under any name, before a name is made for somebody else', async () => {
  const { run, names } = setup();
  await run([pat('1'), pat('2')]);
  const married = 'Pat,Roe,Pat Roe,1,HR';
  const turned = await run([pat('2'), married, pat('3')], { existingPeople: 'update' });
  expect(told(turned.rows)).toEqual(['unchanged pat.doe2', 'updated pat.doe', 'MadeNameTaken pat.doe2']);
  expect(names()).toHaveLength(2);
});
