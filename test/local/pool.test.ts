/** The workers of one function. */
import { type Clock, install } from '@sinonjs/fake-timers';
import { createPool } from '../../infra/local/functions/pool.ts';
import type { Sandbox } from '../../infra/local/functions/sandbox.ts';

const setup = (limit: number, isCrowded?: () => boolean) => {
  const started: { calls: string[]; answer: (result: string) => void; die: () => void }[] = [];
  let ended = 0;
  const start = (): Sandbox => {
    let alive = true;
    let settle: PromiseWithResolvers<string>;
    const sandbox = {
      calls: [] as string[],
      answer: (result: string) => settle.resolve(result),
      die: () => {
        alive = false;
        settle.reject(new Error('died'));
      },
    };
    started.push(sandbox);
    return {
      id: `worker ${started.length}`,
      invoke: (payload) => {
        sandbox.calls.push(payload);
        settle = Promise.withResolvers();
        return settle.promise;
      },
      isAlive: () => alive,
      kill: async () => sandbox.die(),
      end: async () => {
        ended += 1;
      },
    };
  };
  return { started, ended: () => ended, pool: createPool(start, limit, isCrowded) };
};

let clock: Clock | undefined;
afterEach(() => clock?.uninstall());

const soon = () => new Promise((resolve) => setTimeout(resolve, 0));

test('one invocation at a time each, and no more workers than the limit (case 48)', async () => {
  const { started, pool } = setup(2);
  const results = [1, 2, 3].map((event) => pool.invoke(event));
  await soon();
  expect(started.map(({ calls }) => calls)).toEqual([['1'], ['2']]);
  started[1]?.answer('"b"');
  await soon();
  expect(started.map(({ calls }) => calls)).toEqual([['1'], ['2', '3']]);
  started[0]?.answer('"a"');
  started[1]?.answer('"c"');
  expect(await Promise.all(results)).toEqual(['a', 'b', 'c']);
});

test('a worker that is free is used again', async () => {
  const { started, pool } = setup(2);
  const first = pool.invoke(1);
  await soon();
  started[0]?.answer('1');
  await first;
  void pool.invoke(2);
  await soon();
  expect(started.map(({ calls }) => calls)).toEqual([['1', '2']]);
});

test('a worker that died is replaced for the one who waits', async () => {
  const { started, pool } = setup(1);
  const first = pool.invoke(1);
  const second = pool.invoke(2);
  await soon();
  started[0]?.die();
  await expect(first).rejects.toThrow('died');
  await soon();
  started[1]?.answer('2');
  expect(await second).toBe(2);
});

test('a burst’s workers end when they had no work for a while, the last one later, and work begins one anew', async () => {
  clock = install({ toFake: ['setTimeout', 'clearTimeout', 'performance'], shouldClearNativeTimers: true });
  const { started, ended, pool } = setup(3);
  const runs = [1, 2, 3].map((event) => pool.invoke(event));
  await clock.tickAsync(1);
  for (const { answer } of started) answer('0');
  await Promise.all(runs);
  await clock.tickAsync(1_500);
  // One has work all the time, which keeps none of the others.
  const more = pool.invoke(4);
  await clock.tickAsync(1);
  started[2]?.answer('4');
  await more;
  expect(ended()).toBe(0);
  await clock.tickAsync(10_000);
  expect(ended()).toBe(2);
  await clock.tickAsync(20_000);
  expect(ended()).toBe(2);
  await clock.tickAsync(30_000);
  expect(ended()).toBe(3);
  void pool.invoke(5);
  await clock.tickAsync(1);
  expect(started.map(({ calls }) => calls)).toEqual([['1'], ['2'], ['3', '4'], ['5']]);
});

test('while there are many workers of all functions, the last one of a function waits no longer than the others', async () => {
  clock = install({ toFake: ['setTimeout', 'clearTimeout', 'performance'], shouldClearNativeTimers: true });
  let isCrowded = false;
  const { started, ended, pool } = setup(1, () => isCrowded);
  const run = pool.invoke(1);
  await clock.tickAsync(1);
  started[0]?.answer('0');
  await run;
  await clock.tickAsync(20_000);
  expect([ended(), pool.size()]).toEqual([0, 1]);
  isCrowded = true;
  await clock.tickAsync(5_000);
  expect([ended(), pool.size()]).toEqual([1, 0]);
});
