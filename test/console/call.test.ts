/** Requests of the console to its own API, without a browser. */
import { inBatches } from '../../clients/console/api/batch.ts';
import { call, surround } from '../../clients/console/api/call.ts';
import { csvOf } from '../../clients/console/api/csv.ts';

const { fetch } = globalThis;
const answers: Response[] = [];
const asked: { path: string; init: RequestInit & { headers: Record<string, string> } }[] = [];

beforeEach(() => {
  answers.length = 0;
  asked.length = 0;
  globalThis.fetch = (async (path: string, init: never) => {
    asked.push({ path, init });
    const answer = answers.shift();
    if (!answer) throw new TypeError('Failed to fetch');
    return answer;
  }) as never;
  surround({ language: 'nl', signInAgain: async () => false });
});
afterAll(() => {
  globalThis.fetch = fetch;
});

const answer = (status: number, body?: unknown, headers: Record<string, string> = {}) =>
  new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
const refused = (status: number, code: string) => answer(status, { error: { code, message: 'Why.' } });

test('a request says that it is the console’s, in which language it wants refusals, and what it has seen', async () => {
  answers.push(answer(204));
  await call('PATCH', 'users/1', { body: { city: 'Delft' }, ifMatch: 'W/"1"' });
  const [{ path, init } = { path: '', init: undefined }] = asked;
  expect([path, init?.credentials, init?.body]).toEqual(['/v1.0/users/1', 'same-origin', '{"city":"Delft"}']);
  expect(init?.headers).toMatchObject({ 'x-muster-console': '1', 'accept-language': 'nl', 'if-match': 'W/"1"' });
});

test.each([
  [412, 'changed'],
  [404, 'notFound'],
  [403, 'forbidden'],
  [400, 'refused'],
  [409, 'refused'],
  [500, 'unavailable'],
  [503, 'unavailable'],
])('%i is %s', async (status, kind) => {
  answers.push(refused(status, 'Some'));
  await expect(call('GET', 'users')).rejects.toMatchObject({
    kind,
    status,
    reasons: [{ code: 'Some', message: 'Why.' }],
  });
});

test('no answer is no connection, and is not asked again: it may have been done', async () => {
  await expect(call('POST', 'users', { body: {} })).rejects.toMatchObject({ kind: 'offline', status: 0 });
  expect(asked).toHaveLength(1);
});

test('a session that has ended is waited for, and the request made once more', async () => {
  answers.push(refused(401, 'Unauthenticated'), answer(200, { ok: true }));
  surround({ signInAgain: async () => true });
  expect((await call('GET', 'users')).body).toEqual({ ok: true });
  answers.push(refused(401, 'Unauthenticated'), refused(401, 'Unauthenticated'));
  await expect(call('GET', 'users')).rejects.toMatchObject({ kind: 'signedOut' });
  expect(asked).toHaveLength(4);
});

test('whoever signed in too often is not asked again by itself', async () => {
  answers.push(answer(429, { error: { code: 'TooManyAttempts', message: 'Wait.' } }, { 'retry-after': '9' }));
  await expect(call('POST', 'signIn')).rejects.toMatchObject({ kind: 'tooMany', seconds: 9 });
  expect(asked).toHaveLength(1);
});

describe('batches', () => {
  const part = (id: number) => ({ method: 'DELETE' as const, path: `users/${id}` });
  const done = (...statuses: number[]) =>
    answer(200, {
      responses: statuses.map((status, index) => ({
        id: String(index),
        status,
        headers: {},
        ...(status >= 400 && { body: { error: { code: 'PersonProtected', message: 'No.' } } }),
      })),
    });
  const people = Array.from({ length: 45 }, (_, index) => index);

  test('are of twenty, and tell how far they are; what is refused for one stops no other', async () => {
    answers.push(done(...Array(20).fill(204)), done(403, ...Array(19).fill(204)), done(...Array(5).fill(204)));
    const told: number[] = [];
    const outcomes = await inBatches(people, part, { onProgress: (count) => told.push(count) });
    expect(told).toEqual([20, 40, 45]);
    expect(outcomes.filter(({ problem }) => problem).map(({ item, problem }) => [item, problem?.code])).toEqual([
      [20, 'PersonProtected'],
    ]);
  });

  test('end where they are stopped: who was not reached has no outcome', async () => {
    answers.push(done(...Array(20).fill(204)));
    const stop = new AbortController();
    const outcomes = await inBatches(people, part, { signal: stop.signal, onProgress: () => stop.abort() });
    expect([outcomes.length, asked.length]).toEqual([20, 1]);
  });

  test('a batch without an answer leaves its people with that problem', async () => {
    const outcomes = await inBatches([1, 2], part);
    expect(outcomes.map(({ problem }) => problem?.kind)).toEqual(['offline', 'offline']);
  });
});

test('a file opens as it is in a spreadsheet program, and no cell is a formula there', () => {
  expect(
    csvOf([
      ['a', 'b"c', '1,2'],
      ['=1+1', '@x', 'né'],
    ]),
  ).toBe('\ufeffa,"b""c","1,2"\r\n\'=1+1,\'@x,né\r\n');
});
