/** An import is undone, and its undo in turn; who was touched since is left alone and listed. */
import { e3 } from '../../fakes/people.ts';
import { fileOf, imports } from './ask-import.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { type Delivery, newSystem, shuffled } from './system.ts';

const headings = 'User Name,Display Name,City,Licenses,Alternate email address';
const rowOf = (n: number, city = 'Delft') => `p${n}@contoso.com,Person ${n},${city},ENTERPRISEPACK,p${n}@example.net`;
const rowsTo = (last: number) => Array.from({ length: last }, (_, index) => rowOf(index + 1));

const setup = async (seats = 100, delivery: () => Delivery = () => ({})) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  const byName = (n: number) => system.directory.findByUserName(`p${n}@contoso.com`);
  const living = () => [...system.memory.people.values()].filter(({ deleted }) => !deleted);
  return { system, byName, living, seats: () => system.directory.readSku(e3.skuId), ...imports(system, delivery) };
};

const outcomes = (rows: readonly { outcome: string; code?: string }[]) =>
  rows.map(({ outcome, code }) => code ?? outcome);

test('who was created is deleted, seats come back, nobody is mailed, and the waiting are served', async () => {
  const { system, run, undo, living, seats } = await setup(60);
  const first = await run(fileOf(headings, rowsTo(60)));
  await run(fileOf(headings, rowsTo(61).slice(60)));
  const mails = system.post.sent.length;
  const undone = await undo(first.id);
  expect(undone.job).toMatchObject({ kind: 'undo', undoes: first.id, status: 'succeeded', rows: 60 });
  expect(undone.progress).toMatchObject({ deleted: 60, refused: 0 });
  expect(
    living().map(({ userPrincipalName, assignedLicenses }) => [userPrincipalName, assignedLicenses.length]),
  ).toEqual([['p61@contoso.com', 1]]);
  expect(await seats()).toMatchObject({ free: 59, reserved: 0 });
  // The administrator hears of the undo, and the one who waited of the licence.
  expect(
    system.post.sent
      .slice(mails)
      .flatMap(({ to }) => to)
      .toSorted(),
  ).toEqual(['admin@contoso.com', 'p61@contoso.com', 'p61@example.net']);
});

test('undone again, everybody is back with licence and a new password', async () => {
  const { system, run, undo, living, seats } = await setup(60);
  const first = await run(fileOf(headings, rowsTo(60)));
  const again = await undo((await undo(first.id)).id);
  expect(again.progress).toMatchObject({ restored: 60 });
  expect(living().map(({ assignedLicenses }) => assignedLicenses.length)).toEqual(Array(60).fill(1));
  expect(await seats()).toMatchObject({ free: 0, reserved: 0 });
  expect(await problemsOf(system)).toEqual([]);
  // And once more.
  expect((await undo(again.id)).progress).toMatchObject({ deleted: 60 });
});

test('who signed in or was changed since is left as they are, and listed', async () => {
  const { system, run, undo, byName } = await setup();
  const first = await run(fileOf(headings, rowsTo(5)));
  const change = async (n: number, more: object) => {
    const before = await byName(n);
    if (before) await system.directory.changePeople([{ before, after: { ...before, ...more } }]);
  };
  await change(2, { lastSignInDateTime: system.clock.now() });
  await run(fileOf(headings, [rowOf(3, 'Gouda')]), { existingPeople: 'update' });
  const undone = await undo(first.id);
  expect(outcomes(undone.rows)).toEqual(['deleted', 'SignedInSince', 'ChangedSinceImport', 'deleted', 'deleted']);
  expect([await byName(2), await byName(3)]).toMatchObject([{ displayName: 'Person 2' }, { city: 'Gouda' }]);
});

test('what was changed is as it was before, but for what was changed again since', async () => {
  const { run, undo, byName, system } = await setup(4);
  await run(fileOf(headings, rowsTo(4)));
  const rows = [rowOf(1, 'Gouda'), rowOf(2, 'Gouda'), 'p3@contoso.com,Person 3,Gouda,,', rowOf(4)];
  const update = await run(fileOf(headings, rows), { existingPeople: 'update' });
  await run(fileOf(headings, [rowOf(2, 'Leiden')]), { existingPeople: 'update' });
  const undone = await undo(update.id);
  expect(outcomes(undone.rows)).toEqual(['updated', 'ChangedSinceImport', 'updated', 'unchanged']);
  expect(undone.rows[0]?.changes).toEqual([{ property: 'city', from: 'Gouda', to: 'Delft' }]);
  const cities = await Promise.all([1, 2, 3].map(async (n) => (await byName(n))?.city));
  expect(cities).toEqual(['Delft', 'Leiden', 'Delft']);
  const redone = await undo(undone.id);
  expect(outcomes(redone.rows)).toEqual(['updated', 'unchanged', 'updated', 'unchanged']);
  expect((await byName(1))?.city).toBe('Gouda');
  expect(await problemsOf(system)).toEqual([]);
});

test('who was removed for good meanwhile is told apart', async () => {
  const { system, run, undo } = await setup();
  const first = await run(fileOf(headings, rowsTo(2)));
  const undone = await undo(first.id);
  system.clock.pass({ days: 31 });
  await system.queues.sweeps([{ kind: 'sweep' }]);
  await system.drain();
  expect(outcomes((await undo(undone.id)).rows)).toEqual(['PersonGone', 'PersonGone']);
});

test('a user name that somebody else has by now keeps its person away, and nobody else', async () => {
  const { run, undo } = await setup();
  const first = await run(fileOf(headings, rowsTo(3)));
  const undone = await undo(first.id);
  await run(fileOf(headings, [rowOf(2).replace('Person 2', 'Newcomer')]));
  const { rows } = await undo(undone.id);
  expect(outcomes(rows)).toEqual(['restored', 'UserNameTaken', 'restored']);
  expect(rows[1]?.fact).toMatch(/^Newcomer \([0-9a-f-]{36}\)$/);
});

test.each([1, 2])(
  'in any order, twice, and dying after any call, it is done once (seed %i)',
  async (seed) => {
    for (let calls = seed; calls < 300; calls += 41) {
      const life = new Life(calls);
      const { system, run, living, seats } = await setup(120);
      const first = await run(fileOf(headings, rowsTo(120)));
      const asks = imports(system, () => ({ life, pick: shuffled(seed), twice: seed === 2 }));
      const undone = await asks.undo(first.id);
      expect(undone.progress).toMatchObject({ deleted: 120, chunks: undone.job.chunks });
      expect([living().length, await seats()]).toMatchObject([0, { free: 120, reserved: 0 }]);
      const redone = await asks.undo(undone.id);
      expect(redone.progress).toMatchObject({ restored: 120 });
      expect(await problemsOf(system)).toEqual([]);
      if (!life.isOver) return;
    }
  },
  120_000,
);
