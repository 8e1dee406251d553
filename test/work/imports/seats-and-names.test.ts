/** What rows compete for: seats go by the order of rows, names to whoever commits first. */
import { createPerson } from '../../../shared/work/people/create-person.ts';
import { administrator, e3 } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { newSystem, shuffled } from './system.ts';

const fileOf = (...rows: string[]) => ['User Name,Display Name,Licenses', ...rows].join('\n');
const numbered = (count: number) => Array.from({ length: count }, (_, n) => n + 1);

const setup = async (enabled: number) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled });
  const add = (name: string) => {
    const draft = { userPrincipalName: name, displayName: name };
    return createPerson({ draft, faults: [], principal: administrator }, system);
  };
  const personOf = async (name: string) => (await system.directory.findByUserName(`${name}@contoso.com`)) ?? undefined;
  const rowResults = () =>
    [...system.memory.chunks.values()].flatMap((chunks) => [...chunks.values()]).flatMap(({ rows }) => rows);
  return { ...system, add, personOf, rowResults };
};

test.each([1, 2, 3])('short seats go to the first rows, in whatever order chunks are done (seed %i)', async (seed) => {
  const system = await setup(70);
  await system.announce('people.csv', fileOf(...numbered(120).map((n) => `p${n}@contoso.com,P ${n},ENTERPRISEPACK`)));
  await system.drain({ pick: shuffled(seed) });
  await system.sweepUntilQuiet();
  const holders = [...system.memory.people.values()].filter(({ assignedLicenses }) => assignedLicenses.length > 0);
  expect(holders.map(({ rowNumber = 0 }) => rowNumber).toSorted((a, b) => a - b)).toEqual(numbered(70));
  const line = await system.directory.waitingFor(e3.skuId, 99);
  expect(line.map((id) => system.memory.people.get(id)?.rowNumber)).toEqual(numbered(120).slice(70));
  expect(await problemsOf(system)).toEqual([]);
});

test.each([1, 2, 3, 4])(
  'one name in two files at once is one person; the other row says so (seed %i) (case 13)',
  async (seed) => {
    const system = await setup(200);
    await system.announce('one.csv', fileOf(...numbered(60).map((n) => `p${n}@contoso.com,One ${n},ENTERPRISEPACK`)));
    await system.announce(
      'two.csv',
      fileOf(...numbered(80).map((n) => `P${81 - n}@contoso.com,Two ${n},ENTERPRISEPACK`)),
    );
    await system.drain({ pick: shuffled(seed) });
    await system.sweepUntilQuiet();
    expect(system.memory.people.size).toBe(80);
    const lost = system.rowResults().filter(({ outcome }) => outcome === 'refused');
    expect(lost).toHaveLength(60);
    for (const { userPrincipalName, code, fact } of lost) {
      const winner = await system.directory.findByUserName(userPrincipalName);
      expect([code, fact]).toEqual(['UserNameTaken', `${winner?.displayName} (${winner?.id})`]);
    }
    expect(await problemsOf(system)).toEqual([]);
  },
);

test('a name that is taken between the check and the commit is lost by the row, and its seat is free again (case 14)', async () => {
  const system = await setup(3);
  await system.announce('people.csv', fileOf(...numbered(3).map((n) => `p${n}@contoso.com,P ${n},ENTERPRISEPACK`)));
  await system.drain({ only: ['files'] });
  expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 0, reserved: 3 });
  await system.add('p2@contoso.com');
  await system.drain();
  await system.sweepUntilQuiet();
  expect(system.rowResults().map(({ outcome, code }) => code ?? outcome)).toEqual([
    'created',
    'UserNameTaken',
    'created',
  ]);
  expect(await system.directory.readSku(e3.skuId)).toMatchObject({ free: 1, reserved: 0 });
  expect((await system.personOf('p2'))?.importId).toBeUndefined();
  expect(await problemsOf(system)).toEqual([]);
});

test('a seat that an import gives back goes to who waits for it', async () => {
  const system = await setup(1);
  await system.announce('people.csv', fileOf('taken@contoso.com,T,ENTERPRISEPACK', 'ada@contoso.com,A,ENTERPRISEPACK'));
  await system.drain({ only: ['files'] });
  await system.add('taken@contoso.com');
  await system.drain();
  expect((await system.personOf('ada'))?.assignedLicenses).toEqual([{ skuId: e3.skuId }]);
  await system.sweepUntilQuiet();
  expect(await problemsOf(system)).toEqual([]);
});

test('the same file announced twice, in two versions, is two imports, and people are there once', async () => {
  const system = await setup(0);
  const content = fileOf('ada@contoso.com,Ada,', 'bob@contoso.com,Bob,');
  for (const version of ['1', '2']) await system.announce('people.csv', content, version);
  await system.announce('people.csv', content, '1');
  await system.drain();
  await system.sweepUntilQuiet();
  expect([system.memory.jobs.size, system.memory.people.size]).toEqual([2, 2]);
  expect(await problemsOf(system)).toEqual([]);
});

test('two versions of a file, announced twice and the later one first: each is imported once, as it is (case 12)', async () => {
  const system = await setup(0);
  await system.announce('people.csv', fileOf('ada@contoso.com,Ada,'), '1');
  await system.announce('people.csv', fileOf('bob@contoso.com,Bob,', 'carl@contoso.com,Carl,'), '2');
  const [first, second] = system.queue.in('files');
  system.queue.waiting.length = 0;
  for (const event of [second, first, second, first]) await system.ports.queues.files([event]);
  await system.drain({ twice: true });
  await system.sweepUntilQuiet();
  const done = [...system.memory.jobs.values()].map(({ file, rows }) => [file.versionId, rows]);
  expect(done.toSorted()).toEqual([
    ['1', 1],
    ['2', 2],
  ]);
  expect([...system.memory.names.keys()].toSorted()).toEqual([
    'ada@contoso.com',
    'bob@contoso.com',
    'carl@contoso.com',
  ]);
  expect(await problemsOf(system)).toEqual([]);
});

test('objects of other names in the bucket are left alone', async () => {
  const system = await setup(0);
  await system.announce('people.docx', 'PK');
  await system.announce('folder.csv/', '');
  await system.drain();
  expect(system.memory.jobs.size).toBe(0);
  await system.announce('UPPER.CSV', fileOf('ada@contoso.com,Ada,'));
  await system.drain();
  expect(system.memory.people.size).toBe(1);
});
