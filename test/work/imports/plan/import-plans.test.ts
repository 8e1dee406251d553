/** Dry runs and what is applied of them, and what happens when seats are short or too many rows are refused. */
import type { ImportOptions } from '../../../../shared/domain/imports/import-options.ts';
import { e3 } from '../../../fakes/people.ts';
import { fileOf, imports } from '../ask-import.ts';
import { problemsOf } from '../check-a.ts';
import { Life } from '../mortal.ts';
import { type Delivery, newSystem, type System, shuffled } from '../system.ts';

const headings = 'User Name,Display Name,City,Licenses,Alternate email address';
const rowOf = (n: number, city = 'Delft') =>
  `p${n}@contoso.com,Person ${n},${city},ENTERPRISEPACK,${n % 2 ? `p${n}@example.net` : ''}`;
const rowsTo = (last: number, from = 1) => Array.from({ length: last - from + 1 }, (_, index) => rowOf(from + index));

const setup = async (seats = 100, delivery: () => Delivery = () => ({})) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: seats });
  const buy = async (enabled: number) => {
    await system.directory.putSku({ ...e3, enabled });
    await system.queues.sweeps([{ kind: 'waiting', skuId: e3.skuId }]);
  };
  return { system, buy, seats: () => system.directory.readSku(e3.skuId), ...imports(system, delivery) };
};

/** Everything but the imports themselves. */
const worldOf = ({ memory, post }: System) => {
  const audit = memory.audit.filter(({ target }) => target.type !== 'Import');
  return JSON.stringify([[...memory.people], [...memory.names], [...memory.skus], audit, post.sent.length]);
};

const outcomes = (rows: readonly { outcome: string; code?: string }[]) =>
  rows.map(({ outcome, code }) => code ?? outcome);

describe('a dry run', () => {
  const dry = { dryRun: true } satisfies Partial<ImportOptions>;

  test('says what would become of each row, and changes nothing but its own record', async () => {
    const { system, run } = await setup(61);
    await run(fileOf(headings, rowsTo(60)));
    const file = fileOf(headings, [
      rowOf(1),
      rowOf(2, 'Gouda'),
      rowOf(61),
      rowOf(62),
      'no name@contoso.com,X,,,',
      rowOf(63),
    ]);
    const [before, mails] = [worldOf(system), system.post.sent.length];
    const shown = await run(file, { ...dry, existingPeople: 'update' });
    expect(outcomes(shown.rows)).toEqual(['unchanged', 'updated', 'created', 'created', 'UserNameIllegal', 'created']);
    expect(shown.rows[1]?.changes).toEqual([{ property: 'city', from: 'Delft', to: 'Gouda' }]);
    expect(shown.job.seats).toMatchObject([{ needed: 3, granted: 1 }]);
    // Two have an address of their own, and one mail goes to the administrator.
    expect(shown.progress.mails).toBe(3);
    expect(system.post.sent.length).toBe(mails + 1);
    system.post.sent.length = mails;
    expect(worldOf(system)).toBe(before);
  });

  test('counts a mail once, also where those who wait make a chunk too large for one transaction', async () => {
    const { system, run, apply } = await setup(0);
    const rows = rowsTo(49).map((row) => row.replace(/,[^,]*$/, ','));
    const shown = await run(fileOf(headings, rows), dry);
    expect(shown.progress.mails).toBe(1);
    const before = system.post.sent.length;
    await apply(shown.id);
    // With the results of it.
    expect(system.post.sent.length).toBe(before + 2);
  });

  test.each([1, 2, 3])('is done as shown when it is applied (seed %i)', async (seed) => {
    const { system, run, apply } = await setup(70, () => ({ pick: shuffled(seed), twice: seed === 2 }));
    await run(fileOf(headings, rowsTo(60)));
    const file = fileOf(headings, [...rowsTo(30).map((row) => row.replace('Delft', 'Gouda')), ...rowsTo(75, 31)]);
    const shown = await run(file, { ...dry, existingPeople: 'update' });
    const done = await apply(shown.id);
    const plain = (rows: typeof done.rows) =>
      rows.map(({ rowNumber, outcome, changes }) => ({ rowNumber, outcome, changes }));
    expect(plain(done.rows)).toEqual(plain(shown.rows));
    expect(done.job.seats).toEqual(shown.job.seats);
    expect(await problemsOf(system)).toEqual([]);
    // Again it is the same import, and nothing more is done.
    const world = worldOf(system);
    expect((await apply(shown.id)).id).toBe(done.id);
    expect(worldOf(system)).toBe(world);
  });

  test('of rows that would come out otherwise by now nothing is done, and they say so', async () => {
    const { system, run, apply } = await setup();
    await run(fileOf(headings, rowsTo(4)));
    const file = fileOf(headings, [rowOf(1, 'Gouda'), rowOf(2, 'Gouda'), rowOf(5), rowOf(6)]);
    const shown = await run(file, { ...dry, existingPeople: 'update' });
    await run(fileOf(headings, [rowOf(2, 'Leiden'), rowOf(5)]), { existingPeople: 'update' });
    const done = await apply(shown.id);
    expect(outcomes(done.rows)).toEqual(['updated', 'ChangedSincePlan', 'ChangedSincePlan', 'created']);
    expect((await system.directory.findByUserName('p2@contoso.com'))?.city).toBe('Leiden');
    expect(await problemsOf(system)).toEqual([]);
  });

  test('whose seats are gone is not applied at all', async () => {
    const { system, run, apply } = await setup(10);
    const shown = await run(fileOf(headings, rowsTo(10)), dry);
    await run(fileOf(headings, [rowOf(11)]));
    const world = worldOf(system);
    const { job } = await apply(shown.id);
    expect(job).toMatchObject({ status: 'failed', refusal: { code: 'PlanOutdated' } });
    system.post.sent.pop();
    expect(worldOf(system)).toBe(world);
  });
});

describe('when seats are short', () => {
  test('rows are refused that get none, in their order, and the others are done', async () => {
    const { system, run, seats } = await setup(55, () => ({ pick: shuffled(5) }));
    const { rows, job } = await run(fileOf(headings, rowsTo(70)), { seatsShort: 'reject' });
    expect(outcomes(rows)).toEqual([...Array(55).fill('created'), ...Array(15).fill('NoSeatForRow')]);
    expect(job.seats).toMatchObject([{ needed: 70, granted: 55 }]);
    expect(await seats()).toMatchObject({ free: 0, reserved: 0 });
    expect(await problemsOf(system)).toEqual([]);
  });

  test('an import on hold waits before its first row, and goes on by itself when there are enough', async () => {
    const { system, run, begin, finish, read, buy, seats } = await setup(10);
    await run(fileOf(headings, [rowOf(100)]));
    const id = await begin(fileOf(headings, rowsTo(60)), { seatsShort: 'hold' });
    await system.drain();
    expect((await read(id)).job).toMatchObject({
      stage: 'holding',
      status: 'onHold',
      seats: [{ needed: 60, granted: 0 }],
    });
    expect([system.memory.people.size, await seats()]).toMatchObject([1, { free: 9, reserved: 0 }]);
    await buy(60);
    await system.drain();
    expect((await read(id)).job.stage).toBe('holding');
    await buy(61);
    await finish();
    expect((await read(id)).job).toMatchObject({ stage: 'settled', status: 'succeeded', rows: 60 });
    expect(await seats()).toMatchObject({ free: 0, reserved: 0 });
    expect(await problemsOf(system)).toEqual([]);
  });

  test('an import on hold is found by the sweep too, however long it waits', async () => {
    const { system, begin, finish, read } = await setup(1);
    const id = await begin(fileOf(headings, rowsTo(5)), { seatsShort: 'hold' });
    await system.drain();
    system.clock.pass({ days: 40 });
    await system.directory.putSku({ ...e3, enabled: 5 });
    await system.queues.sweeps([{ kind: 'imports' }]);
    await finish();
    expect((await read(id)).job.status).toBe('succeeded');
  });

  test('one on hold that is resumed goes on without the seats; one that is cancelled ends', async () => {
    const { system, begin, finish, read, resume, cancel } = await setup(2);
    const [first, second] = [
      await begin(fileOf(headings, rowsTo(5)), { seatsShort: 'hold' }),
      await begin(fileOf(headings, rowsTo(9, 6)), { seatsShort: 'hold' }),
    ];
    await system.drain();
    await resume(first);
    await cancel(second);
    await finish();
    expect((await read(first)).job).toMatchObject({ status: 'succeeded', seats: [{ needed: 5, granted: 2 }] });
    expect((await read(second)).job).toMatchObject({ status: 'cancelled' });
    expect(system.memory.people.size).toBe(5);
  });
});

describe('refused rows', () => {
  const bad = (n: number) => `bad name ${n}@contoso.com,Bad,,,`;

  test('as many as the import stops at, in the file alone, change nothing', async () => {
    const { system, run } = await setup();
    const { job } = await run(fileOf(headings, [rowOf(1), bad(1), bad(2)]), { stopAfterRefusals: 2 });
    expect(job).toMatchObject({ status: 'failed', refusal: { code: 'TooManyRefusals', fact: '2' } });
    expect(system.memory.people.size).toBe(0);
  });

  test('that show on the way stop it there; who resumes it has seen them', async () => {
    const { system, run, begin, read, resume, finish } = await setup(200);
    await run(fileOf(headings, rowsTo(20)).replaceAll('Person', 'Somebody'));
    const id = await begin(fileOf(headings, rowsTo(160)), { stopAfterRefusals: 10 });
    await finish();
    const stopped = await read(id);
    expect(stopped.job).toMatchObject({ status: 'failed', refusal: { code: 'TooManyRefusals' } });
    expect(stopped.progress).toMatchObject({ refused: 20, created: 29 });
    expect((await system.directory.readSku(e3.skuId))?.reserved).toBe(0);
    await resume(id);
    await finish();
    const resumed = await read(id);
    expect(resumed.job.status).toBe('succeeded');
    expect(resumed.progress).toMatchObject({ refused: 20, created: 140 });
    expect(await problemsOf(system)).toEqual([]);
  });
});

describe('an import that is cancelled', () => {
  test.each([1, 2, 3, 4, 5, 6])('stops where it is, and goes on when it is resumed (seed %i)', async (seed) => {
    const { system, begin, read, cancel, resume, finish } = await setup(150, () => ({
      pick: shuffled(seed),
      twice: seed % 2 === 0,
    }));
    const id = await begin(fileOf(headings, rowsTo(300)));
    await system.drain({ only: ['files'] });
    for (const message of system.queue.in('rows').slice(0, seed % 4)) await system.take.rows(message, system.ports);
    await cancel(id);
    await finish();
    const stopped = await read(id);
    expect(stopped.job.status).toBe(stopped.progress.created < 300 ? 'cancelled' : 'succeeded');
    expect((await system.directory.readSku(e3.skuId))?.reserved).toBe(0);
    const [earlier] = system.crossed.filter((body) => body.includes('"firstRow":1,'));
    await resume(id).catch(() => undefined);
    await finish();
    const { job, rows, progress } = await read(id);
    expect(job.status).toBe('succeeded');
    expect(rows.map(({ rowNumber }) => rowNumber)).toEqual(Array.from({ length: 300 }, (_, index) => index + 1));
    expect(progress).toMatchObject({ created: 300, chunks: job.chunks });
    expect(await system.directory.countWaiting(e3.skuId)).toBe(150);
    expect(await problemsOf(system)).toEqual([]);
    // A message from before it was resumed comes late, and does nothing.
    const world = worldOf(system);
    expect(await system.take.rows(JSON.parse(earlier ?? ''), system.ports)).toBe('late');
    expect(worldOf(system)).toBe(world);
  });

  test('and whatever dies meanwhile, its seats are counted right', async () => {
    for (let calls = 1; calls < 400; calls += 47) {
      const life = new Life(calls);
      const { system, begin, read, cancel, resume, finish } = await setup(150, () => ({ life, pick: shuffled(calls) }));
      const id = await begin(fileOf(headings, rowsTo(200)));
      await system.drain({ only: ['files'], life });
      await cancel(id);
      await finish();
      expect((await read(id)).job.status).toBe('cancelled');
      expect((await system.directory.readSku(e3.skuId))?.reserved).toBe(0);
      await resume(id);
      await finish();
      expect((await read(id)).progress.created).toBe(200);
      expect(await problemsOf(system)).toEqual([]);
    }
  }, 120_000);
});
