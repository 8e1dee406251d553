/** A migration brings a mailbox to whom it finds, and changes nothing else of them. */
import { undoImport } from '../../../shared/work/imports/run/manage-imports.ts';
import { e3 } from '../../fakes/people.ts';
import { fileOf } from '../imports/ask-import.ts';
import { problemsOf } from '../imports/check-a.ts';
import { newSystem } from '../imports/system.ts';
import { batches } from './ask-batch.ts';

const list = fileOf('User Name,Display Name,Licenses,Usage Location', [
  'ann.beebe@contoso.com,Ann Beebe,,',
  'bob@contoso.com,Bob,ENTERPRISEPACK,NL',
]);
const secret = 'Tulip-7-Windmill';
const stagedFile = fileOf('EmailAddress,Password,ForceChangePassword', [
  `ann.beebe@contoso.com,${secret},False`,
  `bob@contoso.com,${secret},False`,
]);

const setup = async () => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 10 });
  const asks = batches(system);
  await asks.importFile(list);
  const byName = async (name: string) => await system.directory.findByUserName(`${name}@contoso.com`);
  return { system, ...asks, byName };
};

test.each(['skip', 'update'] as const)(
  'in grace without a licence, left active with one; no name changes, and no password leaves the file (%s)',
  async (existingPeople) => {
    const { system, run, read, byName } = await setup();
    const crossed = system.crossed.length;
    const before = await byName('ann.beebe');
    const id = await run(stagedFile, {}, { existingPeople });
    const { rows } = await read(id);
    expect(rows.map(({ outcome, changes }) => [outcome, changes])).toEqual([
      ['updated', [{ property: 'mailbox', to: 'grace' }]],
      ['unchanged', undefined],
    ]);
    const after = await byName('ann.beebe');
    expect(after).toMatchObject({
      displayName: 'Ann Beebe',
      mailbox: { state: 'grace', graceSince: system.clock.now(), batchId: id },
      password: before?.password,
    });
    expect((await byName('bob'))?.mailbox).toEqual({ state: 'active' });
    const everywhere = [system.memory, system.crossed.slice(crossed), system.post.sent, system.aside];
    expect(everywhere.map((one) => JSON.stringify(serialisable(one)).includes(secret))).toEqual(
      everywhere.map(() => false),
    );
    expect(await problemsOf(system, [secret])).toEqual([]);
  },
);

/** Maps as their entries. */
const serialisable = (value: unknown): unknown => {
  if (value instanceof Map || value instanceof Set) return [...value].map(serialisable);
  if (Array.isArray(value)) return value.map(serialisable);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, serialisable(one)]));
};

test('given twice, it is one mailbox with one beginning; undone it is gone, and undone again it is there', async () => {
  const { system, run, read, finish, asked, byName } = await setup();
  const first = await run(stagedFile);
  const began = (await byName('ann.beebe'))?.mailbox;
  system.clock.pass({ days: 3 });
  const second = await run(stagedFile);
  expect((await read(second)).progress).toMatchObject({ updated: 0, unchanged: 2 });
  expect((await byName('ann.beebe'))?.mailbox).toEqual(began);
  const undo = await undoImport(asked(first), system.ports);
  await finish();
  expect((await byName('ann.beebe'))?.mailbox).toBeUndefined();
  expect(system.memory.due.get((await byName('ann.beebe'))?.id ?? '')).not.toBe(began?.graceSince);
  await undoImport(asked(undo.id), system.ports);
  await finish();
  expect((await byName('ann.beebe'))?.mailbox).toMatchObject({ state: 'grace' });
  expect(await problemsOf(system)).toEqual([]);
});

test('30 days later it is disabled, a licence brings it back, and undo leaves what the licence carries', async () => {
  const { system, run, finish, asked, byName, sweep } = await setup();
  const id = await run(stagedFile);
  system.clock.pass({ days: 30 });
  await sweep();
  expect((await byName('ann.beebe'))?.mailbox?.state).toBe('disabled');
  const licensed = fileOf('EmailAddress,Licenses,Usage Location', ['ann.beebe@contoso.com,ENTERPRISEPACK,NL']);
  await run(licensed, {}, { existingPeople: 'update' });
  expect((await byName('ann.beebe'))?.mailbox).toEqual({ state: 'active' });
  await undoImport(asked(id), system.ports);
  await finish();
  expect((await byName('ann.beebe'))?.mailbox).toEqual({ state: 'active' });
  expect(await problemsOf(system)).toEqual([]);
});

test('a display name that is blank beside a column of its own is made, and changes nobody’s', async () => {
  const { run, byName } = await setup();
  const blank = fileOf('EmailAddress,Password,ForceChangePassword,DisplayName', ['ann.beebe@contoso.com,,False,']);
  await run(blank, {}, { existingPeople: 'update' });
  expect((await byName('ann.beebe'))?.displayName).toBe('Ann Beebe');
});
