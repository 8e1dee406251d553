/** What a right password opens, by the moments themselves and not by when a sweep marks them. */

import { opens, signedInOn } from '../../../shared/domain/passwords/sign-in.ts';
import type { Password, Person } from '../../../shared/domain/person.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds, instant } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';

const settled: Password = { hash: 'x', source: 'chosen', changedDateTime: monday, mustChange: false };
const opened = (change: Partial<Password>, now = monday, more: Partial<Person> = {}) =>
  opens({ ...person('ada'), ...more, password: { ...settled, ...change } }, defaultPolicy, now);

test.each([
  ['one of their own choice', {}, 'open'],
  ['a first one', { mustChange: true }, 'firstSignIn'],
  ['a temporary one in its days', { mustChange: true, temporaryUntil: addSeconds(monday, 1) }, 'firstSignIn'],
  ['a temporary one at its end', { mustChange: true, temporaryUntil: monday }, 'lapsed'],
  ['one marked as lapsed', { mustChange: true, lapsed: true }, 'lapsed'],
  ['one marked as expired, as sweeps do', { mustChange: true, expired: true }, 'expired'],
  ['one that lapsed and expired', { mustChange: true, lapsed: true, expired: true }, 'lapsed'],
] as const)('%s', (_what, change, expected) => {
  expect(opened(change)).toBe(expected);
});

test('a password expires at its moment, also when no sweep has come by', () => {
  expect(opened({}, addSeconds(addDays(monday, 90), -1))).toBe('open');
  expect(opened({}, addDays(monday, 90))).toBe('expired');
  expect(
    opens(
      { ...person('ada'), password: settled },
      { ...defaultPolicy, passwordValidityDays: 0 },
      addDays(monday, 9000),
    ),
  ).toBe('open');
});

test('a blocked person opens nothing, whatever the password', () => {
  expect(opened({ lapsed: true }, monday, { accountEnabled: false })).toBe('blocked');
  expect(opened({}, monday, { accountEnabled: false })).toBe('blocked');
});

test('the last sign-in is known to the day, and written once a day', () => {
  const first = signedInOn(person('ada'), instant('2026-01-05T23:59:59Z'));
  expect(first?.lastSignInDateTime).toBe('2026-01-05T00:00:00.000Z');
  expect(first && signedInOn(first, instant('2026-01-05T00:00:00Z'))).toBeUndefined();
  expect(first && signedInOn(first, instant('2026-01-06T00:00:00Z'))?.lastSignInDateTime).toBe(
    '2026-01-06T00:00:00.000Z',
  );
});
