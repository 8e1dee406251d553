/** From the mail to a session and out again: first password, own password, lockout, reset, and what ends a session. */
import { english } from '../../../shared/pages/texts/english.ts';
import { passwordIn } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { keptInAws, placesWithSecrets } from '../driver/secrets.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import {
  changePassword,
  mailedPerson,
  resetPassword,
  type SignInBody,
  settledPerson,
  signIn,
  withToken,
} from '../driver/signing-in.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const ownPassword = () => `Own-${unique()}-Kookaburra/7+`;
const codes = ({ body }: { body: { error?: { code: string; details?: { code: string }[] } } }) =>
  body.error?.details?.map(({ code }) => code) ?? [body.error?.code];
const meStatus = async (token: string) => (await withToken(muster, token)('GET', '/v1.0/me')).status;

test('from the mailed password to a session, and out again', async () => {
  const zoe = await mailedPerson(muster, 'Zoe');
  const first = await signIn(muster, zoe.name.toUpperCase(), zoe.password);
  expect(first).toMatchObject({ status: 403, body: { error: { code: 'PasswordChangeRequired' } } });
  const { token: change, reason, expiresDateTime } = first.body.passwordChange;
  expect(reason).toBe('firstSignIn');
  expect(Math.abs(Date.parse(expiresDateTime) - Date.now() - 600_000)).toBeLessThan(60_000);
  // Good for the change, and for nothing else.
  expect((await withToken(muster, change)('GET', '/v1.0/me')).body).toMatchObject({
    error: { code: 'PasswordChangeRequired' },
  });
  expect((await withToken(muster, change)('GET', '/v1.0/users')).status).toBe(403);

  expect(codes(await changePassword(muster, change, 'not it', ownPassword()))).toEqual(['PasswordWrong']);
  expect(codes(await changePassword(muster, change, zoe.password, 'password'))).toEqual([
    'PasswordTooSimple',
    'PasswordBanned',
  ]);
  expect(codes(await changePassword(muster, change, zoe.password, zoe.password))).toEqual(['PasswordRepeated']);
  const own = ownPassword();
  const changed = await changePassword(muster, change, zoe.password, own);
  expect(changed.status).toBe(200);
  expect(await meStatus(change)).toBe(401);

  const ask = withToken(muster, changed.body.token);
  expect(await ask('GET', '/v1.0/me')).toMatchObject({
    status: 200,
    body: { id: zoe.id, userPrincipalName: zoe.name, passwordProfile: { forceChangePasswordNextSignIn: false } },
  });
  // A person without a role reads nobody else.
  expect((await ask('GET', '/v1.0/users')).status).toBe(403);
  expect((await ask('POST', '/v1.0/me/signOut')).status).toBe(204);
  expect(await meStatus(changed.body.token)).toBe(401);

  expect((await signIn(muster, zoe.name, zoe.password)).status).toBe(401);
  const again = await signIn(muster, zoe.name, own);
  expect(again).toMatchObject({ status: 200, body: { user: { id: zoe.id } } });
  expect(codes(await changePassword(muster, again.body.token, own, zoe.password))).toEqual(['PasswordRepeated']);
  const places = await keptInAws(muster);
  expect(places.some(({ bytes }) => bytes.includes(zoe.name))).toBe(true);
  expect(placesWithSecrets(places, { generated: new Set([zoe.password]), chosen: [own] })).toEqual([]);
  const tokens = [change, changed.body.token, again.body.token];
  expect(places.filter(({ bytes }) => tokens.some((token) => bytes.includes(token)))).toEqual([]);
});

test('nobody learns who exists: unknown names and wrong passwords are answered alike, and lock alike', async () => {
  const ada = await settledPerson(muster, 'Ada', ownPassword());
  const names = [ada.name, `nobody.${unique()}@contoso.com`];
  const [wrong, nobody] = await Promise.all(names.map((name) => signIn(muster, name, 'A wrong one')));
  const told = ({ status, body: { error } }: Awaited<ReturnType<typeof signIn>>) => [
    status,
    error?.code,
    error?.message,
  ];
  expect(told(wrong as never)).toEqual([401, 'SignInFailed', expect.any(String)]);
  expect(told(nobody as never)).toEqual(told(wrong as never));

  for (const name of names) {
    // The same wrong one again counts once; with nine further ones there are ten.
    expect((await signIn(muster, name, 'A wrong one')).status).toBe(401);
    for (let guess = 0; guess < 9; guess += 1) await signIn(muster, name, `guess ${guess}`);
    const locked = await signIn(muster, name, ada.password);
    expect(locked).toMatchObject({ status: 429, body: { error: { code: 'TooManyAttempts' } } });
    const seconds = Number(locked.headers.get('retry-after'));
    expect(seconds).toBeGreaterThan(0);
    expect(seconds).toBeLessThanOrEqual(60);
  }

  // A reset lifts the lock.
  const { status, body } = await resetPassword(muster, ada.id, { credentialDelivery: { show: true } });
  expect(status).toBe(202);
  const { newPassword } = body as { newPassword: string };
  expect((await signIn(muster, ada.name, newPassword)).body.passwordChange.reason).toBe('firstSignIn');
});

test('of twelve sign-ins of one person at once each succeeds, or is told to come again', async () => {
  const bob = await settledPerson(muster, 'Bob', ownPassword());
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(muster, bob.name, bob.password)));
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(answers.filter(({ status, headers }) => status !== 200 && headers.get('retry-after') !== '1')).toEqual([]);
});

test('who signs in and who fails is on record, with address and client (weakness 7)', async () => {
  const ida = await settledPerson(muster, 'Ida', ownPassword());
  await signIn(muster, ida.name, 'A wrong one');
  expect((await signIn(muster, ida.name, ida.password)).status).toBe(200);
  const auditor = await muster.tokenOf('Reports Reader');
  const path = `/v1.0/auditLogs/signIns?$filter=${encodeURIComponent(`userId eq '${ida.id}'`)}`;
  const { status, body } = await withToken(muster, auditor)('GET', path);
  expect(status).toBe(200);
  const { value } = body as { value: { ipAddress: string; userAgent: string; status: { errorCode: number } }[] };
  expect(value.slice(0, 2)).toMatchObject([
    { userPrincipalName: ida.name, status: { errorCode: 0 } },
    { userPrincipalName: ida.name, status: { errorCode: 50126 } },
  ]);
  expect(value[0]?.ipAddress).toMatch(/^[\da-f.:]+$/);
  expect(value[0]?.userAgent).not.toBe('');
});

test('a reset: the session and the old password are dead, and a new one comes by mail', async () => {
  const eve = await settledPerson(muster, 'Eve', ownPassword());
  await muster.mailbox.mails({ to: eve.address }, 1);
  const { token } = (await signIn(muster, eve.name, eve.password)).body;
  expect(await meStatus(token)).toBe(200);

  const helpdesk = await muster.tokenOf('Helpdesk Administrator');
  const answer = await resetPassword(muster, eve.name, {}, helpdesk);
  expect([answer.status, answer.text.includes('newPassword')]).toEqual([202, false]);
  expect(await meStatus(token)).toBe(401);
  expect((await signIn(muster, eve.name, eve.password)).status).toBe(401);

  const mails = await muster.mailbox.mails({ to: eve.address }, 2);
  const password = passwordIn(mails.at(-1) as never);
  const { body } = await signIn(muster, eve.name, password);
  expect(body.passwordChange.reason).toBe('firstSignIn');
  // The password before the reset is the last one that was used.
  expect(codes(await changePassword(muster, body.passwordChange.token, password, eve.password))).toEqual([
    'PasswordRepeated',
  ]);
  expect((await changePassword(muster, body.passwordChange.token, password, ownPassword())).status).toBe(200);
});

test('a helpdesk administrator cannot take over an account that may do more', async () => {
  const global = await settledPerson(muster, 'Gil', ownPassword(), { roles: ['Global Administrator'] });
  const helpdesk = await muster.tokenOf('Helpdesk Administrator');
  const answer = await resetPassword(muster, global.id, {}, helpdesk);
  expect(answer).toMatchObject({ status: 403, body: { error: { code: 'PersonProtected' } } });
  const revoke = await withToken(muster, helpdesk)('POST', `/v1.0/users/${global.id}/revokeSignInSessions`);
  expect(revoke.status).toBe(403);
  expect((await signIn(muster, global.name, global.password)).status).toBe(200);
});

test('roles are those of the moment, and revoked sessions are over at once (case 34)', async () => {
  const ida = await settledPerson(muster, 'Ida', ownPassword(), { roles: ['Directory Readers'] });
  const [one, other] = await Promise.all([1, 2].map(() => signIn(muster, ida.name, ida.password)));
  const [first, second] = [one?.body.token ?? '', other?.body.token ?? ''];
  expect((await withToken(muster, first)('GET', '/v1.0/users?$top=1')).status).toBe(200);
  const revoked = await withToken(muster, first)('POST', '/v1.0/me/revokeSignInSessions');
  expect(revoked).toMatchObject({ status: 200, body: { value: true } });
  expect([await meStatus(first), await meStatus(second)]).toEqual([401, 401]);

  const { token } = (await signIn(muster, ida.name, ida.password)).body;
  expect(await meStatus(token)).toBe(200);
  const byAdministrator = await muster.api.ask('POST', `/v1.0/users/${ida.id}/revokeSignInSessions`);
  expect(byAdministrator).toMatchObject({ status: 200, body: { value: true } });
  expect(await meStatus(token)).toBe(401);
});

test('who resets, changes, redirects or promotes somebody is not unheard: it is told where mails went before (weakness 8)', async () => {
  const own = ownPassword();
  const rosa = await settledPerson(muster, 'Rosa', own);
  const address = rosa.address ?? '';
  const heard = (about: string) => muster.mailbox.mail({ to: address, about });
  const reset = await resetPassword(muster, rosa.id, { credentialDelivery: { show: true } });
  const { newPassword } = reset.body as { newPassword: string };
  expect((await heard('has been reset')).text).not.toContain(newPassword);
  const { passwordChange } = (await signIn(muster, rosa.name, newPassword)).body;
  const other = ownPassword();
  expect((await changePassword(muster, passwordChange.token, newPassword, other)).status).toBe(200);
  expect((await heard('has been changed')).text).not.toContain(other);
  const { status } = await muster.api.ask('PATCH', `/v1.0/users/${rosa.id}`, {
    otherMails: ['rosa@elsewhere.example'],
  });
  expect(status).toBe(204);
  await heard('alternate mail address');
  const role = { '@odata.id': `${muster.outputs.ApiUrl}/v1.0/directoryObjects/${rosa.id}` };
  const { body } = await muster.api.ask('GET', '/v1.0/directoryRoles');
  const { value } = body as { value: { id: string; displayName: string }[] };
  const reader = value.find(({ displayName }) => displayName === 'Reports Reader')?.id;
  const given = await muster.api.ask('POST', `/v1.0/directoryRoles/${reader}/members/$ref`, role);
  expect(given.status).toBe(204);
  await muster.mailbox.mail({ to: 'rosa@elsewhere.example', about: 'Reports Reader' });
});

test.each(['Password2026!', 'Contoso2026!', 'Liverpool1', 'Charlie123!'])(
  '%s is refused by the API, at the change of a password and at a reset, in one sentence (weakness 11)',
  async (password) => {
    const person = await settledPerson(muster, 'Sam', ownPassword());
    const { token } = (await signIn(muster, person.name, person.password)).body;
    const answers = [
      await muster.api.ask('POST', '/v1.0/users', { ...someone('Tom'), passwordProfile: { password } }),
      await muster.api.ask('PATCH', `/v1.0/users/${person.id}`, { passwordProfile: { password } }),
      await resetPassword(muster, person.id, { newPassword: password }),
      await changePassword(muster, token, person.password, password),
    ];
    const told = answers.map(({ status, body }) => {
      const { details = [] } = (body as SignInBody).error ?? {};
      return [status, details.map(({ code, message }) => [code, message])];
    });
    const { PasswordBanned } = english;
    expect(told).toEqual(answers.map(() => [400, [['PasswordBanned', PasswordBanned]]]));
  },
);
