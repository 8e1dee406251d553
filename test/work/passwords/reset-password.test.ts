/** Administrators reset passwords: the old one is dead at once, and only whom their roles reach is touched. */
import type { Principal } from '../../../shared/domain/principal.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { revokeOwnSessions, revokeSessions } from '../../../shared/work/passwords/revoke-sessions.ts';
import { monday } from '../../fakes/clock.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { administrator, idOf } from '../../fakes/people.ts';
import { problemsOf } from '../imports/check-a.ts';
import { mailed, own, refusalOf, setup } from './sign-in-setup.ts';

const helpdesk: Principal = { ...administrator, id: 'desk', roles: ['Helpdesk Administrator'] };

test('a generated password is mailed; the old one and every session are dead at once', async () => {
  const { reset, enter, tokenOf, whoIs, stored, drain, post, memory } = await setup((one) => {
    return { ...one, credentialMail: { ...one.credentialMail, state: 'sent' } };
  });
  const session = await tokenOf();
  expect(await reset()).toEqual({});
  expect(await whoIs(session)).toBeUndefined();
  expect(await refusalOf(enter())).toBe('SignInFailed');
  expect(stored().password).not.toHaveProperty('hash');
  await drain();
  expect(post.sent).toHaveLength(1);
  const [password = ''] = passwordsIn(post.sent[0] as never);
  expect(await enter('ada', password)).toMatchObject({ kind: 'passwordChange', reason: 'firstSignIn' });
  expect(stored().password).toMatchObject({ temporaryUntil: addDays(monday, 7), previousHash: expect.any(String) });
  expect(memory.audit).toMatchObject([
    { activityDisplayName: 'Reset user password', initiatedBy: { id: 'admin' }, target: { id: idOf('ada') } },
  ]);
});

test('when the queue cannot be told, the sweep mails it', async () => {
  const { reset, ports, sweepUntilQuiet, post } = await setup((one) => {
    return { ...one, credentialMail: { ...one.credentialMail, state: 'sent' } };
  });
  ports.queues = { ...ports.queues, credentials: () => Promise.reject(new Error('away')) };
  await reset();
  expect(post.sent).toEqual([]);
  await sweepUntilQuiet();
  expect(post.sent).toHaveLength(1);
});

test('it goes to the addresses that were asked for', async () => {
  const { reset, drain, post } = await setup((one) => {
    return { ...one, credentialMail: { ...one.credentialMail, state: 'sent', to: ['old@example.net'] } };
  });
  await reset({ sendTo: ['a@example.net', 'b@example.net'] });
  await drain();
  // Ada has no address of her own, so administrators hear of it.
  expect(post.sent.map(({ to }) => to)).toEqual([['a@example.net', 'b@example.net'], ['admin@contoso.com']]);
});

test('a shown password is shown once, works at once, and is not mailed', async () => {
  const { reset, enter, drain, post, stored, crossed, memory } = await setup();
  const { newPassword = '' } = await reset({ show: true });
  expect(newPassword).toMatch(/^(\w{4}-){4}\w{4}$/);
  expect(await enter('ada', newPassword)).toMatchObject({ kind: 'passwordChange' });
  await drain();
  expect(post.sent.map(({ to, subject }) => [to, subject])).toEqual([
    [['admin@contoso.com'], 'Passwords that were reset: 1 person'],
  ]);
  expect(stored().credentialMail.state).toBe('sent');
  expect(JSON.stringify([...memory.people.values(), memory.audit, crossed, post.sent])).not.toContain(newPassword);
});

test('a shown password is shown, whatever fails after it was written; what fails before changes nothing (mistake 11)', async () => {
  const { reset, enter, ports, stored, memory } = await setup();
  const { attempts } = ports;
  const before = stored();
  ports.attempts = { ...attempts, write: () => Promise.reject(new Error('away')) };
  await expect(reset({ show: true })).rejects.toThrow('away');
  expect([stored(), memory.audit]).toEqual([before, []]);

  ports.attempts = attempts;
  const away = () => Promise.reject(new Error('away'));
  ports.queues = { ...ports.queues, credentials: away };
  const { newPassword = '' } = await reset({ show: true });
  expect(await enter('ada', newPassword)).toMatchObject({ kind: 'passwordChange' });
});

test('a password that the administrator chose keeps the rules, must be changed, and no mail repeats it', async () => {
  const { reset, enter, drain, post, stored } = await setup();
  await expect(reset({ newPassword: 'ada' })).rejects.toMatchObject({
    refusals: [{ code: 'PasswordLengthWrong', target: 'newPassword' }],
  });
  const chosen = 'Given-By-Somebody-5';
  expect(await reset({ newPassword: chosen })).toEqual({});
  expect(await enter('ada', chosen)).toMatchObject({ kind: 'passwordChange', reason: 'firstSignIn' });
  await drain();
  expect(post.sent.some(({ text }) => text.includes(chosen))).toBe(false);
  expect(await enter('ada', chosen)).toMatchObject({ kind: 'passwordChange' });
  expect(stored().password.temporaryUntil).toBe(addDays(monday, 7));
});

test('what cannot be done together, or at all, is refused at once, and nobody is changed', async () => {
  const { reset, stored, hashed } = await setup();
  const before = stored();
  const odd = reset({ newPassword: 'weak', show: true });
  await expect(odd).rejects.toMatchObject({
    refusals: [{ code: 'PasswordLengthWrong' }, { code: 'DeliveryConflict', target: 'credentialDelivery' }],
  });
  expect(await refusalOf(reset({ sendTo: ['no address'] }))).toBe('MailAddressInvalid');
  expect(await refusalOf(reset({ sendTo: Array(21).fill('a@b.com') }))).toBe('ValueInvalid');
  for (const user of ['nobody@contoso.com', idOf('nobody'), '', 'x'.repeat(5000), '@']) {
    expect(await refusalOf(reset({}, { user }))).toBe('NotFound');
  }
  expect(stored()).toEqual(before);
  expect(hashed).toEqual([]);
});

test('a lock of the name is lifted', async () => {
  const { reset, enter } = await setup();
  for (let count = 0; count < 10; count += 1) await refusalOf(enter('ada', `guess ${count}`));
  expect(await refusalOf(enter())).toBe('TooManyAttempts');
  const { newPassword = '' } = await reset({ show: true }, { user: idOf('ada') });
  expect((await enter('ada', newPassword)).kind).toBe('passwordChange');
});

test.each([
  [['Helpdesk Administrator'], 'done'],
  [['Directory Readers'], 'done'],
  [['User Administrator'], 'PersonProtected'],
  [['Global Administrator', 'Reports Reader'], 'PersonProtected'],
])('a helpdesk administrator and a person who holds %j: %s', async (roles, expected) => {
  const { reset, alter, stored, ports } = await setup();
  alter('ada', (one) => ({ ...one, roles }));
  const before = stored();
  const outcome = await refusalOf(reset({}, { user: 'ada@contoso.com', by: helpdesk }));
  const revoked = await refusalOf(revokeSessions(idOf('ada'), helpdesk, ports));
  expect([outcome, revoked]).toEqual(expected === 'done' ? [{}, undefined] : [expected, expected]);
  expect(stored().version > before.version).toBe(expected === 'done');
});

test('who is given a role while the password is hashed is protected by it', async () => {
  const { ports, alter, reset, stored } = await setup();
  const hash = ports.hashSlowly;
  ports.hashSlowly = (password, salt) => {
    alter('ada', (one) => ({ ...one, roles: ['Global Administrator'] }));
    return hash(password, salt);
  };
  const outcome = reset({ newPassword: 'Given-By-Somebody-5' }, { user: 'ada@contoso.com', by: helpdesk });
  expect(await refusalOf(outcome)).toBe('PersonProtected');
  expect(stored().password.mustChange).toBe(false);
});

test('a deleted person cannot be reset', async () => {
  const { reset, alter } = await setup();
  alter('ada', (one) => ({ ...one, deleted: { dateTime: monday, licenses: [] } }));
  expect(await refusalOf(reset({}, { user: idOf('ada') }))).toBe('NotFound');
});

test('two resets at once: one mail, whose password works, and nothing is left owed', async () => {
  const system = await setup((one) => ({ ...one, credentialMail: { ...one.credentialMail, state: 'sent' } }));
  await Promise.all([system.reset(), system.reset()]);
  await system.drain({ twice: true });
  await system.sweepUntilQuiet();
  const last = system.post.sent.at(-1);
  const [password = ''] = passwordsIn(last as never);
  expect((await system.enter('ada', password)).kind).toBe('passwordChange');
});

test('a reset while the mail before it is on its way: the mail after it is sent, and its password works', async () => {
  const system = await setup();
  const { answer } = system.post;
  let isFirst = true;
  system.post.answer = (mail) => {
    // The reset comes between minting and marking.
    if (isFirst) void system.reset({}, { user: 'bob@contoso.com' });
    isFirst = false;
    return answer(mail);
  };
  await system.queue.queues.credentials([{ userIds: [idOf('bob')] }]);
  await system.drain();
  await system.sweepUntilQuiet();
  const mails = system.post.sent.filter(({ text }) => text.includes('bob@contoso.com'));
  expect(mails).toHaveLength(2);
  const passwords = mails.flatMap(passwordsIn);
  expect(await refusalOf(system.enter('bob', passwords[0]))).toBe('SignInFailed');
  expect(await system.enter('bob', passwords[1])).toMatchObject({ kind: 'passwordChange' });
  expect(await problemsOf(system)).toEqual([]);
});

test('sessions are revoked by an administrator or by oneself, and the audit tells', async () => {
  const { tokenOf, whoIs, ports, principalOf, memory, clock, stored } = await setup();
  const [first, second] = [await tokenOf(), await tokenOf('bob', mailed)];
  const ada = await principalOf();
  clock.pass({ minutes: 1 });
  await revokeSessions('ada@contoso.com', helpdesk, ports);
  await revokeSessions(idOf('bob'), helpdesk, ports);
  expect([await whoIs(first), await whoIs(second)]).toEqual([undefined, undefined]);
  expect(stored().sessions).toEqual({ generation: 1, validFromDateTime: addSeconds(monday, 60) });
  const third = await tokenOf('ada', own);
  clock.pass({ minutes: 1 });
  await revokeOwnSessions(ada, ports);
  expect(await whoIs(third)).toBeUndefined();
  expect(memory.audit.map(({ activityDisplayName, initiatedBy }) => [activityDisplayName, initiatedBy.id])).toEqual([
    ['Revoke sign-in sessions', 'desk'],
    ['Revoke sign-in sessions', 'desk'],
    ['Revoke sign-in sessions', idOf('ada')],
  ]);
});
