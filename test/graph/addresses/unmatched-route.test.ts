/** Requests that the gateway knows no route for. */
import { unmatchedRoute } from '../../../shared/graph/addresses/unmatched-route.ts';
import { onGraph } from '../../../shared/graph/on-graph.ts';
import { contracts } from '../../../shared/graph/reference/contracts.ts';
import type { Answer } from '../../../shared/lambda/route.ts';
import { callHttp, collectLog } from '../calling.ts';

collectLog();

const setup = (answer: Answer = { status: 200, text: '{"a":1}', headers: { etag: 'W/"1"' } }) => {
  const calls: string[] = [];
  const callOn = async (_request: unknown, path: string, method: string) => {
    calls.push(`${method} ${path}`);
    return answer;
  };
  const handler = onGraph({ $default: unmatchedRoute({ needs: async () => contracts, callOn }) });
  const ask = (method: string, rawPath: string, more: object = {}) =>
    callHttp(handler, { route: '$default', method, rawPath, principal: null, ...more });
  return { ask, calls };
};

test.each([
  ['GET', '/v1.0/Users/t10c@contoso.com', 'GET /v1.0/users/t10c%40contoso.com'],
  ['GET', '/v1.0/users/', 'GET /v1.0/users'],
  ['PATCH', '/v1.0/USERS/x', 'PATCH /v1.0/users/x'],
  ['HEAD', '/v1.0/users/t10a@contoso.com', 'GET /v1.0/users/t10a%40contoso.com'],
  ['GET', '/v1.0/Me', 'GET /v1.0/me'],
])('%s %s is passed on as %s, with its answer', async (method, path, wanted) => {
  const { ask, calls } = setup();
  const answer = await ask(method, path);
  expect(calls).toEqual([wanted]);
  expect([answer.status, answer.text, answer.headers.etag]).toEqual([200, method === 'HEAD' ? '' : '{"a":1}', 'W/"1"']);
});

test.each([
  ['POST', '/v1.0/SignIn', '/v1.0/signIn'],
  ['POST', '/v1.0/me/changepassword', '/v1.0/me/changePassword'],
  ['POST', '/OAuth2/V2.0/Token', '/oauth2/v2.0/token'],
  ['GET', '/Reference/', '/reference'],
])(
  '%s %s is sent to its own address: who tries a password is counted by where they are',
  async (method, path, wanted) => {
    const { ask, calls } = setup();
    const answer = await ask(method, path, { rawQuery: 'a=b' });
    expect([answer.status, answer.headers.location, calls]).toEqual([308, `https://api.example${wanted}?a=b`, []]);
  },
);

test('what leads nowhere is a 404 in Graph’s shape, with the part that does', async () => {
  const { ask, calls } = setup();
  const answer = await ask('GET', '/v1.0/groups', { headers: { 'client-request-id': 'mine' } });
  expect(answer.status).toBe(404);
  expect(answer.body).toEqual({
    error: {
      code: 'NotFound',
      message: expect.stringMatching(/^Resource not found for the segment 'groups'\./),
      details: [{ code: 'NotFound', fact: 'groups', message: expect.any(String) }],
      innerError: { date: expect.any(String), 'request-id': 'the-request-id', 'client-request-id': 'mine' },
    },
  });
  expect(calls).toEqual([]);
});

test.each([
  ['PUT', '/v1.0/users', 'POST, GET, HEAD'],
  ['DELETE', '/v1.0/users', 'POST, GET, HEAD'],
  ['POST', '/v1.0/users/x', 'GET, PATCH, DELETE, HEAD'],
  ['GET', '/v1.0/$batch', 'POST'],
])('%s %s is a 405 that says what is allowed', async (method, path, allow) => {
  const { ask } = setup();
  const answer = await ask(method, path);
  expect([answer.status, answer.body.error.code, answer.headers.allow]).toEqual([405, 'MethodNotAllowed', allow]);
});

test('what was passed on once is not passed on again', async () => {
  const { ask, calls } = setup();
  expect((await ask('GET', '/v1.0/Users', { headers: { 'x-muster-passed-on': '1' } })).status).toBe(404);
  expect(calls).toEqual([]);
});
