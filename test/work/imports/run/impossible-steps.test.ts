/** A step that can never succeed ends its import with a code, and its owner is told: it is not tried until it is dead. */
import { resumeImport } from '../../../../shared/work/imports/run/manage-imports.ts';
import type { RowsMessage } from '../../../../shared/work/queues.ts';
import { administrator, e3 } from '../../../fakes/people.ts';
import { problemsOf } from '../check-a.ts';
import { newSystem } from '../system.ts';

/** What a service says of an item, a message or an object that is too large for it. */
const impossible = () => Promise.reject(Object.assign(new Error('too large'), { name: 'Impossible' }));

const people = (count: number) =>
  [
    'User Name,Display Name,Licenses',
    ...Array.from({ length: count }, (_, n) => `p${n}@contoso.com,P${n},${e3.skuPartNumber}`),
  ].join('\n');

const setup = async (count = 120) => {
  const system = newSystem({ pieceBytes: 512 });
  await system.directory.putSku({ ...e3, enabled: 500 });
  await system.announce('people.csv', people(count));
  const job = () => [...system.memory.jobs.values()][0];
  const seats = async () => {
    const { free = 0, reserved = 0 } = (await system.directory.readSku(e3.skuId)) ?? {};
    return { free, reserved };
  };
  const ended = { stage: 'settled', status: 'failed', refusal: { code: 'ImportImpossible' } };
  return { system, job, seats, ended };
};

test('a plan that is larger than an item may be (mistake 4)', async () => {
  const { system, job, seats, ended } = await setup();
  const { advance, reserve } = system.ports.imports;
  system.ports.imports = {
    ...system.ports.imports,
    advance: (before, after) => (after.columns ? impossible() : advance(before, after)),
    reserve: (before, after) => (after.columns ? impossible() : reserve(before, after)),
  };
  await system.drain();
  expect(job()).toMatchObject(ended);
  expect([system.memory.people.size, await seats()]).toEqual([0, { free: 500, reserved: 0 }]);
  expect(system.post.sent.map(({ text }) => text)).toEqual([expect.stringContaining('The import cannot go on')]);
});

test.each([0, 1])(
  'a message that the queue never takes, %d others of its batch being there: seats come back, rows that were sent are done, nobody waits for the rest (mistake 4)',
  async (taken) => {
    const { system, job, seats, ended } = await setup();
    const { rows } = system.ports.queues;
    system.ports.queues.rows = async (messages) => {
      await rows(messages.slice(0, taken));
      return impossible();
    };
    await system.drain();
    expect(job()).toMatchObject(ended);
    // A chunk whose message was taken after all finds that it was left out.
    expect([system.memory.people.size, await seats()]).toEqual([0, { free: 500, reserved: 0 }]);
    expect(await problemsOf(system)).toEqual([]);
    expect(system.post.sent.at(-1)?.text).toContain('The import cannot go on');
    expect(system.memory.open.size).toBe(0);
  },
);

test('what was sent before it stays, and a resumed import does the rest when it can (mistake 4)', async () => {
  const { system, job, seats, ended } = await setup(120);
  const { files } = system.take;
  // A call for each chunk, the second of which is not taken.
  const shouldPause = () => job()?.stage === 'sending';
  system.take.files = (message, ports) => files(message, { ...ports, shouldPause });
  const { rows } = system.ports.queues;
  system.ports.queues.rows = (messages) =>
    messages.some((message) => (message as RowsMessage).firstRow > 49) ? impossible() : rows(messages);
  await system.drain();
  expect(job()).toMatchObject(ended);
  expect([system.memory.people.size, await seats()]).toEqual([49, { free: 451, reserved: 0 }]);
  expect(await problemsOf(system)).toEqual([]);

  system.ports.queues.rows = rows;
  await resumeImport({ id: job()?.id ?? '', principal: administrator }, system.ports);
  await system.drain();
  expect(job()).toMatchObject({ stage: 'settled', status: 'succeeded' });
  expect([system.memory.people.size, await seats()]).toEqual([120, { free: 380, reserved: 0 }]);
  expect(await problemsOf(system)).toEqual([]);
});

test('any other failure leaves the message to come again, and the import as it stands', async () => {
  const { system, job } = await setup();
  system.ports.queues.rows = () => Promise.reject(new TypeError('a fault of ours'));
  await expect(system.drain()).rejects.toThrow('a fault of ours');
  expect(job()).toMatchObject({ stage: 'sending' });
});
