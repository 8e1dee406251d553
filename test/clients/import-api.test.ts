/** How clients ask the API: again where that is harmless, and once where it is not. */
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, gatewaySentences } from '../../clients/imports/api-error.ts';
import { createCall } from '../../clients/imports/call.ts';

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
});

/** A server that answers its requests one by one as it is told; the last answer is given to all that follow. */
const serving = async (...answers: readonly RequestListener[]) => {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    asked.push(request.method ?? '');
    answer?.(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, url, call: createCall(url, 'token') };
};

const breaks: RequestListener = ({ socket }) => socket.destroy();
const says =
  (status: number): RequestListener =>
  (_, response) =>
    response.writeHead(status).end('{"value":[]}');

test('what only reads is asked again when the connection breaks, and when the service fails for a moment', async () => {
  const { asked, call } = await serving(breaks, says(503), says(200));
  expect(await call('GET', '/v1.0/imports')).toEqual({ value: [] });
  expect(asked).toHaveLength(3);
});

test('the address may be the API’s own, as it is told', async () => {
  const paths: (string | undefined)[] = [];
  const { url } = await serving(({ url: path }, response) => {
    paths.push(path);
    response.writeHead(200).end('{}');
  });
  await createCall(`${url}/v1.0`, 'token')('GET', '/v1.0/imports');
  expect(paths).toEqual(['/v1.0/imports']);
});

test('a refusal is no passing fault', async () => {
  const { asked, call } = await serving(says(404));
  await expect(call('GET', '/v1.0/imports/1')).rejects.toBeInstanceOf(ApiError);
  expect(asked).toHaveLength(1);
});

test('what changes something is asked once', async () => {
  const { asked, call } = await serving(breaks, says(201));
  await expect(call('POST', '/v1.0/imports', {})).rejects.toThrow('does not answer');
  expect(asked).toHaveLength(1);
});

test('where nobody listens, that is said at once', async () => {
  const { call } = await serving(says(200));
  for (const stop of stops.splice(0)) stop();
  await expect(call('GET', '/v1.0/imports')).rejects.toThrow('does not answer');
});

const turnsAway =
  (headers: Record<string, string> = {}): RequestListener =>
  (_, response) =>
    response.writeHead(429, headers).end('{"message":"Too Many Requests"}');

test('whatever was turned away was not begun, and is made again', async () => {
  const methods = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];
  const made = methods.map(async (method) => {
    const { asked, call } = await serving(turnsAway(), says(200));
    expect(await call(method, '/v1.0/imports', method === 'GET' ? undefined : {})).toEqual({ value: [] });
    return asked;
  });
  expect(await Promise.all(made)).toEqual(methods.map((method) => [method, method]));
});

/** How long a request takes that is turned away once with this Retry-After. */
const secondsWith = async (retryAfter: string): Promise<number> => {
  const { call } = await serving(turnsAway({ 'retry-after': retryAfter }), says(200));
  const began = performance.now();
  await call('POST', '/v1.0/imports', {});
  return (performance.now() - began) / 1000;
};

test('it waits as it is asked to, in seconds or until a moment; what is neither asks for nothing', async () => {
  const waited = await Promise.all(['3', new Date(Date.now() + 4000).toUTCString()].map(secondsWith));
  expect(waited.filter((seconds) => seconds < 2.9)).toEqual([]);
  const nothing = ['soon', '-5', '', '1e9', 'Thu, 01 Jan 1970 00:00:00 GMT'];
  expect((await Promise.all(nothing.map(secondsWith))).filter((seconds) => seconds > 2.9)).toEqual([]);
});

test('without an answer in time, what may be done twice is made again, and nothing else', async () => {
  const made = ['GET', 'PUT', 'DELETE', 'POST', 'PATCH'].map(async (method): Promise<[string, number]> => {
    const { asked, call } = await serving(says(503), says(200));
    await call(method, '/v1.0/x', method === 'GET' ? undefined : {}).catch(() => {});
    return [method, asked.length];
  });
  const times = Object.fromEntries(await Promise.all(made));
  expect(times).toEqual({ GET: 2, PUT: 2, DELETE: 2, POST: 1, PATCH: 1 });
});

test.each([413, 503, 500, 404])('what the gateway says itself with %d is one sentence', async (status) => {
  const { call } = await serving((_, response) => response.writeHead(status).end('{"message":"Whatever"}'));
  const error = (await call('POST', '/v1.0/imports', {}).catch((failed: unknown) => failed)) as ApiError;
  expect(error.sentences).toEqual([gatewaySentences[status]]);
  expect(gatewaySentences[status]).toContain(`(${status})`);
});

test('what the API says goes before that', async () => {
  const said = '{"error":{"code":"InternalError","message":"Ours."}}';
  const { call } = await serving((_, response) => response.writeHead(500).end(said));
  await expect(call('POST', '/v1.0/imports', {})).rejects.toMatchObject({ sentences: ['Ours.'] });
});

test('docs/api.md lists what the gateway says itself', () => {
  const listed = [...readFileSync('docs/api.md', 'utf8').matchAll(/^\| (\d{3}) `/gm)].map(([, status]) =>
    Number(status),
  );
  expect(listed.toSorted()).toEqual([413, 429, 500, 503]);
  expect(listed.filter((status) => gatewaySentences[status] === undefined)).toEqual([]);
});
