/** What a new password settles, and what it owes. */
import { withOwnPassword, withoutSessions, withResetPassword } from '../../shared/domain/new-password.ts';
import { nextDue } from '../../shared/domain/next-due.ts';
import type { Person } from '../../shared/domain/person.ts';
import { addDays, addSeconds } from '../../shared/domain/time.ts';
import { defaultPolicy } from '../../shared/policy.ts';
import { monday } from '../fakes/clock.ts';
import { person } from '../fakes/people.ts';

const later = addDays(monday, 95);

/** A person whose password has gone through everything that can befall one. */
const worn: Person = {
  ...person('ada'),
  password: {
    hash: 'old',
    source: 'generated',
    changedDateTime: monday,
    mustChange: true,
    temporaryUntil: addDays(monday, 7),
    lapsed: true,
    expired: true,
    warnedDays: 1,
    previousHash: 'older',
  },
  owedNotices: [
    { kind: 'passwordWarning', days: 1, expiresAt: monday, id: '1', retryAt: monday, tries: 0 },
    { kind: 'passwordExpired', expiredAt: monday, id: '2', retryAt: monday, tries: 0 },
    { kind: 'temporaryPasswordLapsed', lapsedAt: monday, id: '3', retryAt: monday, tries: 0 },
    { kind: 'licenceArrived', skuId: 'x', id: '4', retryAt: addDays(monday, 100), tries: 0 },
  ],
  sessions: { generation: 4, validFromDateTime: monday },
};

test('a password of one’s own settles everything about the old one', () => {
  const after = withOwnPassword(worn, 'new', later);
  expect(after.password).toEqual({
    hash: 'new',
    source: 'chosen',
    changedDateTime: later,
    mustChange: false,
    previousHash: 'old',
  });
  expect(after.owedNotices.map(({ kind }) => kind)).toEqual(['licenceArrived']);
  expect(after.sessions).toEqual({ generation: 5, validFromDateTime: later });
  expect(nextDue({ ...after, owedNotices: [] }, defaultPolicy)).toBe(addDays(later, 76));
});

test('a credential mail that is still owed is owed no more; one that was sent keeps its time', () => {
  const leased = { ...worn.credentialMail, attempt: 3, leaseUntil: later, sentDateTime: undefined as never };
  const after = withOwnPassword({ ...worn, credentialMail: leased }, 'new', later);
  expect(after.credentialMail).toEqual({ state: 'sent', to: [], attempt: 3, retries: 0, sentDateTime: later });
  const sent = { ...worn.credentialMail, state: 'sent', sentDateTime: monday } as const;
  expect(withOwnPassword({ ...worn, credentialMail: sent }, 'new', later).credentialMail.sentDateTime).toBe(monday);
});

test('a reset by mail leaves no password that works, and owes a mail with the next number', () => {
  const after = withResetPassword(worn, { kind: 'mail', to: ['a@example.net'] }, defaultPolicy, later);
  expect(after.password).toEqual({
    source: 'generated',
    changedDateTime: later,
    mustChange: true,
    previousHash: 'old',
  });
  expect(after.credentialMail).toEqual({
    state: 'owed',
    to: ['a@example.net'],
    attempt: 1,
    retries: 0,
    retryAt: addSeconds(later, 900),
  });
  expect(after.sessions?.generation).toBe(5);
  expect(after.owedNotices.map(({ kind }) => kind)).toEqual(['licenceArrived']);
});

test('a delivery that mails the old password right now is waited for, and cannot mark the new mail', () => {
  const leaseUntil = addSeconds(later, 50);
  const leased = { ...worn, credentialMail: { ...worn.credentialMail, attempt: 2, leaseUntil } };
  const after = withResetPassword(leased, { kind: 'mail', to: [] }, defaultPolicy, later);
  expect(after.credentialMail).toMatchObject({ attempt: 3, leaseUntil });
  const over = withResetPassword(leased, { kind: 'mail', to: [] }, defaultPolicy, addSeconds(leaseUntil, 1));
  expect(over.credentialMail).not.toHaveProperty('leaseUntil');
});

test('a shown password works at once, for its days; a chosen one is mailed of, and works', () => {
  const shown = withResetPassword(worn, { kind: 'show', hash: 'new' }, defaultPolicy, later);
  expect(shown.password).toMatchObject({ hash: 'new', source: 'generated', temporaryUntil: addDays(later, 7) });
  expect(shown.credentialMail).toEqual({ state: 'sent', to: [], attempt: 1, retries: 0, sentDateTime: later });
  const chosen = withResetPassword(worn, { kind: 'choose', hash: 'new', to: [] }, defaultPolicy, later);
  expect(chosen.password).toMatchObject({ hash: 'new', source: 'chosen', mustChange: true, previousHash: 'old' });
  expect(chosen.credentialMail.state).toBe('owed');
});

test('a reset before the reset before it was mailed keeps the password that there was', () => {
  const twice = [1, 2].reduce((one) => withResetPassword(one, { kind: 'mail', to: [] }, defaultPolicy, later), worn);
  expect(twice.password.previousHash).toBe('old');
});

test('the first revocation makes generation 1', () => {
  expect(withoutSessions(person('bob'), later).sessions).toEqual({ generation: 1, validFromDateTime: later });
});
