/** Requests as the API gets them from the route of what is not known, against a server that tells what it got. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { callOn } from '../../../shared/graph/addresses/call-on.ts';
import type { Request } from '../../../shared/lambda/route.ts';

let server: Server;
beforeAll(async () => {
  server = createServer(async (request, response) => {
    let body = '';
    for await (const piece of request.setEncoding('latin1')) body += piece;
    const { method, url, headers } = request;
    const size = Number(headers.prefer ?? 0);
    response.writeHead(size > 0 ? 200 : 201, { 'content-type': 'application/json', etag: 'W/"1"', 'x-secret': 'y' });
    response.end(size > 0 ? 'x'.repeat(size) : JSON.stringify({ method, url, headers, body }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const send = (
  headers: Record<string, string>,
  sent: Partial<Request['sent']>,
  path = '/v1.0/users',
  method = 'POST',
  cookies: Record<string, string> = {},
) => {
  const { port } = server.address() as AddressInfo;
  const request = { headers, cookies, sent: { method, path: '', query: '', ...sent } } as unknown as Request;
  return callOn(`http://127.0.0.1:${port}`)(request, path, method);
};

test('who asks, what they send and what they want is passed on, byte by byte, and nothing else', async () => {
  const body = Buffer.from([0x7b, 0xe9, 0x7d]);
  const headers = {
    authorization: 'Bearer own',
    'content-type': 'application/json',
    cookie: 'x=y',
    host: 'evil.example',
  };
  const answer = await send(headers, { query: "$filter=a%20eq%20'b'", body });
  expect(answer).toMatchObject({ status: 201, headers: { etag: 'W/"1"', 'content-type': 'application/json' } });
  expect(answer.headers).not.toHaveProperty('x-secret');
  const got = JSON.parse(answer.text ?? '');
  expect(got).toMatchObject({
    method: 'POST',
    url: '/v1.0/users?$filter=a%20eq%20%27b%27',
    body: body.toString('latin1'),
  });
  expect(got.headers).toMatchObject({ authorization: 'Bearer own', 'x-muster-passed-on': '1' });
  expect([got.headers.cookie, got.headers.host]).toEqual([undefined, expect.stringContaining('127.0.0.1')]);
});

test('whoever asks by cookie shows its token, as the header of it alone allows', async () => {
  const cookies = { '__Host-Http-muster': `muster_${'x'.repeat(43)}` };
  const got = async (headers: Record<string, string>) =>
    JSON.parse((await send(headers, {}, '/v1.0/users', 'GET', cookies)).text ?? '').headers;
  expect(await got({ 'x-muster-console': '1' })).toMatchObject({ authorization: `Bearer muster_${'x'.repeat(43)}` });
  expect(await got({})).not.toHaveProperty('authorization');
});

test('who shows no token shows none', async () => {
  const answer = await send({}, {}, '/v1.0/users', 'GET');
  expect(JSON.parse(answer.text ?? '').headers).not.toHaveProperty('authorization');
});

test('an answer larger than a function can give is refused', async () => {
  await expect(send({ prefer: '5600000' }, {}, '/v1.0/users', 'GET')).rejects.toThrow('AnswerTooLarge');
});

test('no answer is said to be none', async () => {
  const request = { headers: {}, sent: { method: 'GET', path: '', query: '' } } as unknown as Request;
  await expect(callOn('http://127.0.0.1:1')(request, '/v1.0/users', 'GET')).rejects.toThrow('NotAnswered');
});
