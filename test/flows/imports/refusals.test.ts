/** What the API refuses, and how it says so. */
import type { Answer } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { someone } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

type Problem = { code: string; target?: string; message: string };
const errorOf = ({ body }: Answer) => (body as { error: Problem & { details?: Problem[] } }).error;
const problemsOf = (answer: Answer) => (errorOf(answer).details ?? []).map(({ code, target }) => [target, code]).sort();
const add = (body: object) => muster.api.ask('POST', '/v1.0/users', body);

test('all that is wrong with a body is told in one answer', async () => {
  const answer = await add({
    userPrincipalName: 'bad name@contoso.com',
    mailNickname: 'with space',
    givenName: 'x'.repeat(65),
    usageLocation: 'ZZ',
    preferredLanguage: 'not a language',
    otherMails: ['nowhere'],
    assignedLicenses: [{ skuId: 'GOLDENPACK' }],
    roles: ['King'],
    passwordProfile: { password: 'short' },
    credentialDelivery: { to: ['also nowhere'] },
    accountEnabled: 'yes',
    shoeSize: 42,
    starSign: 'Leo',
  });
  expect(answer.status).toBe(400);
  expect(problemsOf(answer)).toEqual([
    ['accountEnabled', 'ValueInvalid'],
    ['assignedLicenses', 'LicenceUnknown'],
    ['credentialDelivery.to', 'MailAddressInvalid'],
    ['displayName', 'DisplayNameMissing'],
    ['givenName', 'ValueTooLong'],
    ['mailNickname', 'ValueInvalid'],
    ['otherMails', 'MailAddressInvalid'],
    ['passwordProfile.password', 'PasswordLengthWrong'],
    ['preferredLanguage', 'LanguageUnknown'],
    ['roles', 'RoleUnknown'],
    ['shoeSize', 'PropertyUnknown'],
    ['starSign', 'PropertyUnknown'],
    ['usageLocation', 'CountryUnknown'],
    ['userPrincipalName', 'UserNameIllegal'],
  ]);
  const { details = [], ...error } = errorOf(answer);
  expect(details[0]).toMatchObject({ code: error.code, message: error.message });
  for (const { message } of details) expect(message).toMatch(/^[^{}]+\.$/);
  expect(answer.body).toHaveProperty(['error', 'innerError', 'request-id'], answer.headers.get('request-id'));
});

test.each([
  ['too simple', 'alllowercase', ['PasswordTooSimple']],
  ['the own name', 'Tester-2026-x', ['PasswordContainsName']],
  ['a banned word', 'Pa$$w0rd', ['PasswordBanned']],
])('a password: %s', async (_, password, codes) => {
  const answer = await add({ ...someone('Tess'), passwordProfile: { password } });
  expect(answer.status).toBe(400);
  expect(problemsOf(answer)).toEqual(codes.map((code) => ['passwordProfile.password', code]));
  expect(answer.text.includes(password)).toBe(false);
});

test('unknown properties within others are named by their path', async () => {
  const answer = await add({ ...someone('Uma'), passwordProfile: { hint: 'cat' } });
  expect(problemsOf(answer)).toEqual([['passwordProfile.hint', 'PropertyUnknown']]);
});

test('a chosen password cannot also be shown', async () => {
  const passwordProfile = { password: 'Correct-Horse-9-Battery' };
  const answer = await add({ ...someone('Vera'), passwordProfile, credentialDelivery: { show: true } });
  expect(problemsOf(answer)).toEqual([['credentialDelivery', 'DeliveryConflict']]);
});

test('a domain of somebody else', async () => {
  const answer = await add({ displayName: 'Will', userPrincipalName: 'will@elsewhere.example' });
  expect(problemsOf(answer)).toEqual([['userPrincipalName', 'DomainNotVerified']]);
});

const json = { 'content-type': 'application/json' };

test.each([
  ['no JSON', '{"displayName": ', json, 400, 'BadJson'],
  ['an empty body', '', json, 400, 'BadJson'],
  ['a list', '[]', json, 400, 'ValueInvalid'],
  ['another content type', '{}', { 'content-type': 'text/plain' }, 415, 'UnsupportedContentType'],
  ['a form', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }, 415, 'UnsupportedContentType'],
  ['a body over the limit', JSON.stringify({ city: 'x'.repeat(200_000) }), json, 413, 'BodyTooLarge'],
])('%s', async (_, raw, headers, status, code) => {
  const answer = await muster.api.ask('POST', '/v1.0/users', undefined, { raw, headers });
  expect(answer).toMatchObject({ status, body: { error: { code } } });
});

test('JSON with a charset, or in upper case, is JSON', async () => {
  const headers = { 'content-type': 'Application/JSON; charset=UTF-8' };
  expect((await muster.api.ask('POST', '/v1.0/users', someone('Xena'), { headers })).status).toBe(201);
});

test.each([
  ['no token', undefined],
  ['a wrong token', `Bearer muster_${'a'.repeat(43)}`],
  ['a malformed header', 'Bearer'],
  ['another scheme', 'Basic YWRtaW46YWRtaW4='],
  ['an endless token', `Bearer ${'a'.repeat(5000)}`],
])('%s: 401 that tells a stranger nothing', async (_, authorization) => {
  const known = await muster.api.addUser(someone('Yves'));
  const strange = { headers: { authorization } };
  const answers = await Promise.all([
    muster.api.ask('GET', `/v1.0/users/${known.id}`, undefined, strange),
    muster.api.ask('GET', '/v1.0/users/nobody', undefined, strange),
    muster.api.ask('GET', '/v1.0/users?$top=x', undefined, strange),
    muster.api.ask('POST', '/v1.0/users', { shoeSize: 42 }, strange),
    muster.api.ask('PUT', '/v1.0/subscribedSkus/x', {}, strange),
    muster.api.ask('GET', '/v1.0/imports/x/report', undefined, strange),
  ]);
  const bodies = answers.map(({ status, body }) => {
    expect(status).toBe(401);
    const { innerError: _requestId, ...error } = (body as { error: Record<string, unknown> }).error;
    return error;
  });
  for (const body of bodies) expect(body).toEqual({ code: 'Unauthenticated', message: expect.any(String) });
  expect(new Set(bodies.map((body) => JSON.stringify(body))).size).toBe(1);
});

test('a role decides what a token may do', async () => {
  const headers = { authorization: `Bearer ${await muster.tokenOf('Directory Readers')}` };
  const ask = (method: string, path: string, body?: object) => muster.api.ask(method, path, body, { headers });
  expect((await ask('GET', '/v1.0/users?$top=1')).status).toBe(200);
  expect(await ask('POST', '/v1.0/users', someone('Zack'))).toMatchObject({
    status: 403,
    body: { error: { code: 'Forbidden' } },
  });
  expect((await ask('GET', '/v1.0/imports')).status).toBe(403);
  expect((await ask('PUT', '/v1.0/subscribedSkus/x', {})).status).toBe(403);
});

test('only who may give roles gives them', async () => {
  const headers = { authorization: `Bearer ${await muster.tokenOf('User Administrator')}` };
  const body = { ...someone('Amir'), roles: ['Global Administrator'] };
  const answer = await muster.api.ask('POST', '/v1.0/users', body, { headers });
  expect(answer).toMatchObject({ status: 403, body: { error: { code: 'RoleNotYours' } } });
});

test.each(['nobody', 'nobody@contoso.com', '00000000-0000-4000-8000-000000000000', 'x'.repeat(300)])(
  'nobody is at %.40s',
  async (name) => {
    const answer = await muster.api.ask('GET', `/v1.0/users/${name}`);
    expect(answer).toMatchObject({ status: 404, body: { error: { code: 'NotFound' } } });
  },
);
