/** What time does to passwords, locks and sessions. Local: here time can be moved. */
import { controlOf, type Muster } from '../driver/muster.ts';
import { unique } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import { testLocally } from '../driver/shared-muster.ts';
import { changePassword, mailedPerson, resetPassword, settledPerson, signIn, withToken } from '../driver/signing-in.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

const engine = ownEngine();
let muster: Muster;
beforeAll(async () => {
  if (isLocal) muster = await engine.start();
}, 120_000);
afterAll(() => engine.end());

const ownPassword = () => `Own-${unique()}-Kookaburra/7+`;
const meStatus = async (token: string) => (await withToken(muster, token)('GET', '/v1.0/me')).status;

/** Moves time on. */
const pass = async (seconds: number) => {
  const control = controlOf(muster);
  await control.clock(new Date((await control.now()).getTime() + seconds * 1000));
};

testLocally('a lock ends after a minute, the next one after two, and a session after eight hours', async () => {
  const ada = await settledPerson(muster, 'Ada', ownPassword());
  for (let guess = 0; guess < 10; guess += 1) await signIn(muster, ada.name, `guess ${guess}`);
  expect((await signIn(muster, ada.name, ada.password)).status).toBe(429);
  await pass(61);
  expect((await signIn(muster, ada.name, 'guess 10')).status).toBe(401);
  await pass(61);
  expect((await signIn(muster, ada.name, ada.password)).status).toBe(429);
  await pass(61);
  const { status, body } = await signIn(muster, ada.name, ada.password);
  expect(status).toBe(200);
  expect(await meStatus(body.token)).toBe(200);
  await pass(8 * 3600);
  expect(await meStatus(body.token)).toBe(401);
});

testLocally('a mailed password that nobody used for a week is dead, and a reset helps', async () => {
  const bob = await mailedPerson(muster, 'Bob');
  await waitFor(
    'the mail to be marked as sent',
    () => muster.api.user(bob.id),
    ({ credentialMail }) => credentialMail.state === 'sent',
  );
  await pass(8 * 86_400);
  const lapsed = await signIn(muster, bob.name, bob.password);
  expect(lapsed).toMatchObject({ status: 403, body: { error: { code: 'PasswordLapsed' } } });
  const { newPassword } = (await resetPassword(muster, bob.id, { credentialDelivery: { show: true } })).body as {
    newPassword: string;
  };
  expect((await signIn(muster, bob.name, newPassword)).body.passwordChange.reason).toBe('firstSignIn');
});

testLocally('an expired password must be changed, and its days begin anew', async () => {
  const eve = await settledPerson(muster, 'Eve', ownPassword());
  await pass(91 * 86_400);
  // Whether or not the sweep has come by.
  const { body } = await signIn(muster, eve.name, eve.password);
  expect(body.passwordChange.reason).toBe('expired');
  await controlOf(muster).runSchedule();
  await waitFor(
    'the sweep to mark it',
    () => muster.api.user(eve.id),
    ({ passwordState }) => passwordState === 'expired',
  );
  const own = ownPassword();
  // The token for it was good for ten minutes of a clock that stands where it stood.
  expect((await changePassword(muster, body.passwordChange.token, eve.password, own)).status).toBe(200);
  expect((await signIn(muster, eve.name, own)).status).toBe(200);
  expect(await muster.api.user(eve.id)).toMatchObject({ passwordState: 'valid' });
});
