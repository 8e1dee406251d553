/** A file that takes longer than a call may run goes on in the next one, without a gap and without a row twice. */
import { e3 } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { newSystem, type System } from './system.ts';

const headings = 'User Name,Display Name,Alternate email address';
const fileOf = (people: number) =>
  [
    headings,
    ...Array.from(
      { length: people },
      (_, n) => `p${n}@contoso.com,A person of number ${n},${n % 2 ? `p${n}@example.net` : ''}`,
    ),
  ].join('\n');

/** While chunks are sent, each call has time for one, however many there were before it. */
const withLittleTime = (system: System) => {
  const { files } = system.take;
  const shouldPause = () => [...system.memory.jobs.values()].some(({ stage }) => stage === 'sending');
  system.take.files = (message, ports) => files(message, { ...ports, shouldPause });
};

const setup = async (people = 300) => {
  const system = newSystem({ pieceBytes: 1024 });
  const file = await system.announce('people.csv', fileOf(people));
  const job = () => [...system.memory.jobs.values()][0];
  const firstRows = () =>
    system.crossed.filter((body) => body.includes('firstRow')).map((body) => JSON.parse(body).firstRow as number);
  return { system, file, job, firstRows };
};

test('pauses change nothing: the same chunks are sent, each once (case 37)', async () => {
  const unhurried = await setup();
  await unhurried.system.drain();
  const { system, job, firstRows } = await setup();
  withLittleTime(system);
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()?.continuations).toBeGreaterThan(3);
  expect(firstRows()).toEqual(unhurried.firstRows());
  expect(job()).toMatchObject({ stage: 'settled', chunks: unhurried.job()?.chunks });
  expect(await problemsOf(system)).toEqual([]);
});

test('whatever dies while it pauses, no row is left out and none is done twice (cases 1, 2)', async () => {
  for (let calls = 1; ; calls += 1) {
    const { system, job, firstRows } = await setup(60);
    withLittleTime(system);
    const life = new Life(calls);
    await system.drain({ life, only: ['files'] });
    await system.drain({ only: ['files', 'rows'] });
    const { id = '', stage, chunks } = job() ?? {};
    expect(new Set(firstRows())).toEqual(new Set([1, 50]));
    expect([stage, chunks, system.memory.people.size]).toEqual(['settled', 2, 60]);
    expect(await system.imports.progress(id)).toMatchObject({ chunks: 2, created: 60, refused: 0 });
    if (!life.isOver) break;
  }
});

test('a call that died before it asked for the next one is found standing still (case 2)', async () => {
  const { system, job } = await setup();
  withLittleTime(system);
  await system.drain({ isLost: (body) => body.includes('continueImport') });
  expect(job()).toMatchObject({ stage: 'sending', continuations: 1, revivals: 0 });
  await system.sweepUntilQuiet();
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded', revivals: 1 });
  expect(await problemsOf(system)).toEqual([]);
});

test('a chain of twenty calls that the function asks of itself comes to its end: each comes further than the one before (mistake 3)', async () => {
  const { system, job } = await setup(1000);
  withLittleTime(system);
  const { files } = system.take;
  const places: number[] = [];
  system.take.files = async (message, ports) => {
    await files(message, ports);
    if (job()?.stage === 'sending') places.push(job()?.nextRow ?? 0);
  };
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()?.continuations).toBeGreaterThanOrEqual(20);
  expect(places).toEqual([...new Set(places)].toSorted((one, other) => one - other));
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded', rows: 1000 });
  expect(await problemsOf(system)).toEqual([]);
});

test('an import that was continued too often ends with a code and its owner is told: it is no loop (mistake 3)', async () => {
  const { system, job } = await setup();
  withLittleTime(system);
  const { files } = system.take;
  system.take.files = (message, ports) => {
    const now = job();
    if (now?.stage === 'sending') system.memory.jobs.set(now.id, { ...now, continuations: 500 });
    return files(message, ports);
  };
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()).toMatchObject({ stage: 'settled', status: 'failed', refusal: { code: 'TooManyRows' } });
  expect(await problemsOf(system)).toEqual([]);
  expect(system.post.sent.at(-1)?.text).toContain('The file has more rows than one import can read');
});

test('a file whose plan is not made in a call is refused, and does not come back for ever (mistake 3)', async () => {
  const { system, job } = await setup();
  let looks = 0;
  const { files } = system.take;
  // The first pass asks 20 times or so.
  const shouldPause = () => {
    looks += 1;
    return looks > 5;
  };
  system.take.files = (message, ports) => files(message, { ...ports, shouldPause });
  await system.drain();
  expect(job()).toMatchObject({ stage: 'settled', status: 'failed', refusal: { code: 'TooManyRows' } });
  expect([system.memory.people.size, system.post.sent.length]).toEqual([0, 1]);
  expect(await problemsOf(system)).toEqual([]);
});

test('where seats are short and everybody is looked up, other calls go on with that, and not for ever (mistake 3)', async () => {
  for (const before of [0, 490]) {
    const { system, job } = await setup();
    const { files } = system.take;
    let looks = 0;
    const shouldPause = () => {
      looks += 1;
      return looks > 30;
    };
    await system.directory.putSku({ ...e3, enabled: 3 });
    system.ports.defaults = { licences: [e3.skuPartNumber], usageLocation: 'NL' };
    system.take.files = (message, ports) => {
      const now = job();
      if (now?.counting && before > 0) system.memory.jobs.set(now.id, { ...now, continuations: before + 10 });
      return files(message, { ...ports, shouldPause });
    };
    await system.drain();
    await system.sweepUntilQuiet();
    const end = before > 0 ? { status: 'failed', refusal: { code: 'TooManyRows' } } : { status: 'succeeded' };
    expect(job()).toMatchObject({ stage: 'settled', ...end });
    expect(await problemsOf(system)).toEqual([]);
  }
});

describe('a file that is gone half way', () => {
  const half = async ({ lost = false } = {}) => {
    const { system, file, job, firstRows } = await setup();
    withLittleTime(system);
    await system.drain({ only: ['files'], isLost: () => (job()?.nextRow ?? 0) > 100 });
    system.files.remove(file);
    await system.drain(lost ? { isLost: (body) => body.includes('"firstRow":1,') } : {});
    if (!lost) await system.queue.queues.files([{ kind: 'continueImport', importId: job()?.id ?? '' }]);
    await system.drain();
    return { system, job, firstRows };
  };

  test('the import ends with what was sent, and says so (case 45)', async () => {
    const { system, job, firstRows } = await half();
    await system.sweepUntilQuiet();
    expect(job()).toMatchObject({ stage: 'settled', status: 'failed', refusal: { code: 'FileUnavailable' } });
    expect(firstRows().length).toBeGreaterThan(1);
    expect(system.memory.people.size).toBe(firstRows().length * 49);
    expect(await problemsOf(system)).toEqual([]);
    expect(system.post.sent.filter(({ to }) => to[0] === 'admin@contoso.com').at(-1)?.text).toContain('people.csv');
  });

  test('what was sent before is waited for, not left behind', async () => {
    const { system, file, job, firstRows } = await setup();
    withLittleTime(system);
    await system.drain({ only: ['files'], isLost: () => (job()?.nextRow ?? 0) > 100 });
    system.files.remove(file);
    await system.queue.queues.files([{ kind: 'continueImport', importId: job()?.id ?? '' }]);
    await system.drain({ only: ['files'] });
    expect(job()).toMatchObject({ stage: 'provisioning', refusal: { code: 'FileUnavailable' } });
    await system.drain();
    expect(firstRows().length).toBeGreaterThan(1);
    expect(system.memory.people.size).toBe(firstRows().length * 49);
    expect(job()?.stage).toBe('settled');
  });

  test('a chunk that was lost as well holds the end up for a day, not for ever', async () => {
    const { system, job } = await half({ lost: true });
    await system.sweepUntilQuiet({}, 12);
    expect(job()).toMatchObject({ stage: 'settled', status: 'failed' });
    expect(await problemsOf(system)).toEqual([]);
  });
});

test('a file that is gone before it was read is refused, and nothing was changed', async () => {
  const { system, file, job } = await setup();
  system.files.remove(file);
  await system.drain();
  expect(job()).toMatchObject({ stage: 'settled', status: 'failed', refusal: { code: 'FileUnavailable' } });
  expect([system.memory.people.size, system.post.sent.length]).toEqual([0, 1]);
});
