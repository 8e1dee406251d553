/** From the bytes of a file to a settled import, however its messages arrive and whatever dies on the way. */
import { deletePerson } from '../../../shared/work/people/delete-person.ts';
import type { RowsMessage } from '../../../shared/work/queues.ts';
import { administrator, e3, ems } from '../../fakes/people.ts';
import { problemsOf } from './check-a.ts';
import { Died, Life } from './mortal.ts';
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
}, 180_000);

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

test.each(['and the sweep sent it again meanwhile', 'and nothing ran meanwhile'])(
  'a chunk that comes ten days late, %s: the import ends once, and each row is done once (case 11)',
  async (meanwhile) => {
    const system = await setup();
    await system.drain({ only: ['files'] });
    const [late, ...others] = system.queue.in('rows').toReversed();
    system.queue.waiting.length = 0;
    await system.ports.queues.rows(others);
    await system.drain();
    if (meanwhile.includes('sweep')) await system.sweepUntilQuiet();
    const before = [...system.memory.jobs.values()][0]?.completedDateTime;
    system.clock.pass({ days: 10 });
    await system.ports.queues.rows([late]);
    const after = await system.run();
    await expectSound(system, after);
    if (before) expect(after.job.completedDateTime).toBe(before);
  },
);

test('a chunk that comes back after its people were removed for good gives birth to nobody (case 15)', async () => {
  const system = await setup();
  await system.drain({ only: ['files'] });
  const chunks = system.queue.in('rows');
  await system.run();
  const remove = (name: string) => deletePerson({ name, principal: administrator }, system.ports);
  for (const name of ['p1@contoso.com', 'p51@contoso.com']) await remove(name);
  system.clock.pass({ days: system.policy.deletedDays });
  await system.ports.queues.sweeps([{ kind: 'sweep' }]);
  await system.drain();
  const mails = system.post.sent.length;
  expect(system.memory.people.size).toBe(103);
  system.clock.pass({ days: 27 });
  for (const chunk of chunks) expect(await system.take.rows(chunk, system.ports)).toBe('repeated');
  await system.drain();
  expect([system.memory.people.size, system.memory.names.size, system.post.sent.length]).toEqual([103, 103, mails]);
});

test('a chunk that fails until it is dead holds nobody back; sent back when it is mended, it ends the import (case 18)', async () => {
  const system = await setup();
  await system.drain({ only: ['files'] });
  const [, poison] = system.queue.in('rows');
  const { rows } = system.take;
  const dead: RowsMessage[] = [];
  let receives = 0;
  system.take.rows = async (message, ports) => {
    if ((message as RowsMessage).firstRow !== poison.firstRow) return rows(message, ports);
    receives += 1;
    if (receives < 5) throw new Died();
    dead.push(message as RowsMessage);
    return undefined;
  };
  await system.drain();
  const [job] = [...system.memory.jobs.values()];
  expect([job?.stage, dead.length]).toEqual(['provisioning', 1]);
  expect(await system.imports.progress(job?.id ?? '')).toMatchObject({ chunks: 2 });
  system.take.rows = rows;
  await system.ports.queues.rows(dead);
  await expectSound(system, await system.run());
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
