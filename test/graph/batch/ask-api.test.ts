/** Requests of a batch as the API gets them, against a server that tells what it got. */

import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { askApi, targetOf } from '../../../shared/graph/batch/ask-api.ts';

type Answering = (request: IncomingMessage, response: ServerResponse, body: string) => void;

let server: Server;
let answering: Answering;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('utf8')) body += piece;
    answering(request, response, body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const echo: Answering = ({ method, url, headers }, response, body) => {
  response.writeHead(201, { 'content-type': 'application/json', location: '/x', 'x-secret': 'y' });
  response.end(JSON.stringify({ method, url, headers, body }));
};

const setup = (answer: Answering = echo, milliseconds = 5000) => {
  answering = answer;
  const { port } = server.address() as AddressInfo;
  const apiUrl = `http://127.0.0.1:${port}/stage/$default`;
  return { apiUrl, ask: askApi(apiUrl)({ authorization: 'Bearer of the caller', milliseconds }) };
};

test('a request is made as the caller, below the version, with the headers that matter', async () => {
  const { ask } = setup();
  const answer = await ask({
    id: '1',
    method: 'PATCH',
    url: "/users/Zoë?$filter=name eq 'x'",
    headers: {
      'If-Match': '"1"',
      'Content-Type': 'application/json; odata=x',
      Authorization: 'Bearer of another',
      Host: 'other.example',
      'Transfer-Encoding': 'chunked',
      'X-Forwarded-Proto': 'gopher',
      Cookie: 'x=y',
    },
    body: { displayName: 'Zoë' },
  });
  expect(answer).toMatchObject({
    status: 201,
    headers: { 'Content-Type': 'application/json', Location: '/x' },
    body: {
      method: 'PATCH',
      url: '/stage/$default/v1.0/users/Zo%C3%AB?$filter=name%20eq%20%27x%27',
      body: '{"displayName":"Zoë"}',
      headers: {
        authorization: 'Bearer of the caller',
        'if-match': '"1"',
        'content-type': 'application/json; odata=x',
        host: expect.stringMatching(/^127\.0\.0\.1:/),
      },
    },
  });
  const { body, headers } = answer as { body: { headers: object }; headers: object };
  expect(Object.keys(headers).sort()).toEqual(['Content-Type', 'Location']);
  expect(['cookie', 'x-forwarded-proto', 'transfer-encoding'].filter((name) => name in body.headers)).toEqual([]);
});

test('a body is JSON when nothing else is said; an answer without one has none', async () => {
  const { ask } = setup(({ headers }, response) => {
    response.writeHead(headers['content-type'] === 'application/json' ? 204 : 500).end();
  });
  expect(await ask({ id: '1', method: 'POST', url: 'users', body: [] })).toEqual({ status: 204, headers: {} });
});

test('what is not JSON is passed on as text, and a redirect is not followed', async () => {
  const { ask } = setup((_request, response) => {
    response.writeHead(302, { location: 'https://other.example/' }).end('moved');
  });
  expect(await ask({ id: '1', method: 'GET', url: '/users' })).toEqual({
    status: 302,
    headers: { Location: 'https://other.example/' },
    body: 'moved',
  });
});

test('an answer that is too large is not read to its end', async () => {
  const { ask } = setup((_request, response) => {
    response.writeHead(200);
    const piece = Buffer.alloc(1024 * 1024, 'x');
    const more = () => response.write(piece, (error) => error || more());
    more();
  });
  expect(await ask({ id: '1', method: 'GET', url: '/users' })).toBe('tooLarge');
});

test('no answer in time, or none at all', async () => {
  const { ask } = setup(() => undefined, 50);
  expect(await ask({ id: '1', method: 'GET', url: '/users' })).toBe('unanswered');
  const nobody = askApi('http://127.0.0.1:9')({ authorization: 'x', milliseconds: 1000 });
  expect(await nobody({ id: '1', method: 'GET', url: '/users' })).toBe('unanswered');
});

test.each([
  ...['//other.example/x', 'https://other.example/x', '../x', '/users/%2e%2e/%2E./x', '\\\\other.example', '/.\t./x'],
  ...['/users/..', '@other.example', '/@other.example/..', '/users/./../../..'],
])('the url %j leads nowhere else', (url) => {
  const outcome = (): string => {
    try {
      return targetOf('https://api.example/$default', url).href;
    } catch {
      return 'refused';
    }
  };
  expect(outcome()).toMatch(/^(refused|https:\/\/api\.example\/\$default\/v1\.0\/.+)$/);
});

test('a target that leads out is a fault, and is not asked', async () => {
  const { ask } = setup(() => {
    throw new Error('asked');
  });
  await expect(ask({ id: '1', method: 'GET', url: '//other.example/users' })).rejects.toThrow('out of the API');
});
