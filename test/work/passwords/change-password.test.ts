/** People change their own password: what it takes, what it settles, and what it ends. */
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { changePassword } from '../../../shared/work/passwords/change-password.ts';
import { verifyCheaply } from '../../fakes/cheap-hash.ts';
import { monday } from '../../fakes/clock.ts';
import { mailed, own, refusalOf, setup } from './sign-in-setup.ts';

const fresh = 'Difference-Engine-2';

test('from the mailed password to one of their own, which opens everything that the old one did not', async () => {
  const { principalOf, renew, enter, whoIs, stored, memory, clock } = await setup();
  clock.pass({ minutes: 5 });
  const answer = await renew(await principalOf('bob', mailed), mailed, fresh);
  expect(answer.expiresDateTime).toBe(addSeconds(clock.now(), 8 * 3600));
  expect(await whoIs(answer.token)).toEqual({ kind: 'person', id: stored('bob').id, displayName: 'bob', roles: [] });
  expect(stored('bob').password).toMatchObject({ source: 'chosen', mustChange: false, changedDateTime: clock.now() });
  expect(stored('bob').credentialMail.state).toBe('sent');
  expect(stored('bob').lastSignInDateTime).toBe('2026-01-05T00:00:00.000Z');
  expect((await enter('bob', fresh)).kind).toBe('session');
  expect(await refusalOf(enter('bob', mailed))).toBe('SignInFailed');
  expect(memory.audit).toMatchObject([
    {
      activityDisplayName: 'Change password (self-service)',
      initiatedBy: { kind: 'person', id: stored('bob').id },
      target: { type: 'User', id: stored('bob').id },
      modifiedProperties: expect.arrayContaining([
        { displayName: 'passwordChangedDateTime', oldValue: monday, newValue: clock.now() },
        { displayName: 'forceChangePasswordNextSignIn', oldValue: true, newValue: false },
      ]),
    },
  ]);
  expect(JSON.stringify(memory.audit)).not.toMatch(/scrypt|sha256/);
});

test('every other session is over, the one that changed it too, and a token for the change is good for one', async () => {
  const { tokenOf, principalOf, renew, whoIs } = await setup();
  const [other, change] = [await tokenOf(), await tokenOf('bob', mailed)];
  const { token } = await renew(await principalOf(), own, fresh);
  await renew(await principalOf('bob', mailed), mailed, fresh);
  expect(await whoIs(other)).toBeUndefined();
  expect(await whoIs(change)).toBeUndefined();
  expect(await whoIs(token)).toBeDefined();
});

test('the current password is asked for, and wrong ones are counted, by themselves', async () => {
  const { principalOf, renew, stored, enter, hashed } = await setup();
  const ada = await principalOf();
  const before = stored();
  for (let count = 0; count < 10; count += 1) {
    expect(await refusalOf(renew(ada, `guess ${count}`, fresh))).toBe('PasswordWrong');
  }
  hashed.length = 0;
  expect(await refusalOf(renew(ada, own, fresh))).toBe('TooManyAttempts');
  expect(hashed).toEqual([]);
  expect(stored()).toEqual(before);
  // Whoever is signed in has a count of their own: it stops no sign-in, and no stranger stops it.
  expect((await enter()).kind).toBe('session');
});

test('every rule that the new password breaks is named at once, and nothing is changed', async () => {
  const { principalOf, renew, stored } = await setup();
  const ada = await principalOf();
  const before = stored();
  await expect(renew(ada, own, 'adaada')).rejects.toMatchObject({
    refusals: [{ code: 'PasswordLengthWrong', target: 'newPassword' }],
  });
  await expect(renew(ada, own, 'password')).rejects.toMatchObject({
    refusals: [
      { code: 'PasswordTooSimple', target: 'newPassword' },
      { code: 'PasswordBanned', target: 'newPassword' },
    ],
  });
  expect(stored()).toEqual(before);
});

test('neither the present password nor the one before it may be chosen; the one before that may', async () => {
  const { renew, principalOf, stored } = await setup();
  const second = 'Second-Password-77';
  expect(await refusalOf(renew(await principalOf('bob', mailed), mailed, mailed))).toBe('PasswordRepeated');
  await renew(await principalOf('bob', mailed), mailed, fresh);
  expect(await verifyCheaply(mailed, stored('bob').password.previousHash ?? '')).toBe(true);
  expect(await refusalOf(renew(await principalOf('bob', fresh), fresh, mailed))).toBe('PasswordRepeated');
  expect(await refusalOf(renew(await principalOf('bob', fresh), fresh, fresh))).toBe('PasswordRepeated');
  await renew(await principalOf('bob', fresh), fresh, second);
  expect(await refusalOf(renew(await principalOf('bob', second), second, fresh))).toBe('PasswordRepeated');
  expect(await refusalOf(renew(await principalOf('bob', second), second, mailed))).toMatchObject({
    token: expect.any(String),
  });
});

test('the same password in other characters of the same look is a repeat', async () => {
  const { renew, principalOf } = await setup();
  const [composed, decomposed] = ['Pass\u00e9e-Compose-9', 'Passe\u0301e-Compose-9'];
  await renew(await principalOf(), own, composed);
  expect(await refusalOf(renew(await principalOf('ada', decomposed), composed, decomposed))).toBe('PasswordRepeated');
});

test('an expired password is changed, and its clock and its mails begin anew', async () => {
  const { renew, principalOf, stored, clock, alter } = await setup();
  clock.pass({ days: 91 });
  alter('ada', (one) => ({
    ...one,
    password: { ...one.password, expired: true, mustChange: true, warnedDays: 1 },
    pendingNotices: [{ kind: 'passwordExpired', expiredAt: addDays(monday, 90), id: 'x', retryAt: monday, tries: 0 }],
  }));
  await renew(await principalOf(), own, fresh);
  expect(stored().password).toEqual({
    source: 'chosen',
    hash: expect.any(String),
    previousHash: expect.any(String),
    changedDateTime: clock.now(),
    mustChange: false,
  });
  expect(stored().pendingNotices).toEqual([]);
});

test('a temporary password that lapses meanwhile changes nothing: only a reset helps', async () => {
  const { renew, principalOf, alter, stored } = await setup();
  const bob = await principalOf('bob', mailed);
  alter('bob', (one) => ({ ...one, password: { ...one.password, temporaryUntil: monday } }));
  const before = stored('bob');
  expect(await refusalOf(renew(bob, mailed, fresh))).toBe('PasswordLapsed');
  expect(stored('bob')).toEqual(before);
});

test('who was deleted meanwhile is nobody', async () => {
  const { renew, principalOf, alter } = await setup();
  const ada = await principalOf();
  alter('ada', (one) => ({ ...one, deleted: { dateTime: monday, licenses: [] } }));
  expect(await refusalOf(renew(ada, own, fresh))).toBe('Unauthenticated');
});

test('a reset that comes between the look and the write wins', async () => {
  const { ports, principalOf, reset, stored } = await setup();
  const ada = await principalOf();
  let hashes = 0;
  const hashSlowly = async (password: string, salt?: Buffer) => {
    hashes += 1;
    if (hashes === 2) await reset({ newPassword: 'Given-By-Somebody-5' });
    return ports.hashSlowly(password, salt);
  };
  const change = { currentPassword: own, newPassword: fresh };
  expect(await refusalOf(changePassword(ada, change, { ...ports, hashSlowly }))).toBe('ConcurrentChange');
  expect(await verifyCheaply('Given-By-Somebody-5', stored().password.hash ?? '')).toBe(true);
});
