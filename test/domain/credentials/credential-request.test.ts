/** Credentials that wait for a word or a moment. */
import { answerRequest } from '../../../shared/domain/credentials/credential-request.ts';
import { takeDueSteps } from '../../../shared/domain/enforcement/due-steps.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { withNewPassword } from '../../../shared/domain/passwords/password-change.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { graphUser } from '../../../shared/graph/people/graph-user.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { setup } from '../../work/credentials/credentials-setup.ts';

const friday = addDays(monday, 4);
const heldAda = person('ada', {}, { credentials: 'later' });
const scheduledAda = person(
  'ada',
  { otherMails: ['ada@example.net'] },
  { credentials: 'later', sendCredentialsDateTime: friday },
);

test('later without a moment, and none: nothing is owed, and nothing falls due', () => {
  for (const credentials of ['later', 'none'] as const) {
    const ada = person('ada', {}, { credentials });
    expect(ada.credentialMail).toEqual({ state: 'held', to: [], attempt: 0, retries: 0 });
    expect(nextDue(ada, policy)).toBeUndefined();
    expect(takeDueSteps(ada, policy, addDays(monday, 400))).toBeUndefined();
    expect(graphUser(ada, policy)).toMatchObject({
      credentialMail: { state: 'held', sentDateTime: null },
      passwordExpiresDateTime: null,
    });
  }
});

test('later at a moment: it falls due then, and not before; a moment that has passed is now', () => {
  expect(nextDue(scheduledAda, policy)).toBe(friday);
  expect(takeDueSteps(scheduledAda, policy, addSeconds(friday, -1))).toBeUndefined();
  expect(takeDueSteps(scheduledAda, policy, friday)?.sendCredentials).toBe(true);
  const late = person('ada', {}, { credentials: 'later', sendCredentialsDateTime: monday });
  expect(late.credentialMail).toEqual(person('ada').credentialMail);
});

test('a shown password is shown, whenever others are mailed', () => {
  const ada = person('ada', { showCredentials: true }, { credentials: 'later', passwordHash: 'hash' });
  expect(ada.credentialMail.state).toBe('sent');
});

test('nothing is mailed before the moment, and all of it then', async () => {
  const { deliver, now, post, clock } = await setup(scheduledAda);
  await deliver();
  expect([post.sent.length, now().credentialMail.attempt]).toEqual([0, 0]);
  clock.pass({ days: 4 });
  await deliver();
  expect(post.sent).toHaveLength(1);
  expect(now().credentialMail).toMatchObject({ state: 'sent' });
  expect(now().credentialMail).not.toHaveProperty('notBefore');
});

test('who is held is not mailed, until a reset says so', async () => {
  const { deliver, now, post, memory } = await setup(person('ada', {}, { credentials: 'none' }));
  await deliver();
  expect(post.sent).toEqual([]);
  memory.people.set(now().id, withNewPassword(now(), { kind: 'minted', now: monday, policy }));
  await deliver();
  expect(post.sent).toHaveLength(1);
});

test('a request sends what is held or waits for its moment at once, with no new password', () => {
  for (const before of [heldAda, scheduledAda]) {
    const answered = answerRequest(before, { requestedAt: monday, resend: false }, policy, monday);
    expect(answered?.isNewPassword).toBe(false);
    expect(answered?.person.password).toEqual(before.password);
    expect(answered?.person.credentialMail).toMatchObject({ state: 'owed', retryAt: addSeconds(monday, 900) });
    expect(answered?.person.credentialMail).not.toHaveProperty('notBefore');
  }
});

test('a request is done once, even where the clock of who does it is behind that of who asked', () => {
  const sentDateTime = addDays(monday, -1);
  const former = { state: 'sent' as const, to: [], attempt: 1, retries: 0, sentDateTime };
  const sent: Person = { ...person('ada'), credentialMail: former };
  const before: Person = { ...sent, password: { ...sent.password, changedDateTime: sentDateTime } };
  const request = { requestedAt: addSeconds(monday, 600), resend: true };
  const answered = answerRequest(before, request, policy, monday)?.person;
  expect(answered?.credentialMail).toMatchObject({ state: 'owed', attempt: 2 });
  const again = answered ?? before;
  const mailed: Person = {
    ...again,
    password: before.password,
    credentialMail: { ...again.credentialMail, state: 'sent', sentDateTime: monday },
  };
  expect(answerRequest(mailed, request, policy, addSeconds(monday, 10))).toBeUndefined();
  expect(answerRequest(mailed, { ...request, requestedAt: friday }, policy, friday)?.isNewPassword).toBe(true);
});

test('a resent password keeps its addresses, and whether it must be changed', () => {
  const sentDateTime = monday;
  const ada = person('ada', { mustChangePassword: false, sendCredentialsTo: ['boss@example.net'] });
  const sent = { ...ada, credentialMail: { ...ada.credentialMail, state: 'sent' as const, sentDateTime } };
  const again = answerRequest(sent, { requestedAt: friday, resend: true }, policy, friday)?.person;
  expect(again?.credentialMail).toMatchObject({ state: 'owed', to: ['boss@example.net'], requestedAt: friday });
  expect(again?.password.mustChange).toBe(false);
});
