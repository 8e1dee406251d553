/** Signing in over HTTP: the answers, who may ask, and that no password shows anywhere. */
import type { Person } from '../../../shared/domain/person.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { hashGeneratedPassword } from '../../../shared/work/passwords/password-hash.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { collectLog } from '../calling.ts';
import { problemsIn, setup as routes } from '../routes.ts';

const log = collectLog();

const own = 'Engine-No-1-Analytical';
const mailed = 'k7Rm-9pQx-hT4w-Zb8n-Yc3d';
const method = '28c10230-6103-485e-b985-444c60001490';

const setup = async () => {
  const system = routes();
  const [ada, bob] = [person('ada'), person('bob', { roles: ['Global Administrator'] })];
  const people: Person[] = [
    { ...ada, password: { ...ada.password, source: 'chosen', hash: await hashCheaply(own), mustChange: false } },
    { ...bob, password: { ...bob.password, hash: hashGeneratedPassword(mailed) } },
  ];
  await system.directory.addPeople({ people, seatsFrom: 'free' });
  const signIn = (body: unknown, more: object = {}) =>
    system.call({ route: 'POST /v1.0/signIn', body, principal: null, ...more });
  const enter = (userPrincipalName = 'ada@contoso.com', password = own) => signIn({ userPrincipalName, password });
  /** A request by whoever shows a token, as the authorizer resolves it. */
  const asPerson = (change: object = {}) => ({
    kind: 'person',
    id: idOf('ada'),
    displayName: 'ada',
    roles: [],
    ...change,
  });
  const reset = (body: unknown, more: object = {}) =>
    system.call({
      route: 'POST /v1.0/users/{id}/authentication/methods/{methodId}/resetPassword',
      path: { id: 'ada@contoso.com', methodId: method },
      body,
      ...more,
    });
  return { ...system, signIn, enter, asPerson, reset };
};

test('a session: token, its end and the person, without anything secret', async () => {
  const { enter } = await setup();
  const { status, body, text, headers } = await enter();
  expect(status).toBe(200);
  expect(Object.keys(body)).toEqual(['token', 'expiresDateTime', 'user']);
  expect(body).toMatchObject({
    token: expect.stringMatching(/^muster_/),
    expiresDateTime: addSeconds(monday, 8 * 3600),
    user: { id: idOf('ada'), userPrincipalName: 'ada@contoso.com' },
  });
  expect(text).not.toMatch(/scrypt|generation/);
  expect(headers['cache-control']).toBe('no-store');
});

test('a password that must be changed: 403 in Graph’s shape, with a token for that', async () => {
  const { enter } = await setup();
  const { status, body } = await enter('bob@contoso.com', mailed);
  expect(status).toBe(403);
  expect(body).toEqual({
    error: {
      code: 'PasswordChangeRequired',
      message: expect.any(String),
      innerError: {
        date: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/),
        'request-id': 'the-request-id',
        'client-request-id': 'the-request-id',
      },
    },
    passwordChange: {
      token: expect.stringMatching(/^muster_/),
      expiresDateTime: addSeconds(monday, 600),
      reason: 'firstSignIn',
    },
  });
});

test('a wrong password and an unknown name: the same 401, word for word', async () => {
  const { enter } = await setup();
  const [wrong, nobody] = [await enter('ada@contoso.com', 'wrong'), await enter('nobody@contoso.com', 'wrong')];
  expect([wrong.status, wrong.body.error.code]).toEqual([401, 'SignInFailed']);
  expect([nobody.status, nobody.text]).toEqual([401, wrong.text]);
  expect(nobody.headers).toEqual(wrong.headers);
});

test('too many attempts: 429 with Retry-After', async () => {
  const { enter } = await setup();
  for (let count = 0; count < 10; count += 1) await enter('ada@contoso.com', `guess ${count}`);
  const { status, body, headers } = await enter();
  expect([status, body.error.code, headers['retry-after']]).toEqual([429, 'TooManyAttempts', '60']);
});

test('a browser gets a cookie by which it is known, once, and a client of the API none (weakness 9)', async () => {
  const { signIn, enter } = await setup();
  const body = { userPrincipalName: 'ada@contoso.com', password: own };
  const headers = { 'sec-fetch-site': 'same-origin' };
  const first = await signIn(body, { headers });
  const [cookie = ''] = first.cookies ?? [];
  expect(cookie).toMatch(
    /^__Host-Http-browser=[\w-]{43}; Max-Age=15552000; Path=\/; Secure; HttpOnly; SameSite=Strict$/,
  );
  const cookies = ['other=1', cookie.split(';')[0] ?? ''];
  expect((await signIn(body, { headers, cookies })).cookies).toBeUndefined();
  expect((await enter()).cookies).toBeUndefined();
  expect((await signIn(body, { headers: { 'sec-fetch-site': 'cross-site' }, cookies })).cookies).toBeUndefined();
  for (let count = 0; count < 10; count += 1) await enter('ada@contoso.com', `guess ${count}`);
  expect((await enter()).status).toBe(429);
  expect((await signIn(body, { headers, cookies })).status).toBe(200);
  expect((await signIn(body, { headers, cookies: ['__Host-Http-browser=x'] })).status).toBe(429);
});

test('a name that is locked until a reset: a 403 that says what to do (weakness 9)', async () => {
  const { enter, clock } = await setup();
  for (let count = 0; count < 100; count += 1) {
    await enter('ada@contoso.com', `guess ${count}`);
    clock.pass({ minutes: 61 });
  }
  const { status, body } = await enter();
  expect([status, body.error.code]).toEqual([403, 'SignInLocked']);
  expect(body.error.message).toContain('ask your administrator');
});

test('a blocked account is a 403', async () => {
  const { enter, memory } = await setup();
  const ada = memory.people.get(idOf('ada')) as Person;
  memory.people.set(ada.id, { ...ada, accountEnabled: false });
  const { status, body } = await enter();
  expect([status, body.error.code]).toEqual([403, 'AccountBlocked']);
});

test.each([
  [{}, ['ValueMissing password', 'ValueMissing userPrincipalName']],
  [{ userPrincipalName: 'ada@contoso.com', password: '' }, ['ValueInvalid password']],
  [{ userPrincipalName: ' ', password: 'x' }, ['ValueInvalid userPrincipalName']],
  [
    { userPrincipalName: 'x'.repeat(257), password: 'x'.repeat(1025) },
    ['ValueInvalid password', 'ValueInvalid userPrincipalName'],
  ],
  [
    { userPrincipalName: ['a'], password: { $ne: 1 }, admin: true },
    ['PropertyUnknown admin', 'ValueInvalid password', 'ValueInvalid userPrincipalName'],
  ],
  [null, ['ValueInvalid body']],
])('a body that is none is refused, and nothing is counted: %#', async (body, problems) => {
  const { signIn, attempts } = await setup();
  const answer = await signIn(body);
  expect([answer.status, problemsIn(answer).toSorted()]).toEqual([400, problems]);
  expect((attempts as unknown as { stored: Map<string, unknown> }).stored.size).toBe(0);
});

test.each(['__proto__', 'constructor', 'a@b', '\u0000@contoso.com', "' or 1=1 --", '../../etc/passwd', '密@密.cn'])(
  'the odd name %j is one that nobody has',
  async (userPrincipalName) => {
    const { signIn } = await setup();
    const { status, body } = await signIn({ userPrincipalName, password: 'x' });
    expect([status, body.error.code]).toEqual([401, 'SignInFailed']);
  },
);

test('me: the person of the session; a token that is only for the change, or no person’s, is not enough', async () => {
  const { call, asPerson } = await setup();
  const me = (principal: object) => call({ route: 'GET /v1.0/me', principal });
  const { status, body } = await me(asPerson());
  expect([status, body.id, body['@odata.context']]).toEqual([
    200,
    idOf('ada'),
    'https://api.example/v1.0/$metadata#users/$entity',
  ]);
  expect(await me(asPerson({ restrictedTo: 'passwordChange' }))).toMatchObject({
    status: 403,
    body: { error: { code: 'PasswordChangeRequired' } },
  });
  expect(await me(administrator)).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
  expect((await me(asPerson({ id: idOf('nobody') }))).status).toBe(401);
});

test('a change of password: 200 with a new session; by session, or by the token for it', async () => {
  const { call, asPerson } = await setup();
  const change = (principal: object, currentPassword: string, newPassword: unknown) =>
    call({ route: 'POST /v1.0/me/changePassword', principal, body: { currentPassword, newPassword } });
  const bob = asPerson({ id: idOf('bob'), restrictedTo: 'passwordChange' });
  expect(await change(bob, mailed, 'Difference-Engine-2')).toMatchObject({
    status: 200,
    body: { token: expect.stringMatching(/^muster_/), expiresDateTime: addSeconds(monday, 8 * 3600) },
  });
  expect(await change(asPerson(), own, 'Difference-Engine-2')).toMatchObject({ status: 200 });
  expect(await change(asPerson(), 'wrong', 'Difference-Engine-3')).toMatchObject({
    status: 400,
    body: { error: { code: 'PasswordWrong', target: 'currentPassword' } },
  });
  const weak = await change(asPerson(), 'Difference-Engine-2', 'password');
  expect(problemsIn(weak)).toEqual(['PasswordTooSimple newPassword', 'PasswordBanned newPassword']);
  expect(problemsIn(await change(asPerson(), 'Difference-Engine-2', 7))).toEqual(['ValueInvalid newPassword']);
  expect(await change(administrator, own, 'Difference-Engine-2')).toMatchObject({ status: 403 });
});

test('signing out: 204, and the token that was shown is worthless', async () => {
  const { call, enter, asPerson, tokens } = await setup();
  const { token } = (await enter()).body;
  const headers = { authorization: `Bearer ${token}` };
  const answer = await call({ route: 'POST /v1.0/me/signOut', principal: asPerson(), headers });
  expect([answer.status, answer.text]).toEqual([204, '']);
  expect(await tokens.read(token, monday)).toBeUndefined();
});

test.each(['signOut', 'revokeSignInSessions'])(
  'an operator ends the own token by %s, on record once (weakness 13)',
  async (what) => {
    const { call, tokens, memory } = await setup();
    const good = { from: monday, seconds: 900 };
    const [token, other] = [
      await tokens.mint({ kind: 'operator', principal: administrator }, good),
      await tokens.mint({ kind: 'operator', principal: administrator }, good),
    ];
    const headers = { authorization: `Bearer ${token}` };
    for (let time = 0; time < 2; time += 1) {
      expect((await call({ route: `POST /v1.0/me/${what}`, headers })).status).toBeLessThan(300);
    }
    expect([await tokens.read(token, monday), await tokens.read(other, monday)]).toEqual([
      undefined,
      expect.anything(),
    ]);
    expect(memory.audit.filter(({ target }) => target.type === 'Token')).toMatchObject([
      { activityDisplayName: 'Remove operator token', initiatedBy: { kind: 'operator', id: administrator.id } },
    ]);
  },
);

test('an application signs out of one token, and ends all by its secrets alone (weakness 13)', async () => {
  const { call, tokens } = await setup();
  const grant = { kind: 'application', applicationId: idOf('sync'), secretId: 'secret', roles: [] } as const;
  const token = await tokens.mint(grant, { from: monday, seconds: 900 });
  const principal = { kind: 'application', id: idOf('sync'), displayName: 'Sync', roles: [] };
  const headers = { authorization: `Bearer ${token}` };
  expect((await call({ route: 'POST /v1.0/me/revokeSignInSessions', principal, headers })).status).toBe(403);
  expect((await call({ route: 'POST /v1.0/me/signOut', principal, headers })).status).toBe(204);
  expect(await tokens.read(token, monday)).toBeUndefined();
});

test('revoking sessions answers as Graph does', async () => {
  const { call, asPerson, memory } = await setup();
  const body = { '@odata.context': 'https://api.example/v1.0/$metadata#Edm.Boolean', value: true };
  expect(await call({ route: 'POST /v1.0/me/revokeSignInSessions', principal: asPerson() })).toMatchObject({
    status: 200,
    body,
  });
  const route = 'POST /v1.0/users/{id}/revokeSignInSessions';
  expect(await call({ route, path: { id: 'ada@contoso.com' } })).toMatchObject({ status: 200, body });
  expect(memory.people.get(idOf('ada'))?.sessions?.generation).toBe(2);
  expect((await call({ route, path: { id: 'nobody' } })).status).toBe(404);
  expect(
    (
      await call({
        route,
        path: { id: idOf('bob') },
        principal: { ...administrator, roles: ['Helpdesk Administrator'] },
      })
    ).status,
  ).toBe(403);
});

test('a reset: 202 as in Graph; a generated password is in the answer only where it was to be shown', async () => {
  const { reset, enter } = await setup();
  const context = 'https://api.example/v1.0/$metadata#microsoft.graph.passwordResetResponse';
  expect(await reset({})).toMatchObject({ status: 202, body: { '@odata.context': context } });
  expect((await reset({})).body).not.toHaveProperty('newPassword');
  expect((await reset({ credentialDelivery: { to: ['x@example.net'] } })).body).not.toHaveProperty('newPassword');
  expect((await reset({ newPassword: 'Given-By-Somebody-5' })).body).not.toHaveProperty('newPassword');
  const { body } = await reset({ credentialDelivery: { show: true } });
  expect((await enter('ada@contoso.com', body.newPassword)).body.passwordChange.reason).toBe('firstSignIn');
});

const manyAddresses = Array(21).fill('a@b.com');

test.each([
  [{ credentialDelivery: { show: false } }, ['ValueInvalid credentialDelivery']],
  [{ credentialDelivery: { to: [] } }, ['ValueInvalid credentialDelivery.to']],
  [{ credentialDelivery: { to: ['no address'] } }, ['MailAddressInvalid credentialDelivery.to']],
  [{ credentialDelivery: { to: manyAddresses } }, ['ValueInvalid credentialDelivery.to']],
  [{ newPassword: '', force: true }, ['PropertyUnknown force', 'ValueInvalid newPassword']],
  [{ newPassword: 'Given-By-Somebody-5', credentialDelivery: { show: true } }, ['DeliveryConflict credentialDelivery']],
])(
  'a reset that cannot be done is refused, one to more addresses than a person has too: %# (weakness 14)',
  async (body, problems) => {
    const { reset, enter } = await setup();
    const answer = await reset(body);
    expect([answer.status, problemsIn(answer).toSorted()]).toEqual([400, problems]);
    expect((await enter()).status).toBe(200);
  },
);

test('only the password is a way to sign in, and only some administrators reset it', async () => {
  const { reset } = await setup();
  const at = (methodId: string) => ({ path: { id: 'ada@contoso.com', methodId } });
  expect((await reset({}, at('3179e48a-750b-4051-897c-87b9720928f7'))).status).toBe(404);
  expect((await reset({}, at(method.toUpperCase()))).status).toBe(202);
  const desk = (id: string) => ({
    path: { id, methodId: method },
    principal: { ...administrator, roles: ['Helpdesk Administrator'] },
  });
  expect((await reset({}, desk('ada@contoso.com'))).status).toBe(202);
  expect(await reset({}, desk('bob@contoso.com'))).toMatchObject({
    status: 403,
    body: { error: { code: 'PersonProtected' } },
  });
  const reader = { principal: { ...administrator, roles: ['Reports Reader'] } };
  expect(await reset({}, reader)).toMatchObject({ status: 403, body: { error: { code: 'Forbidden' } } });
});

test('no answer and no log line holds a password, a name or a token', async () => {
  const { enter, call, asPerson, reset } = await setup();
  const { token } = (await enter()).body;
  const marked = 'Marked-Secret-77';
  const answers = [
    await enter('marked@contoso.com', marked),
    await enter('ada@contoso.com', marked.repeat(100)),
    await call({
      route: 'POST /v1.0/me/changePassword',
      principal: asPerson(),
      body: { currentPassword: marked, newPassword: [marked] },
    }),
    await reset({ newPassword: { marked }, [marked.toLowerCase().replaceAll('-', '')]: 1 }),
  ];
  expect(answers.map(({ text }) => text.includes(marked))).toEqual([false, false, false, false]);
  for (const secret of [marked, own, token, 'ada@contoso.com']) expect(log.text().includes(secret)).toBe(false);
});
