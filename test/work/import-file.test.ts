/** From the bytes of a file to a settled import, however its messages arrive and whatever dies on the way. */
import { e3, ems } from '../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { Life } from './mortal.ts';
import { type Delivery, newSystem, shuffled } from './system.ts';

const headings = 'User Name,Display Name,Licenses,Alternate email address';
/** 110 rows: three chunks, two licences, a double, illegal names, and alternate addresses. */
const rows = Array.from({ length: 110 }, (_, index) => {
  const n = index + 1;
  const name = n % 25 === 0 ? 'no name' : n === 60 ? 'p5@contoso.com' : `p${n}@contoso.com`;
  const licence = n % 3 === 0 ? (n % 2 ? 'EMS;ENTERPRISEPACK' : 'ENTERPRISEPACK') : '';
  return `${name},Person ${n},${licence},${n % 4 === 0 ? `p${n}@example.net` : ''}`;
});
const file = [headings, ...rows].join('\n');

const setup = async (content = file) => {
  const system = newSystem();
  await system.directory.putSku({ ...e3, enabled: 20 });
  await system.directory.putSku({ ...ems, enabled: 50 });
  await system.announce('people.csv', content);
  const run = async (delivery: Delivery = {}) => {
    await system.drain(delivery);
    await system.sweepUntilQuiet();
    const [job] = [...system.memory.jobs.values()];
    if (!job) throw new Error('nothing was imported');
    return { job, progress: await system.imports.progress(job.id) };
  };
  return { ...system, run };
};

/** What every run of this file must come to. */
const expectSound = async (
  system: Awaited<ReturnType<typeof setup>>,
  { job, progress }: Awaited<ReturnType<typeof system.run>>,
) => {
  expect(await problemsOf(system)).toEqual([]);
  expect(job).toMatchObject({ stage: 'settled', status: 'succeeded', rows: 110, chunks: 3 });
  expect(progress).toMatchObject({ chunks: 3, created: 105, refused: 5 });
  expect(progress.seats).toEqual({ [e3.skuId]: 20, [ems.skuId]: 17 });
  expect(await system.directory.countWaiting(e3.skuId)).toBe(14);
};

test('a file becomes people, each row has its outcome, and everybody gets credentials', async () => {
  const system = await setup();
  await expectSound(system, await system.run());
  expect(system.memory.people.size).toBe(105);
  expect(system.post.sent.at(-1)?.to).toEqual(['admin@contoso.com']);
});

test('every message twice at once changes nothing (case 10)', async () => {
  const system = await setup();
  await expectSound(system, await system.run({ twice: true }));
});

test.each([1, 2, 3, 4, 5, 6])('messages in any order, twice, change nothing (seed %i) (cases 10, 11)', async (seed) => {
  const system = await setup();
  await system.announce('people.csv', file);
  await expectSound(system, await system.run({ pick: shuffled(seed), twice: seed % 2 === 0 }));
});

test('whatever dies after whichever call, the import comes to the same end (cases 1, 3, 4)', async () => {
  for (let calls = 1; ; calls += 1) {
    const system = await setup();
    const life = new Life(calls);
    await expectSound(system, await system.run({ life }));
    if (!life.isOver) break;
  }
}, 60_000);

test('a chunk that comes again long after finds its result (cases 11, 15)', async () => {
  const system = await setup();
  await system.run();
  const before = JSON.stringify([...system.memory.people]);
  const messages = system.crossed.filter((body) => body.includes('firstRow'));
  expect(messages).toHaveLength(3);
  system.clock.pass({ days: 28 });
  for (const body of messages) expect(await system.take.rows(JSON.parse(body), system.ports)).toBe('repeated');
  expect(JSON.stringify([...system.memory.people])).toBe(before);
});

test('a chunk that was done and not acknowledged tells the queues when it comes again (cases 3, 4)', async () => {
  const system = await setup();
  await system.drain({ only: ['files'] });
  const chunks = system.queue.in('rows');
  for (const chunk of chunks) await system.take.rows(chunk, system.ports);
  system.queue.waiting.length = 0;
  expect(await system.take.rows(chunks[0], system.ports)).toBe('repeated');
  expect(system.queue.in('credentials').flatMap(({ userIds }) => userIds).length).toBeGreaterThan(40);
  expect(system.queue.in('files')).toMatchObject([{ kind: 'continueImport' }]);
});

test('a chunk of an import that ended without it adds nobody any more', async () => {
  const system = await setup();
  await system.drain({ only: ['files'] });
  const [job] = [...system.memory.jobs.values()];
  if (job) system.memory.jobs.set(job.id, { ...job, stage: 'settled', status: 'failed' });
  expect(await system.take.rows(system.queue.in('rows')[0], system.ports)).toBe('late');
  expect(await system.take.rows({ ...system.queue.in('rows')[0], importId: 'unknown' }, system.ports)).toBe('late');
  expect(system.memory.people.size).toBe(0);
});
