/** Sessions over HTTP: who asks, by what, from where else, and how a browser gets and loses its cookie. */
import type { Person } from '../../../shared/domain/person.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { resolvePrincipal } from '../../../shared/work/access/resolve-principal.ts';
import { tokenIdOf } from '../../../shared/work/access/token-id.ts';
import { hashCheaply } from '../../fakes/cheap-hash.ts';
import { monday } from '../../fakes/clock.ts';
import { administrator, idOf, person } from '../../fakes/people.ts';
import { collectLog, type HttpCall } from '../calling.ts';
import { setup as routes } from '../routes.ts';

const log = collectLog();
const own = 'Engine-No-1-Analytical';
const ours = { 'x-muster-console': '1', 'sec-fetch-site': 'same-origin' };
const ended = '__Host-Http-muster=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Strict';

const setup = async (change: Partial<Person> = {}) => {
  const system = routes();
  const ada = person('ada');
  const password = { ...ada.password, source: 'chosen', hash: await hashCheaply(own), mustChange: false } as const;
  await system.directory.addPeople({ people: [{ ...ada, password, ...change }], seatsFrom: 'free' });
  const operator = await system.tokens.mint(
    { kind: 'operator', principal: administrator },
    { from: monday, seconds: 90 * 86_400 },
  );
  const resolve = (token: string) => resolvePrincipal(token, system.ports);
  /** A request as the gateway has it: with whoever its cookie stands for. */
  const ask = async (route: string, token: string | undefined, more: Partial<HttpCall> = {}) => {
    const principal = token === undefined ? null : ((await resolve(token)) ?? null);
    const cookies = token === undefined ? [] : [`__Host-Http-muster=${token}`];
    return system.call({ route, principal, headers: ours, cookies, ...more });
  };
  const tokenOf = ({ cookies = [] }: { cookies?: string[] | undefined }) =>
    cookies.flatMap((cookie) => /^__Host-Http-muster=(muster_\w+); /.exec(cookie)?.[1] ?? [])[0];
  const signIn = (headers: Record<string, string> = ours, password = own) => {
    const body = { userPrincipalName: 'ada@contoso.com', password };
    return system.call({ route: 'POST /v1.0/signIn', body, principal: null, headers });
  };
  const enter = async () => tokenOf(await signIn()) ?? '';
  const begin = (body: object, headers: Record<string, string> = ours) =>
    system.call({ route: 'POST /v1.0/session', principal: null, body, headers });
  return { ...system, operator, resolve, ask, tokenOf, signIn, enter, begin };
};

test('a page of ours gets the token in a cookie, and in no body', async () => {
  const { signIn, tokenOf, resolve } = await setup();
  const answer = await signIn();
  const token = tokenOf(answer) ?? '';
  expect(answer.cookies).toContain(`__Host-Http-muster=${token}; Path=/; Secure; HttpOnly; SameSite=Strict`);
  expect([answer.status, answer.body.token, answer.text.includes(token)]).toEqual([200, undefined, false]);
  expect(await resolve(token)).toMatchObject({ kind: 'person', id: idOf('ada') });
});

test('any other client gets it in the body, and no cookie', async () => {
  const { signIn, tokenOf } = await setup();
  for (const headers of [{}, { 'sec-fetch-site': 'same-origin' }, { ...ours, 'sec-fetch-site': 'cross-site' }]) {
    const answer = await signIn(headers);
    expect([answer.body.token, tokenOf(answer)]).toEqual([expect.stringMatching(/^muster_/), undefined]);
  }
});

test('who must change the password does so by cookie, and has another one then', async () => {
  const { signIn, ask, tokenOf, resolve, memory } = await setup();
  const ada = memory.people.get(idOf('ada')) as Person;
  memory.people.set(ada.id, { ...ada, password: { ...ada.password, mustChange: true } });
  const first = await signIn();
  const short = tokenOf(first) ?? '';
  expect([first.status, first.body.passwordChange]).toEqual([
    403,
    { expiresDateTime: addSeconds(monday, 600), reason: 'firstSignIn' },
  ]);
  expect((await ask('GET /v1.0/session', short)).status).toBe(403);
  const body = { currentPassword: own, newPassword: 'Difference-Engine-2' };
  const changed = await ask('POST /v1.0/me/changePassword', short, { body });
  const token = tokenOf(changed) ?? '';
  expect([changed.status, changed.body]).toEqual([200, { expiresDateTime: addSeconds(monday, 8 * 3600) }]);
  expect([await resolve(short), await resolve(token)]).toEqual([undefined, expect.anything()]);
});

test('signing out ends the session and its cookie, also where it had ended before', async () => {
  const { enter, ask, resolve } = await setup();
  const token = await enter();
  const out = await ask('POST /v1.0/me/signOut', token);
  expect([out.status, out.cookies, await resolve(token)]).toEqual([204, [ended], undefined]);
  const again = await ask('POST /v1.0/me/signOut', token);
  expect([again.status, again.cookies]).toEqual([401, [ended]]);
  const foreign = await ask('POST /v1.0/me/signOut', await enter(), { headers: { 'sec-fetch-site': 'cross-site' } });
  expect(foreign.cookies).toBeUndefined();
});

test('signing out everywhere ends the cookie too', async () => {
  const { enter, ask, resolve } = await setup();
  const [here, there] = [await enter(), await enter()];
  const { status, cookies } = await ask('POST /v1.0/me/revokeSignInSessions', here);
  expect([status, cookies]).toEqual([200, [ended]]);
  expect([await resolve(here), await resolve(there)]).toEqual([undefined, undefined]);
});

const organization = {
  ...{ displayName: 'Contoso', cloud: 'worldwide', preferredLanguage: 'en' },
  deletedDays: 30,
  passwordRules: { least: 8, most: 256, kinds: 3 },
};

test('the session of a person, with what their roles allow', async () => {
  const { ask, enter } = await setup({ roles: ['Helpdesk Administrator'], preferredLanguage: 'nl' });
  const { status, body } = await ask('GET /v1.0/session', await enter());
  expect([status, body]).toEqual([
    200,
    {
      ...{ kind: 'person', id: idOf('ada'), displayName: 'ada', userPrincipalName: 'ada@contoso.com' },
      ...{ preferredLanguage: 'nl', roles: ['Helpdesk Administrator'], organization },
      permissions: ['readPeople', 'resetPasswords', 'revokeSessions', 'readLicences', 'readRoles', 'readSettings'],
      expiresDateTime: addSeconds(monday, 8 * 3600),
    },
  ]);
});

test('of an operator by token, of an application, and of nobody', async () => {
  const { call, operator, tokens, ask } = await setup();
  const authorized = (token: string) => ({ authorization: `Bearer ${token}` });
  const route = 'GET /v1.0/session';
  expect((await call({ route, headers: authorized(operator) })).body).toMatchObject({
    ...{ kind: 'operator', id: 'admin', roles: ['Global Administrator'], expiresDateTime: addDays(monday, 90) },
    organization,
  });
  const grant = { kind: 'application', applicationId: idOf('sync'), secretId: 's', roles: [] } as const;
  const principal = { kind: 'application', id: idOf('sync'), displayName: 'Sync', roles: ['Directory Readers'] };
  const token = await tokens.mint(grant, { from: monday, seconds: 3600 });
  expect((await call({ route, principal, headers: authorized(token) })).body).toMatchObject({
    ...{ kind: 'application', displayName: 'Sync', roles: ['Directory Readers'] },
    permissions: ['readPeople', 'readLicences', 'readRoles', 'readSettings'],
  });
  expect((await ask(route, undefined)).status).toBe(401);
});

test('an operator’s token begins a session that ends with it, by itself, or by signing out, which leaves the token', async () => {
  const { begin, tokenOf, resolve, operator, tokens, ask, memory } = await setup();
  const answer = await begin({ token: operator });
  const session = tokenOf(answer) ?? '';
  expect([answer.status, answer.body.kind, answer.body.expiresDateTime]).toEqual([
    200,
    'operator',
    addSeconds(monday, 8 * 3600),
  ]);
  expect(answer.text.includes(session) || answer.text.includes(operator)).toBe(false);
  expect(await resolve(session)).toEqual({ ...administrator, credentialId: tokenIdOf(operator) });
  expect(memory.audit).toMatchObject([
    { activityDisplayName: 'Sign in with operator token', initiatedBy: { kind: 'operator', id: 'admin' } },
  ]);
  const second = tokenOf(await begin({ token: operator })) ?? '';
  expect((await ask('POST /v1.0/me/signOut', session)).status).toBe(204);
  expect([await resolve(session), await resolve(operator), await resolve(second)]).toEqual([
    undefined,
    expect.anything(),
    expect.anything(),
  ]);
  await tokens.forget(operator);
  expect(await resolve(second)).toBeUndefined();
});

test('a session never outlives the operator’s token', async () => {
  const { begin, tokens, clock } = await setup();
  const token = await tokens.mint({ kind: 'operator', principal: administrator }, { from: monday, seconds: 900 });
  expect((await begin({ token })).body.expiresDateTime).toBe(addSeconds(monday, 900));
  clock.pass({ minutes: 15 });
  expect((await begin({ token })).body.error.code).toBe('OperatorTokenInvalid');
});

test('what is no operator’s token begins nothing: a person’s, a session’s own, any text', async () => {
  const { begin, enter, tokenOf, operator } = await setup();
  const session = tokenOf(await begin({ token: operator })) ?? '';
  for (const token of [await enter(), session, 'muster_nobody', '密']) {
    const { status, body, cookies } = await begin({ token });
    expect([status, body.error.code, cookies]).toEqual([401, 'OperatorTokenInvalid', undefined]);
  }
  for (const body of [{}, { token: '' }, { token: operator, code: 'x' }, { code: 7 }, { token: 'x'.repeat(257) }]) {
    expect((await begin(body)).status).toBe(400);
  }
  for (const headers of [{}, { ...ours, 'sec-fetch-site': 'cross-site' }, { ...ours, authorization: 'Bearer x' }]) {
    expect(await begin({ token: operator }, headers)).toMatchObject({ status: 400, cookies: undefined });
  }
});

test('a code is good once, and for as long as it says', async () => {
  const {
    begin,
    tokenOf,
    resolve,
    operator,
    operatorSessions: { codes },
    clock,
  } = await setup();
  codes.set('one', { tokenId: tokenIdOf(operator), until: addSeconds(monday, 600) });
  codes.set('two', { tokenId: tokenIdOf(operator), until: addSeconds(monday, 600) });
  const answer = await begin({ code: 'one' });
  expect(await resolve(tokenOf(answer) ?? '')).toMatchObject(administrator);
  expect((await begin({ code: 'one' })).body.error.code).toBe('SignInCodeInvalid');
  clock.pass({ minutes: 10 });
  expect((await begin({ code: 'two' })).body.error.code).toBe('SignInCodeInvalid');
});

test('one’s own sessions: the newest first, which one asks, and where from; each can be ended', async () => {
  const { enter, ask, clock, resolve } = await setup();
  const there = await enter();
  clock.pass({ minutes: 5 });
  const here = await enter();
  const list = async () => (await ask('GET /v1.0/me/sessions', here)).body.value;
  const [first, second] = await list();
  expect([first, second]).toMatchObject([
    { isCurrent: true, createdDateTime: addSeconds(monday, 300), ipAddress: '192.0.2.1', clientAppUsed: '' },
    { isCurrent: false, createdDateTime: monday, expiresDateTime: addSeconds(monday, 8 * 3600) },
  ]);
  const end = (id: string) => ask('DELETE /v1.0/me/sessions/{id}', here, { path: { id } });
  expect((await end(second.id)).status).toBe(204);
  expect([await resolve(there), await resolve(here)]).toEqual([undefined, expect.anything()]);
  expect((await list()).length).toBe(1);
  for (const id of [second.id, tokenIdOf(here), 'x']) expect((await end(id)).status).toBe(404);
  expect(await resolve(here)).toBeDefined();
});

test('sessions of somebody else, and those that were revoked, are not among them', async () => {
  const { enter, ask, tokens, call } = await setup();
  const theirs = { kind: 'person', userId: idOf('bob'), generation: 0 } as const;
  await tokens.mint(theirs, { from: monday, seconds: 900 });
  await ask('POST /v1.0/me/revokeSignInSessions', await enter());
  const here = await enter();
  expect((await ask('GET /v1.0/me/sessions', here)).body.value).toHaveLength(1);
  expect((await call({ route: 'GET /v1.0/me/sessions' })).status).toBe(403);
});

test('no log line holds a token', async () => {
  const { enter, ask, begin, operator, tokenOf } = await setup();
  const [token, session] = [await enter(), tokenOf(await begin({ token: operator })) ?? ''];
  await ask('GET /v1.0/session', token);
  await ask('POST /v1.0/me/signOut', session);
  for (const secret of [token, session, operator, tokenIdOf(token)]) expect(log.text().includes(secret)).toBe(false);
});
