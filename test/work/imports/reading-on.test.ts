/** A call that goes on with an import begins where the last one was, and comes to what one call for all would have sent. */
import type { ImportJob } from '../../../shared/domain/imports/import-job.ts';
import type { ImportOptions } from '../../../shared/domain/imports/import-options.ts';
import type { StoredFile } from '../../../shared/domain/imports/stored-file.ts';
import { e3, ems, person } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { newSystem, type System } from './system.ts';

const headings = 'User Name,First Name,Last Name,Display Name,Employee ID,Licenses,Notes';

/** A column that is left out makes the file long enough for marks. */
const notes = 'n'.repeat(3000);

/** People with names and without, some of them twice, by name or by id, some with licences that are short. */
const rowOf = (n: number): string => {
  const name = n % 3 === 0 ? '' : `p${n % 11 === 0 ? n - 1 : n}@contoso.com`;
  const id = n % 13 === 0 ? String(n - 1) : String(n);
  const licences = n % 4 === 0 ? '' : n % 5 === 0 ? `${e3.skuPartNumber};${ems.skuPartNumber}` : e3.skuPartNumber;
  return `${name},Pat,${n % 2 ? 'Doe' : 'Roe'},Pat ${n},${id},${licences},${notes}`;
};

const fileOf = (people: number) => [headings, ...Array.from({ length: people }, (_, n) => rowOf(n + 1))].join('\r\n');

const options: Partial<ImportOptions> = { userNamePattern: '{givenName}.{surname}@contoso.com' };

type Setting = { people?: number; options?: Partial<ImportOptions>; content?: string };

const setup = async ({ people = 300, content = fileOf(people), ...more }: Setting = {}) => {
  const system = newSystem({ pieceBytes: 65_536 });
  system.ports.defaults = { ...options, ...more.options };
  await system.directory.putSku({ ...e3, enabled: 90 });
  await system.directory.putSku({ ...ems, enabled: 7 });
  await system.directory.addPeople({ people: [person('p4'), person('p250'), person('pat.doe')], seatsFrom: 'free' });
  const read: number[] = [];
  const { openFile } = system.ports;
  system.ports.openFile = async (file) => counted(await openFile(file), read);
  const file = await system.announce('people.csv', content);
  const job = () => [...system.memory.jobs.values()][0] as ImportJob;
  const sent = () => system.crossed.filter((body) => body.includes('firstRow')).toSorted();
  return { system, file, job, sent, read };
};

/** Bytes of each reading, but for the pieces in which the headings are looked for. */
const counted = (file: StoredFile, read: number[]): StoredFile => ({
  ...file,
  async *bytes(from = 0) {
    const at = read.push(0) - 1;
    for await (const piece of file.bytes(from)) {
      read[at] = (read[at] ?? 0) + piece.length;
      yield piece;
    }
  },
});

/** Each call has time for one step of what it does, whatever it is. */
const withLittleTime = (system: System, stages: readonly string[] = ['sending']) => {
  const { files } = system.take;
  // The plan keeps its decisions once it has read the file.
  const hasRead = () => system.memory.rowSets.size > 0;
  const shouldPause = () =>
    [...system.memory.jobs.values()].some(({ stage }) => stages.includes(stage) && (stage !== 'planning' || hasRead()));
  system.take.files = (message, ports) => files(message, { ...ports, shouldPause });
};

/** What an import comes to in one call. */
const unhurried = async (setting: Setting = {}) => {
  const { system, sent, job } = await setup(setting);
  await system.drain();
  await system.sweepUntilQuiet();
  return { sent: sent(), job: job(), rows: resultsOf(system), report: [...system.files.reports.values()] };
};

const resultsOf = (system: System) =>
  [...system.memory.chunks.values()]
    .flatMap((chunks) => [...chunks.values()])
    .flatMap(({ rows }) => rows)
    .sort((one, other) => one.rowNumber - other.rowNumber);

const settings: [string, Setting][] = [
  ['seats are short, and their people wait', {}],
  ['rows without seats are refused', { options: { seatsShort: 'reject' } }],
  ['people who exist are changed', { options: { existingPeople: 'update' } }],
  ['a dry run', { options: { dryRun: true } }],
];

test.each(settings)(
  'many calls send what one sends, and each begins at a byte, not with the first row: %s (case 37)',
  async (_, setting) => {
    const whole = await unhurried(setting);
    const { system, sent, job, read } = await setup(setting);
    withLittleTime(system);
    await system.drain();
    await system.sweepUntilQuiet();
    expect(job().continuations).toBeGreaterThan(3);
    expect(sent()).toEqual(whole.sent);
    expect(resultsOf(system)).toEqual(whole.rows);
    expect(job()).toMatchObject({
      stage: 'settled',
      status: whole.job.status,
      chunks: whole.job.chunks,
      seats: whole.job.seats,
    });
    expect([...system.files.reports.values()]).toEqual(whole.report);
    // The last readings are of the rest of the file alone; those of its headings end with their first piece.
    const size = fileOf(300).length;
    expect(read.filter((bytes) => bytes > size * 0.9).length).toBeLessThan(8);
    expect(await problemsOf(system)).toEqual([]);
  },
);

test.each([1, 2, 3, 4])(
  'a continuation that dies anywhere leaves no row out and sends none otherwise: every fourth call from %i (cases 1, 2)',
  async (begin) => {
    const whole = await unhurried({ people: 130 });
    let places = 0;
    for (let calls = begin; ; calls += 4) {
      const { system, job, sent } = await setup({ people: 130 });
      withLittleTime(system);
      const life = new Life(calls);
      await system.drain({ life, only: ['files'] });
      if (job()?.place?.mark) places += 1;
      await system.drain({ only: ['files', 'rows'] });
      expect([...new Set(sent())]).toEqual(whole.sent);
      expect(resultsOf(system)).toEqual(whole.rows);
      expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded', chunks: whole.job.chunks });
      if (!life.isOver) break;
    }
    expect(places).toBeGreaterThan(3);
  },
);

test('two at once, each going on from its own place, come to the same', async () => {
  const whole = await unhurried({ people: 200 });
  const { system, sent, job } = await setup({ people: 200 });
  withLittleTime(system, ['planning', 'sending']);
  await system.drain({ twice: true });
  await system.sweepUntilQuiet();
  expect([...new Set(sent())]).toEqual(whole.sent);
  expect(resultsOf(system)).toEqual(whole.rows);
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded', chunks: whole.job.chunks });
  expect(await problemsOf(system)).toEqual([]);
});

/** An import that is half sent, as `changed` leaves its record. */
const half = async (changed: (job: ImportJob) => ImportJob) => {
  const whole = await unhurried();
  const made = await setup();
  const { system, job } = made;
  withLittleTime(system);
  await system.drain({ only: ['files'], isLost: () => (job()?.nextRow ?? 0) > 200 });
  expect(job()).toMatchObject({ stage: 'sending', place: { resumption: 0 } });
  system.memory.jobs.set(job().id, changed(job()));
  await system.queue.queues.files([{ kind: 'continueImport', importId: job().id }]);
  return { ...made, whole };
};

test.each<[string, (job: ImportJob) => ImportJob]>([
  ['of an earlier release, which kept no places', ({ place: _place, decided: _decided, ...job }) => job],
  ['of a plan that decided nothing', ({ decided: _decided, ...job }) => job],
  ['whose mark does not fit', (job) => withMark(job, { check: '0'.repeat(16) })],
  ['whose mark lies elsewhere', (job) => withMark(job, { byte: (job.place?.mark?.byte ?? 0) + 1 })],
  ['whose mark lies behind the end', (job) => withMark(job, { byte: 2 ** 40 })],
  ['whose place is of another resumption', (job) => ({ ...job, place: { ...place(job), resumption: 1, seats: {} } })],
  ['whose place is ahead of what was sent', (job) => ({ ...job, place: { ...place(job), firstRow: job.nextRow + 1 } })],
])('an import %s is read from the first row, and comes to the same', async (_, changed) => {
  const { system, job, sent, whole } = await half(changed);
  await system.drain();
  await system.sweepUntilQuiet();
  expect([...new Set(sent())]).toEqual(whole.sent);
  expect(resultsOf(system)).toEqual(whole.rows);
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded', chunks: whole.job.chunks });
  expect(await problemsOf(system)).toEqual([]);
});

const place = (job: ImportJob) => job.place as NonNullable<ImportJob['place']>;
const withMark = (job: ImportJob, change: object): ImportJob => {
  const { mark } = place(job);
  if (!mark) throw new Error('the place has no mark');
  return { ...job, place: { ...place(job), mark: { ...mark, ...change } } };
};

test('a version of the file that is gone ends it with what was sent: no other is read from the mark (case 45)', async () => {
  const { system, file, job, sent } = await half((one) => one);
  system.files.remove(file);
  system.files.put({ ...file, versionId: '2' }, fileOf(300).replaceAll('Pat', 'Eve'));
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()).toMatchObject({ stage: 'settled', status: 'failed', refusal: { code: 'FileUnavailable' } });
  expect(sent().length).toBeGreaterThan(3);
  expect(sent().join()).not.toContain('Eve');
  expect(await problemsOf(system)).toEqual([]);
});

test('an import that is stopped half way and resumed is planned anew, and no place of before counts', async () => {
  const { system, job, whole } = await half((one) => one);
  await system.imports.requestCancel(job().id);
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()).toMatchObject({ stage: 'settled', status: 'cancelled' });
  const { resumedJob } = await import('../../../shared/domain/imports/resumed-job.ts');
  const resumed = resumedJob(job(), job().owner, system.now()) as ImportJob;
  expect(resumed.place).toBeUndefined();
  expect(await system.imports.resume(job(), resumed)).toBe(true);
  await system.queue.queues.files([{ kind: 'continueImport', importId: job().id }]);
  await system.drain();
  await system.sweepUntilQuiet();
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded' });
  expect(resultsOf(system).map(({ outcome }) => outcome)).toEqual(whole.rows.map(({ outcome }) => outcome));
  expect(await problemsOf(system)).toEqual([]);
});

test('seats that are short are counted in as many calls as it takes, each further than the one before', async () => {
  const whole = await unhurried();
  const { system, sent, job } = await setup();
  withLittleTime(system, ['planning']);
  const { files } = system.take;
  const counted: number[] = [];
  system.take.files = async (message, ports) => {
    await files(message, ports);
    if (job()?.counting) counted.push(job().counting?.rows ?? 0);
  };
  await system.drain();
  await system.sweepUntilQuiet();
  expect(counted.length).toBeGreaterThan(3);
  expect(counted).toEqual([...new Set(counted)].toSorted((one, other) => one - other));
  expect(job()).toMatchObject({ stage: 'settled', seats: whole.job.seats });
  expect(job().counting).toBeUndefined();
  expect(sent()).toEqual(whole.sent);
  expect(await problemsOf(system)).toEqual([]);
});

describe('a report that takes several calls', () => {
  const partBytes = 100_000;

  /** An import whose chunks are done, and whose report has parts of 100 kB, one for each call. */
  const reported = async (people = 200, life?: Life, twice = false) => {
    const made = await setup({ people });
    const { system } = made;
    system.ports.reportPartBytes = partBytes;
    await system.drain({ only: ['files'] });
    withLittleTime(system, ['provisioning']);
    await system.drain({ only: ['rows'] });
    await system.drain({ only: ['files'], twice, ...(life && { life }) });
    await system.drain({ only: ['files'] });
    return { ...made, reports: [...system.files.reports.values()] };
  };

  test('goes on where it was, and comes out as that of one call', async () => {
    const { report } = await unhurried({ people: 200 });
    const { reports, job } = await reported();
    expect(reports).toEqual(report);
    expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded' });
    expect(job().continuations).toBeGreaterThan(3);
    expect(job().reporting).toBeUndefined();
    const twice = await reported(200, undefined, true);
    expect(twice.reports).toEqual(report);
    expect(twice.job()).toMatchObject({ stage: 'settled' });
  });

  test.each([1, 2, 3])('whatever dies meanwhile: every third call from %i (case 2)', async (begin) => {
    const { report } = await unhurried({ people: 110 });
    for (let calls = begin; ; calls += 3) {
      const life = new Life(calls);
      const { reports, job } = await reported(110, life);
      expect([job().stage, reports.length]).toEqual(['settled', 1]);
      expect(reports).toEqual(report);
      if (!life.isOver) break;
    }
  });

  test('whose parts were lost is begun anew; one whose file is gone has the results alone from there on', async () => {
    const { report } = await unhurried({ people: 200 });
    const made = async (lose: (one: Awaited<ReturnType<typeof setup>>) => void) => {
      const one = await setup({ people: 200 });
      const { system, job } = one;
      system.ports.reportPartBytes = partBytes;
      await system.drain({ only: ['files'] });
      withLittleTime(system, ['provisioning']);
      await system.drain({ only: ['rows'] });
      await system.drain({ only: ['files'], isLost: () => (job().reporting?.parts.length ?? 0) > 2 });
      expect(job()).toMatchObject({
        stage: 'provisioning',
        reporting: { parts: [{}, {}, {}].map(() => expect.any(String)) },
      });
      lose(one);
      await system.queue.queues.files([{ kind: 'continueImport', importId: job().id }]);
      await system.drain({ only: ['files'] });
      expect(job().stage).toBe('settled');
      return [...system.files.reports.values()][0] ?? '';
    };
    expect(await made(({ system }) => system.files.uploads.clear())).toBe(report[0]);
    const short = await made(({ system, file }) => system.files.remove(file));
    expect(report[0]?.startsWith(short.slice(0, partBytes * 3))).toBe(true);
    expect(short.split('\r\n').length).toBe(report[0]?.split('\r\n').length);
  });
});
