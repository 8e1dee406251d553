/** OAuth's side: how a client may show who it is, and how answers and errors look to it. */
import { onGraph } from '../../shared/graph/on-graph.ts';
import { tokenRoute } from '../../shared/oauth/token-routes.ts';
import { addApplication, addPassword } from '../../shared/work/access/manage-applications.ts';
import { fakeApplications } from '../fakes/applications.ts';
import { monday } from '../fakes/clock.ts';
import { administrator } from '../fakes/people.ts';
import { fakeSignIns } from '../fakes/sign-ins.ts';
import { fakeTokens } from '../fakes/tokens.ts';
import { callHttp, collectLog } from '../graph/calling.ts';

const log = collectLog();

const setup = async () => {
  const signIns = fakeSignIns();
  const ports = { applications: fakeApplications(), tokens: fakeTokens(), signIns, now: () => monday };
  const { id } = await addApplication({ displayName: 'x', roles: ['Reports Reader'], principal: administrator }, ports);
  const { text: secret } = await addPassword({ id, principal: administrator }, ports);
  const route = 'POST /oauth2/v2.0/token';
  const handler = onGraph({ [route]: tokenRoute(ports) });
  const send = (text: string, headers: Record<string, string> = {}, base64 = true) => {
    const form = { 'content-type': 'application/x-www-form-urlencoded', ...headers };
    return callHttp(handler, { route, text, headers: form, principal: null, base64 });
  };
  const ask = (form: Record<string, string>, headers: Record<string, string> = {}) =>
    send(new URLSearchParams({ grant_type: 'client_credentials', ...form }).toString(), headers);
  const basic = (user = id, password = secret) => ({ authorization: `Basic ${btoa(`${user}:${password}`)}` });
  const own = { client_id: id, client_secret: secret };
  return { ports, handler, id, secret, send, ask, basic, own };
};

const errorOf = ({ status, body }: { status: number; body: { error: string } }) => [status, body.error];

test('a token, as RFC 6749 writes it, that nobody keeps', async () => {
  const { ask, own } = await setup();
  const { status, headers, body } = await ask(own);
  expect(status).toBe(200);
  expect(headers).toMatchObject({ 'cache-control': 'no-store', 'content-type': expect.stringMatching('json') });
  expect(body).toEqual({
    token_type: 'Bearer',
    expires_in: 3600,
    access_token: expect.stringMatching(/^muster_/),
    scope: 'ReportsReader',
  });
});

test('the client may show who it is by HTTP Basic, form-encoded or not', async () => {
  const { ask, basic, id, secret } = await setup();
  expect((await ask({}, basic())).status).toBe(200);
  expect((await ask({ client_id: id }, basic())).status).toBe(200);
  expect((await ask({}, basic(id.replaceAll('-', '%2D'), secret))).status).toBe(200);
});

test.each(['x', 'Basic', 'Basic !', `Basic ${btoa('no colon')}`, `Basic ${btoa('%zz:x')}`, 'Bearer muster_x'])(
  'the header %j shows nobody',
  async (authorization) => {
    const { ask } = await setup();
    const answer = await ask({}, { authorization });
    expect(errorOf(answer)).toEqual([401, 'invalid_client']);
    expect(answer.headers['www-authenticate']).toMatch(/^Basic realm=/);
  },
);

test('an unknown client and a wrong secret are told the same', async () => {
  const { ask, id, own, basic } = await setup();
  const answers = [
    await ask({ ...own, client_secret: 'wrong' }),
    await ask({ ...own, client_id: 'x' }),
    await ask({ ...own, client_id: '' }),
  ];
  expect(answers.map(errorOf)).toEqual(Array(3).fill([401, 'invalid_client']));
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect(answers.some(({ headers }) => 'www-authenticate' in headers)).toBe(false);
  expect(errorOf(await ask({}, basic(id, 'wrong')))).toEqual([401, 'invalid_client']);
});

test.each([
  ['two ways at once', (own: object) => ({ ...own }), 'invalid_request'],
  ['another client in the form', () => ({ client_id: 'other' }), 'invalid_request'],
])('%s', async (_what, form, error) => {
  const { ask, basic, own } = await setup();
  expect(errorOf(await ask(form(own) as Record<string, string>, basic()))).toEqual([400, error]);
});

test('what is missing or meant otherwise', async () => {
  const { ask, own, id } = await setup();
  expect(errorOf(await ask({ client_id: id }))).toEqual([401, 'invalid_client']);
  expect(errorOf(await ask({ ...own, grant_type: 'password' }))).toEqual([400, 'unsupported_grant_type']);
  expect(errorOf(await ask({ ...own, scope: 'openid' }))).toEqual([400, 'invalid_scope']);
});

test.each([
  ['no form at all', 'refused=x', {}],
  ['a field twice', 'grant_type=client_credentials&scope=a&scope=b', {}],
  ['JSON', '{"grant_type":"client_credentials"}', { 'content-type': 'application/json' }],
  ['more than anybody needs', `grant_type=${'x'.repeat(200_000)}`, {}],
])('%s is an invalid request, in the shape of OAuth', async (_what, text, headers) => {
  const { send } = await setup();
  const answer = await send(text, headers as Record<string, string>);
  expect(errorOf(answer)).toEqual([400, 'invalid_request']);
  expect(Object.keys(answer.body)).toEqual(['error', 'error_description']);
  expect(answer.body.error_description).toMatch(/^[ !#-[\]-~]+$/);
});

test('neither the secret nor the token is in the log', async () => {
  const { ask, own, basic, secret } = await setup();
  await ask(own);
  await ask({ ...own, scope: 'openid' });
  await ask({}, basic());
  expect(log.lines().length).toBeGreaterThanOrEqual(3);
  expect([secret, 'token-1', 'muster_'].filter((text) => log.text().includes(text))).toEqual([]);
});

test('a refusal is logged as one, with the client’s id where it has the form of one (weakness 7)', async () => {
  const { ask, own, id, secret } = await setup();
  await ask({ ...own, client_secret: 'wrong' });
  await ask({ ...own, scope: 'GlobalAdministrator' });
  await ask({ client_id: secret, client_secret: id });
  await ask({ client_id: id });
  const refused = { event: 'refused', route: 'POST /oauth2/v2.0/token' };
  const lines = log.lines().filter(({ route }) => route === refused.route);
  expect(lines).toMatchObject([
    { ...refused, status: 401, codes: 'invalid_client', clientId: id },
    { ...refused, status: 400, codes: 'invalid_scope', clientId: id },
    { ...refused, status: 401, codes: 'invalid_client' },
    { ...refused, status: 401, codes: 'invalid_client' },
  ]);
  expect(lines[2]).not.toHaveProperty('clientId');
  expect(log.text()).not.toContain(secret);
});

test.each([
  ['bytes', 'grant_type=client_credentials&client_id=Ren\ufffd'],
  ['escapes', 'grant_type=client_credentials&client_id=Ren%E9'],
])('a form that is not UTF-8 in its %s is refused with what to do', async (_where, form) => {
  const { send } = await setup();
  const answer = await send(form);
  expect(errorOf(answer)).toEqual([400, 'invalid_request']);
  expect(answer.body.error_description).toContain('UTF-8');
});

test('a form in another charset is refused', async () => {
  const { send } = await setup();
  const type = 'application/x-www-form-urlencoded; charset=iso-8859-1';
  expect(errorOf(await send('grant_type=client_credentials', { 'content-type': type }))).toEqual([
    400,
    'invalid_request',
  ]);
});
