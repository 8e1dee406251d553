/** What runs when, what is not run, and how much is passed on. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { BatchRequest } from '../../../shared/graph/batch/batch.ts';
import { type Ask, maxAnswerBytes, maxAtOnce, runBatch } from '../../../shared/graph/batch/run-batch.ts';

const request = (id: string, dependsOn: string[] = [], more: Partial<BatchRequest> = {}): BatchRequest => {
  return { id, method: 'GET', url: `/users/${id}`, dependsOn, ...more };
};

/** Answers after some milliseconds, in the statuses that are wished for; tells what began and ended when. */
const setup = (wished: Record<string, Awaited<ReturnType<Ask>>> = {}) => {
  const wishes = new Map(Object.entries(wished));
  const told: string[] = [];
  const ask: Ask = async ({ id }) => {
    told.push(`${id} begins`);
    await sleep(5);
    told.push(`${id} ends`);
    return wishes.get(id) ?? { status: 200, headers: {}, body: id };
  };
  const run = async (...requests: BatchRequest[]) => {
    const results = await runBatch(requests, ask);
    return results.map((result) => [result.id, 'answer' in result ? result.answer.status : result.refusal.code]);
  };
  return { told, run };
};

test('what waits for nothing is asked at once, and answered in the order of the batch', async () => {
  const { told, run } = setup();
  expect(await run(request('3'), request('1'), request('2'))).toEqual([
    ['3', 200],
    ['1', 200],
    ['2', 200],
  ]);
  expect(told.slice(0, 3)).toEqual(['3 begins', '1 begins', '2 begins']);
});

test('five are made at a time, whatever becomes of them, and all are made', async () => {
  const { told, run } = setup({ 3: 'unanswered', 4: 'tooLarge' });
  expect(await run(...Array.from({ length: 20 }, (_, n) => request(`${n}`)))).toHaveLength(20);
  const running = told.map((_, index) => {
    const lines = told.slice(0, index + 1);
    return (
      lines.filter((line) => line.endsWith('begins')).length - lines.filter((line) => line.endsWith('ends')).length
    );
  });
  expect([Math.max(...running), running.at(-1), told.length]).toEqual([maxAtOnce, 0, 40]);
});

test('what cannot be asked is thrown, and holds no turn', async () => {
  const ask: Ask = async () => Promise.reject(new Error('broken'));
  const requests = Array.from({ length: 12 }, (_, n) => request(`${n}`));
  await expect(runBatch(requests, ask)).rejects.toThrow('broken');
});

test('what waits begins when all that it waits for has ended, and once', async () => {
  const { told, run } = setup();
  await run(
    request('last', ['left', 'right']),
    request('left', ['first']),
    request('right', ['first']),
    request('first'),
  );
  expect(told.slice(0, 4)).toEqual(['first begins', 'first ends', 'left begins', 'right begins']);
  expect(told.slice(-2)).toEqual(['last begins', 'last ends']);
  expect(told).toHaveLength(8);
});

test('what waits for something that failed is not made, nor what waits for that', async () => {
  const { told, run } = setup({ a: { status: 404, headers: {} }, x: 'unanswered', y: 'tooLarge' });
  const outcome = await run(
    ...[request('a'), request('b', ['a']), request('c', ['b']), request('d'), request('e', ['d'])],
    ...[request('x'), request('y'), request('z', ['x', 'y'])],
  );
  expect(outcome).toEqual([
    ['a', 404],
    ['b', 'DependencyFailed'],
    ['c', 'DependencyFailed'],
    ['d', 200],
    ['e', 200],
    ['x', 'NotAnswered'],
    ['y', 'AnswerTooLarge'],
    ['z', 'DependencyFailed'],
  ]);
  expect(told.filter((line) => /^[bcz]/.test(line))).toEqual([]);
});

test('a request that leads elsewhere is refused by itself, and never made', async () => {
  const { told, run } = setup();
  const outcome = await run(
    request('out', [], { url: '//other.example' }),
    request('after', ['out']),
    request('nested', [], { method: 'POST', url: '/$batch' }),
    request('fine'),
  );
  expect(outcome).toEqual([
    ['out', 'ValueInvalid'],
    ['after', 'DependencyFailed'],
    ['nested', 'ValueInvalid'],
    ['fine', 200],
  ]);
  expect(told).toEqual(['fine begins', 'fine ends']);
});

test('ids may be called anything', async () => {
  const { run } = setup();
  expect(await run(request('__proto__'), request('constructor', ['__proto__']))).toEqual([
    ['__proto__', 200],
    ['constructor', 200],
  ]);
});

test('answers together stay below what a function can give; a change is told in any case', async () => {
  // A quote is four bytes when it is written as JSON within JSON: two answers fit, and no third.
  const big = { status: 200, headers: {}, body: '"'.repeat(maxAnswerBytes / 4 / 2.5) };
  const { run } = setup({ a: big, b: big, c: big, change: big });
  const requests = [
    request('a'),
    request('b', ['a']),
    request('c', ['b']),
    request('change', ['b'], { method: 'POST' }),
  ];
  expect(await run(...requests, request('d', ['c']))).toEqual([
    ['a', 200],
    ['b', 200],
    ['c', 'AnswerTooLarge'],
    ['change', 200],
    ['d', 'DependencyFailed'],
  ]);
});
