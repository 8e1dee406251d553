/** Batches by HTTP: what is refused as a whole, and how the answers look. */
import type { BatchRequest } from '../../../shared/graph/batch/batch.ts';
import { batchRoute } from '../../../shared/graph/batch/batch-route.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { administrator } from '../../fakes/people.ts';
import { callHttp, collectLog } from '../calling.ts';
import { problemsIn } from '../routes.ts';

const log = collectLog();

const setup = () => {
  const asked: (BatchRequest & { authorization: string })[] = [];
  const route = 'POST /v1.0/$batch';
  const askAs =
    ({ authorization }: { authorization: string }) =>
    async (request: BatchRequest) => {
      asked.push({ ...request, authorization });
      const headers = { 'Content-Type': 'application/json', 'request-id': `part-${asked.length}` };
      return { status: 200, headers, body: { id: request.url } };
    };
  const handler = onGraph({ [route]: batchRoute({ askAs }) });
  const send = (body: unknown, more: object = {}) =>
    callHttp(handler, { route, body, headers: { authorization: 'Bearer own' }, ...more });
  return { asked, send };
};

test('as Microsoft’s SDK for Python sends it: own addresses, and depends_on, which holds', async () => {
  const { send, asked } = setup();
  const get = (id: string, url: string, depends_on: string[] = []) => ({ id, method: 'GET', url, depends_on });
  const { body } = await send({
    requests: [
      get('1', 'https://api.example/v1.0/users/a%40b?$select=id'),
      get('2', 'https://api.example.evil/v1.0/users'),
      get('3', 'https://evil@api.example/v1.0/users'),
      get('4', 'https://api.example/v1.0/../x'),
      get('5', 'https://api.example/v1.0//x'),
      get('6', '/users', ['2']),
    ],
  });
  expect(body.responses.map(({ status }: { status: number }) => status)).toEqual([200, 400, 400, 400, 400, 424]);
  expect(asked.map(({ url }) => url)).toEqual(['/users/a%40b?$select=id']);
});

test('whoever asks by cookie has each request made with the same token, and nobody else has', async () => {
  const { send, asked } = setup();
  const token = `muster_${'x'.repeat(43)}`;
  const requests = [{ id: '1', method: 'GET', url: '/users', headers: { authorization: 'Bearer other' } }];
  const cookies = [`__Host-Http-muster=${token}`];
  await send({ requests }, { headers: { 'x-muster-console': '1' }, cookies });
  await send({ requests }, { headers: {}, cookies });
  expect(asked.map(({ authorization }) => authorization)).toEqual([`Bearer ${token}`, '']);
});

test('each request is answered by its id, and logged by number with whoever asked (weakness 7)', async () => {
  const { send, asked } = setup();
  const { status, body } = await send({
    requests: [
      { id: '1', method: 'get', url: '/users' },
      { id: '2', method: 'POST', url: '/users', headers: { 'Content-Type': 'application/json' }, body: { a: 1 } },
      { id: '3', method: 'GET', url: '/../x' },
      { id: '4', method: 'GET', url: '/me', dependsOn: ['3'] },
      { id: '5', method: 'POST', url: '/$batch', body: { requests: [] } },
    ],
  });
  expect(status).toBe(200);
  const headers = { 'Content-Type': 'application/json' };
  const refused = (id: string, status: number, code: string) => ({ id, status, body: { error: { code } } });
  expect(body.responses).toMatchObject([
    { id: '1', status: 200, headers, body: { id: '/users' } },
    { id: '2', status: 200, headers, body: { id: '/users' } },
    refused('3', 400, 'ValueInvalid'),
    refused('4', 424, 'DependencyFailed'),
    refused('5', 400, 'ValueInvalid'),
  ]);
  expect(asked.map(({ id, method, authorization }) => [id, method, authorization])).toEqual([
    ['1', 'GET', 'Bearer own'],
    ['2', 'POST', 'Bearer own'],
  ]);
  expect(log.text().includes('/users')).toBe(false);
  const of = { event: 'part of batch', requestId: 'the-request-id', principalId: administrator.id };
  expect(log.lines().filter(({ event }) => event === of.event)).toEqual(
    [
      { part: 0, status: 200, partRequestId: 'part-1' },
      { part: 1, status: 200, partRequestId: 'part-2' },
      { part: 2, status: 400, codes: 'ValueInvalid' },
      { part: 3, status: 424, codes: 'DependencyFailed' },
      { part: 4, status: 400, codes: 'ValueInvalid' },
    ].map((line) => ({ level: 'INFO', ...of, ...line })),
  );
});

const one = { id: '1', method: 'GET', url: '/users' };

test.each([
  ['nothing', {}, ['ValueMissing requests']],
  ['no requests', { requests: [] }, ['ValueInvalid requests']],
  [
    '21 requests',
    { requests: Array.from({ length: 21 }, (_, n) => ({ ...one, id: `${n}` })) },
    ['ValueInvalid requests'],
  ],
  ['a list', [one], ['ValueInvalid body']],
  [
    'everything wrong at once',
    { requests: [{ id: 1, method: 'HEAD', url: '', headers: { 'a b': 'c', d: 'e\r\nf' }, dependsOn: '1', x: 1 }] },
    [
      'PropertyUnknown requests.0.x',
      'ValueInvalid requests.0.dependsOn',
      'ValueInvalid requests.0.headers.a b',
      'ValueInvalid requests.0.headers.d',
      'ValueInvalid requests.0.id',
      'ValueInvalid requests.0.method',
      'ValueInvalid requests.0.url',
    ],
  ],
  ['ids twice', { requests: [one, one] }, ['ValueInvalid requests.1.id']],
  ['an unknown id', { requests: [{ ...one, dependsOn: ['x'] }] }, ['ValueInvalid requests.0.dependsOn']],
  ['a circle', { requests: [{ ...one, dependsOn: ['1'] }] }, ['ValueInvalid requests.0.dependsOn']],
])('%s: refused as a whole, and nothing is asked', async (_what, body, problems) => {
  const { send, asked } = setup();
  const answer = await send(body);
  expect([answer.status, ...problemsIn(answer).toSorted()]).toEqual([400, ...problems]);
  expect(asked).toEqual([]);
});

test('a stranger may send none, and who must change the password first neither', async () => {
  const { send } = setup();
  expect((await send({ requests: [one] }, { principal: null })).status).toBe(401);
  const person = { kind: 'person', id: 'x', displayName: 'x', roles: [], restrictedTo: 'passwordChange' };
  expect((await send({ requests: [one] }, { principal: person })).status).toBe(403);
});

test('headers of any name are read, __proto__ too', async () => {
  const { send } = setup();
  const text = '{"requests":[{"id":"1","method":"GET","url":"/users","headers":{"__proto__":"x","constructor":"y"}}]}';
  expect((await send(undefined, { text })).status).toBe(200);
});
