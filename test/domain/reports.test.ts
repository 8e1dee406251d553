/** What ends for people, as the due index has it, and how it is counted by the day. */
import { deletedPerson } from '../../shared/domain/people/deletion.ts';
import type { Person } from '../../shared/domain/person.ts';
import { defaultPolicy, type Policy } from '../../shared/domain/policy.ts';
import { type DueEnd, daysOf, endsAhead, endsOfText, textOfEnds } from '../../shared/domain/reports/due-ends.ts';
import { tally } from '../../shared/domain/reports/forecast.ts';
import { addDays, instant } from '../../shared/domain/time.ts';
import { monday } from '../fakes/clock.ts';
import { settled } from './enforcement/aging.ts';

const withPassword = (password: Partial<Person['password']>): Person => {
  const one = settled();
  return { ...one, password: { ...one.password, ...password } };
};
const forEver: Policy = { ...defaultPolicy, passwordValidityDays: 0 };
const inGrace: Person = { ...settled(), mailbox: { state: 'grace', graceSince: monday } };

test.each<[string, Person, Policy, string]>([
  ['a password that is in force', settled(), defaultPolicy, 'p20260405'],
  ['one that lives for ever', settled(), forEver, ''],
  ['one that expired', withPassword({ expired: true }), defaultPolicy, ''],
  ['a temporary one', withPassword({ temporaryUntil: addDays(monday, 7) }), defaultPolicy, 't20260112'],
  ['a temporary one that lives for ever', withPassword({ temporaryUntil: addDays(monday, 7) }), forEver, 't20260112'],
  [
    'a temporary one that expires before',
    withPassword({ temporaryUntil: addDays(monday, 300) }),
    defaultPolicy,
    'p20260405',
  ],
  ['one that lapsed', withPassword({ temporaryUntil: addDays(monday, 7), lapsed: true }), defaultPolicy, ''],
  ['a grace beside it', inGrace, defaultPolicy, 'p20260405g20260204'],
  ['a disabled mailbox', { ...inGrace, mailbox: { state: 'disabled' } }, forEver, ''],
  ['somebody deleted', deletedPerson(inGrace, monday), defaultPolicy, 'd20260204'],
])('of %s', (_what, person, policy, text) => {
  const ends = endsAhead(person, policy);
  expect(textOfEnds(ends)).toBe(text);
  expect(endsOfText(text)).toEqual(daysOf(ends));
});

test.each([undefined, '1b4e28ba-2fa1-8d2b-883f-0016d3cca427', 'd1234567', 'x20260101'])(
  'nothing is known of the ends of %s',
  (text) => expect(endsOfText(text)).toBeUndefined(),
);

test('ends are counted on their days, of today and 29 more; whoever is not known to have any, on the next moment', () => {
  const now = instant('2026-01-05T23:59:59Z');
  const { days, count } = tally(now);
  const ends = (...all: DueEnd[]) => count({ moment: now, ends: all });
  ends({ kind: 'password', day: '2026-01-05' }, { kind: 'grace', day: '2026-02-03' });
  ends({ kind: 'password', day: '2026-01-05' });
  ends({ kind: 'deletion', day: '2026-02-04' }, { kind: 'deletion', day: '2026-01-04' });
  ends();
  count({ moment: addDays(now, 1), ends: undefined });
  const none = { password: 0, temporaryPassword: 0, grace: 0, deletion: 0, unknown: 0 };
  expect(days).toHaveLength(30);
  expect(days[0]).toEqual({ ...none, day: '2026-01-05', password: 2 });
  expect(days[1]).toEqual({ ...none, day: '2026-01-06', unknown: 1 });
  expect(days[29]).toEqual({ ...none, day: '2026-02-03', grace: 1 });
  expect(
    days.slice(2, 29).every((day) => Object.values(day).every((value) => typeof value === 'string' || value === 0)),
  ).toBe(true);
});
