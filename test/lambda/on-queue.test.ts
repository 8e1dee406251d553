/** Messages of a queue: each parsed at the wire; one that fails comes again, and holds no other back. */
import * as z from 'zod';
import { onQueue } from '../../shared/lambda/on-queue.ts';
import { secondsToNextTry } from '../../shared/lambda/redelivery.ts';
import { callQueue, collectLog } from '../graph/calling.ts';

const log = collectLog();
const schema = z.strictObject({ n: z.int() });

class Passing extends Error {}

const setup = (work: (message: { n: number }) => Promise<unknown> = async () => 'done') => {
  const done: number[] = [];
  const postponed: [string, number][] = [];
  const redelivery = {
    isTransient: (error: unknown) => error instanceof Passing,
    isImpossible: () => false,
    postpone: async (receipt: string, seconds: number) => void postponed.push([receipt, seconds]),
  };
  const handler = onQueue(schema, redelivery, async (message) => {
    const outcome = await work(message);
    done.push(message.n);
    return outcome;
  });
  return { done, postponed, redelivery, deliver: (...bodies: string[]) => callQueue(handler, bodies) };
};
const message = (n: number) => JSON.stringify({ n });
const failures = (...indexes: number[]) => ({
  batchItemFailures: indexes.map((index) => ({ itemIdentifier: `message-${index}` })),
});

test('when all is done, nothing comes again', async () => {
  const { deliver, done } = setup();
  expect(await deliver(message(1), message(2))).toEqual(failures());
  expect(done).toEqual([1, 2]);
});

test('what threw comes again, and only that (cases 17, 18)', async () => {
  const { deliver, done } = setup(async ({ n }) => {
    if (n === 2) throw new Error('marked: ada@example.net');
  });
  expect(await deliver(message(1), message(2), message(3))).toEqual(failures(1));
  expect(done).toEqual([1, 3]);
});

test.each(['', 'no JSON', 'null', '[]', '{}', '{"n":"1"}', '{"n":1,"more":2}', '{"n":1.5}'])(
  'a message that is none is left for the dead letters: %s',
  async (body) => {
    const { deliver, done } = setup();
    expect(await deliver(message(1), body)).toEqual(failures(1));
    expect(done).toEqual([1]);
  },
);

test.each([
  undefined,
  null,
  {},
  { batchItemFailures: [] },
  { batchItemFailures: [{ itemIdentifier: 'message-0' }] },
  [],
])('whatever the work gives back, the answer says what failed: %j (case 17)', async (given) => {
  const { deliver } = setup(async ({ n }) => {
    if (n === 2) throw new Error('not done');
    return given;
  });
  expect(await deliver(message(1), message(2))).toEqual(failures(1));
});

test('all that failed are named (case 17)', async () => {
  const { deliver } = setup(async () => Promise.reject(new Error('all')));
  expect(await deliver(message(1), message(2), message(3))).toEqual(failures(0, 1, 2));
});

test('the log names the error and where it was, and repeats neither its message nor the body', async () => {
  const { deliver } = setup(async () => Promise.reject(new TypeError('marked: ada@example.net')));
  await deliver(message(1), '{"n":"marked"}');
  expect(log.text()).not.toContain('marked');
  expect(log.lines()).toContainEqual(
    expect.objectContaining({ level: 'ERROR', error: 'TypeError', requestId: 'the-request-id' }),
  );
});

test('the log says what came of a message', async () => {
  const { deliver } = setup(async () => 'repeated');
  await deliver(message(1));
  expect(log.lines()).toContainEqual(
    expect.objectContaining({ event: 'message done', messageId: 'message-0', outcome: 'repeated' }),
  );
});

test('with less than a fifth of the time left, the work is told to pause', async () => {
  let left = 100_000;
  const told: boolean[] = [];
  const handler = onQueue(schema, setup().redelivery, async (_message, { shouldPause }) => {
    for (left of [100_000, 20_000, 19_999, 1]) told.push(shouldPause());
  });
  await callQueue(handler, [message(1)], () => left);
  expect(told).toEqual([false, false, true, true]);
});

describe('a failure that passes', () => {
  const failing = (error: Error) => setup(async ({ n }) => (n === 2 ? Promise.reject(error) : undefined));

  test('has its message come again in seconds, and no other; the answer still says that it failed (mistake 9)', async () => {
    const { deliver, postponed } = failing(new Passing());
    expect(await deliver(message(1), message(2))).toEqual(failures(1));
    expect(postponed).toEqual([['receipt-1', expect.any(Number)]]);
    expect(postponed[0]?.[1]).toBeLessThanOrEqual(6);
    expect(log.lines()).toContainEqual(
      expect.objectContaining({ event: 'message comes again', messageId: 'message-1', receives: 1 }),
    );
  });

  test('of which nothing is known leaves the message to the visibility timeout of its queue', async () => {
    const { deliver, postponed } = failing(new TypeError('a fault of ours'));
    expect(await deliver(message(2), '{}')).toEqual(failures(0, 1));
    expect(postponed).toEqual([]);
  });

  test('and a queue that cannot be told either: the message is left where it is, and the log says so', async () => {
    const { deliver, redelivery } = failing(new Passing());
    redelivery.postpone = async () => Promise.reject(new Passing());
    expect(await deliver(message(2), message(1))).toEqual(failures(0));
    expect(log.lines()).toContainEqual(expect.objectContaining({ event: 'message was not put off' }));
  });

  test('waits longer each time, from seconds to minutes, and never more than twelve', () => {
    const waits = Array.from({ length: 20 }, (_, index) => secondsToNextTry(index + 1, 0.5));
    expect(waits.slice(0, 9)).toEqual([5, 10, 20, 40, 80, 160, 320, 600, 600]);
    for (const random of [0, 0.3, 0.999]) {
      for (let receives = 1; receives < 100; receives += 1) {
        const wait = secondsToNextTry(receives, random);
        expect(wait).toBeGreaterThanOrEqual(4);
        expect(wait).toBeLessThanOrEqual(720);
      }
    }
  });
});
