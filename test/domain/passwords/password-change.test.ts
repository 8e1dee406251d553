/** A new password: its clock, its mail, the sessions it ends, and the one that it remembers. */
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { pendingNotice } from '../../../shared/domain/outbox.ts';
import { withMustChange, withNewPassword } from '../../../shared/domain/passwords/password-change.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { settled } from '../enforcement/aging.ts';

const now = addDays(monday, 10);
const aged = (change: Partial<Person['password']> = {}): Person => {
  const one = settled();
  const told = { hash: 'present', expired: true, lapsed: true, warnedDays: 1, mustChange: true } as const;
  return { ...one, password: { ...one.password, ...told, ...change } };
};

test('a chosen one that is to be changed works for some days; all that befell the former is over', () => {
  const { password } = withNewPassword(aged(), { kind: 'chosen', hash: 'new', mustChange: true, now, policy });
  expect(password).toEqual({
    source: 'chosen',
    hash: 'new',
    previousHash: 'present',
    changedDateTime: now,
    mustChange: true,
    temporaryUntil: addDays(now, policy.temporaryPasswordDays),
  });
});

test('one that need not be changed has no end but its age', () => {
  const after = withNewPassword(aged(), { kind: 'chosen', hash: 'new', mustChange: false, now, policy });
  expect(after.password).not.toHaveProperty('temporaryUntil');
  expect(nextDue(after, policy)).toBe(addDays(now, 76));
});

test('one that Muster makes has no hash before its mail, which is owed anew to the usual address', () => {
  const before = { ...aged(), credentialMail: { ...aged().credentialMail, to: ['old@example.net'], attempt: 1 } };
  const after = withNewPassword(before, { kind: 'minted', now, policy });
  expect(after.password).toEqual({
    source: 'generated',
    previousHash: 'present',
    changedDateTime: now,
    mustChange: true,
  });
  const retryAt = addSeconds(now, policy.mailRetryMinutes * 60);
  expect(after.credentialMail).toEqual({ state: 'owed', to: [], attempt: 2, retries: 0, retryAt });
  expect(nextDue(after, policy)).toBe(retryAt);
  const addressed = withNewPassword(before, { kind: 'minted', sendTo: ['new@example.net'], now, policy });
  expect(addressed.credentialMail.to).toEqual(['new@example.net']);
});

test('without a present one the last stays the last', () => {
  const { hash: _hash, ...password } = aged({ previousHash: 'last' }).password;
  const after = withNewPassword({ ...aged(), password }, { kind: 'minted', now, policy });
  expect(after.password.previousHash).toBe('last');
  const never = withNewPassword(person('ada'), { kind: 'chosen', hash: 'new', mustChange: true, now, policy });
  expect(never.password).not.toHaveProperty('previousHash');
});

test('every session ends, however often', () => {
  const once = withNewPassword(aged(), { kind: 'chosen', hash: 'new', mustChange: false, now, policy });
  const twice = withNewPassword(once, { kind: 'minted', now: addDays(now, 1), policy });
  expect([once.sessions, twice.sessions]).toEqual([
    { generation: 1, validFromDateTime: now },
    { generation: 2, validFromDateTime: addDays(now, 1) },
  ]);
});

describe('a mail that is owed when a chosen one comes', () => {
  const leased = (): Person => {
    const one = person('ada');
    return { ...one, credentialMail: { ...one.credentialMail, attempt: 1, leaseUntil: addSeconds(now, 60) } };
  };

  test('goes on being owed, and who has the former password in hand cannot mark it as sent', () => {
    const { credentialMail } = withNewPassword(leased(), {
      kind: 'chosen',
      hash: 'new',
      mustChange: true,
      now,
      policy,
    });
    expect(credentialMail).toEqual({ ...leased().credentialMail, state: 'owed', attempt: 2 });
  });

  test('is not owed any more to who chose it', () => {
    const after = withNewPassword(leased(), { kind: 'own', hash: 'new', now, policy });
    expect(after.credentialMail).toEqual({ state: 'sent', to: [], attempt: 2, retries: 0, sentDateTime: now });
  });

  test('one that was sent stays sent', () => {
    const after = withNewPassword(aged(), { kind: 'chosen', hash: 'new', mustChange: true, now, policy });
    expect(after.credentialMail).toEqual(aged().credentialMail);
  });
});

test('what is owed to be said of the former password is not said any more; the rest is', () => {
  const notices = [
    pendingNotice({ kind: 'passwordWarning', days: 7, expiresAt: now }, policy, now),
    pendingNotice({ kind: 'passwordExpired', expiredAt: now }, policy, now),
    pendingNotice({ kind: 'temporaryPasswordLapsed', lapsedAt: now }, policy, now),
    pendingNotice({ kind: 'licenceArrived', skuId: 'e3' }, policy, now),
  ];
  const after = withNewPassword(
    { ...aged(), pendingNotices: notices },
    { kind: 'chosen', hash: 'new', mustChange: true, now, policy },
  );
  expect(after.pendingNotices).toEqual(notices.slice(3));
});

test('a password that must be changed after all keeps its end, and one that need not loses it', () => {
  const temporary = withNewPassword(aged(), { kind: 'chosen', hash: 'new', mustChange: true, now, policy });
  expect(withMustChange(temporary, true)).toEqual(temporary);
  const free = withMustChange(temporary, false);
  expect(free.password).toMatchObject({ mustChange: false, hash: 'new', changedDateTime: now });
  expect(free.password).not.toHaveProperty('temporaryUntil');
  expect(withMustChange(free, true).password).toEqual({ ...free.password, mustChange: true });
});

describe('a reset', () => {
  const leaseUntil = addSeconds(now, 50);
  const mailing = (): Person => ({
    ...aged(),
    credentialMail: { ...aged().credentialMail, state: 'owed', attempt: 2, leaseUntil },
  });

  test('waits for a delivery that mails the former password right now, which cannot mark the new mail', () => {
    const after = withNewPassword(mailing(), { kind: 'minted', now, policy });
    expect(after.credentialMail).toMatchObject({ state: 'owed', attempt: 3, leaseUntil });
    const over = withNewPassword(mailing(), { kind: 'minted', now: addSeconds(leaseUntil, 1), policy });
    expect(over.credentialMail).not.toHaveProperty('leaseUntil');
  });

  test('that is shown works at once, for its days, and is not mailed', () => {
    const after = withNewPassword(mailing(), { kind: 'shown', hash: 'new', now, policy });
    expect(after.password).toMatchObject({ hash: 'new', source: 'generated', temporaryUntil: addDays(now, 7) });
    expect(after.credentialMail).toEqual({ state: 'sent', to: [], attempt: 3, retries: 0, sentDateTime: now });
  });

  test('to a chosen one with a mail that says so works at once, and its days begin with the mail', () => {
    const wish = { kind: 'chosen', hash: 'new', mustChange: true, sendTo: ['a@example.net'], now, policy } as const;
    const after = withNewPassword(aged(), wish);
    expect(after.password).toMatchObject({ hash: 'new', source: 'chosen', mustChange: true });
    expect(after.password).not.toHaveProperty('temporaryUntil');
    expect(after.credentialMail).toMatchObject({ state: 'owed', to: ['a@example.net'] });
  });

  test('before the reset before it was mailed remembers the password that there was', () => {
    const twice = [1, 2].reduce((one) => withNewPassword(one, { kind: 'minted', now, policy }), aged());
    expect(twice.password.previousHash).toBe('present');
  });
});
