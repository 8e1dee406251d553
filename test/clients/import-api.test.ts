/** How clients ask the API: again where that is harmless, and once where it is not. */
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ApiError, createCall } from '../../clients/imports/import-api.ts';

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
  return { asked, call: createCall(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'token') };
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
