/** What happens to a person in the course of time, and that it happens once. */
import { takeDueSteps } from '../../../shared/domain/enforcement/due-steps.ts';
import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { retryMoment } from '../../../shared/domain/outbox.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds, instant } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { person } from '../../fakes/people.ts';
import { life, settled, swept } from './aging.ts';

const inDays = (days: number, from = monday) => addDays(from, days);
const grace = (graceSince = monday) => ({ state: 'grace', graceSince }) as const;

test('a password: warned 14, 7 and 1 days ahead, then expired, then nothing more', () => {
  const { events, person: ada } = life(settled(), inDays(365));
  expect(events).toEqual([
    [inDays(76), 'passwordWarning'],
    [inDays(83), 'passwordWarning'],
    [inDays(89), 'passwordWarning'],
    [inDays(90), 'passwordExpired'],
  ]);
  expect(ada.password).toMatchObject({ expired: true, mustChange: true });
  expect(nextDue(ada, defaultPolicy)).toBeUndefined();
});

test('passwords that live for ever have no clock', () => {
  expect(nextDue(settled(), { ...defaultPolicy, passwordValidityDays: 0 })).toBeUndefined();
});

test('a mailbox in grace: reminded 14, 7 and 1 days ahead, then disabled', () => {
  const { events, person: ada } = life(settled({ mailbox: grace() }), inDays(75));
  expect(events).toEqual([
    [inDays(16), 'graceReminder'],
    [inDays(23), 'graceReminder'],
    [inDays(29), 'graceReminder'],
    [inDays(30), 'mailboxDisabled'],
  ]);
  expect(ada.mailbox).toMatchObject({ state: 'disabled' });
});

test('an active mailbox has no clock', () => {
  expect(life(settled({ mailbox: { state: 'active' } }), inDays(75)).events).toEqual([]);
});

test('a temporary password lapses once, and nobody is warned that it would expire', () => {
  const ada = settled();
  const temporary = { ...ada, password: { ...ada.password, mustChange: true, temporaryUntil: inDays(7) } };
  const { events, person: after } = life(temporary, inDays(200));
  expect(events).toEqual([[inDays(7), 'temporaryPasswordLapsed']]);
  expect(after.password.lapsed).toBe(true);
});

test('credentials that are not sent come back after 15 minutes, doubled each time, a day at most', () => {
  let ada = person('ada', {}, { policy: { ...defaultPolicy, passwordValidityDays: 0 } });
  const pauses: number[] = [];
  let now = monday;
  for (let n = 0; n < 10; n += 1) {
    const due = nextDue(ada, { ...defaultPolicy, passwordValidityDays: 0 }) ?? now;
    pauses.push((Date.parse(due) - Date.parse(now)) / 60_000);
    now = due;
    const steps = takeDueSteps(ada, defaultPolicy, now);
    expect(steps?.sendCredentials).toBe(true);
    ada = steps?.person ?? ada;
  }
  expect(pauses).toEqual([15, 30, 60, 120, 240, 480, 960, 1440, 1440, 1440]);
  expect(retryMoment(1_000_000, defaultPolicy, monday)).toBe(inDays(1));
});

test('a notice that was not mailed comes back like credentials do', () => {
  const warned = takeDueSteps(settled(), defaultPolicy, inDays(76))?.person ?? settled();
  const due = nextDue(warned, defaultPolicy) ?? monday;
  expect(due).toBe(addSeconds(inDays(76), 900));
  const again = takeDueSteps(warned, defaultPolicy, due);
  expect(again).toMatchObject({ did: [], sendNotices: true, sendCredentials: false });
  expect(again?.person.pendingNotices).toMatchObject([
    { kind: 'passwordWarning', tries: 1, retryAt: addSeconds(due, 1800) },
  ]);
});

describe('a sweep that is late, by 3 days or 40 (case 31)', () => {
  test.each([
    ['by 3 days: the warning of that time', 79, ['passwordWarning'], 14],
    ['by 8 days: the narrower warning alone', 84, ['passwordWarning'], 7],
    ['by 13 days: one warning, the narrowest', 89.5, ['passwordWarning'], 1],
    ['by 40 days: expired, and no warning of what is past', 116, ['passwordExpired'], undefined],
  ])('%s', (_late, day, did, warnedDays) => {
    const { after, did: done } = swept(settled(), inDays(day));
    expect([done, after.password.warnedDays]).toEqual([did, warnedDays]);
  });

  test('ends in the state that a punctual one ends in', () => {
    const ada = settled({ mailbox: grace() });
    const punctual = life(ada, inDays(200)).person;
    const late = swept(ada, inDays(200)).after;
    expect({ ...late.password, warnedDays: 1 }).toEqual(punctual.password);
    expect(late.mailbox?.state).toBe(punctual.mailbox?.state);
  });

  test('tells of the moment at which it happened, not of that at which it was noticed', () => {
    const steps = takeDueSteps(settled({ mailbox: grace() }), defaultPolicy, inDays(200));
    expect(steps?.person.pendingNotices).toMatchObject([
      { kind: 'passwordExpired', expiredAt: inDays(90) },
      { kind: 'mailboxDisabled', disabledAt: inDays(30) },
    ]);
  });

  test('several duties at once are all done', () => {
    const ada = person('ada', { skuIds: [] });
    const password = { ...ada.password, temporaryUntil: inDays(7) };
    const steps = takeDueSteps({ ...ada, password, mailbox: grace() }, defaultPolicy, inDays(17));
    expect(steps).toMatchObject({
      did: ['temporaryPasswordLapsed', 'graceReminder'],
      sendCredentials: true,
      sendNotices: true,
    });
  });
});

test.each([
  ['summer time', '2026-01-15T01:30:00.000Z', '2026-04-15T01:30:00.000Z'],
  ['winter time', '2026-08-20T00:30:00.000Z', '2026-11-18T00:30:00.000Z'],
  ['29 February', '2028-01-15T23:59:59.999Z', '2028-04-14T23:59:59.999Z'],
  ['a common year’s February', '2027-01-15T23:59:59.999Z', '2027-04-15T23:59:59.999Z'],
  ['year end', '2026-12-31T23:59:59.000Z', '2027-03-31T23:59:59.000Z'],
])('90 days over %s are 90 times 24 hours in UTC (case 30)', (_what, start, end) => {
  const { events } = life(settled({}, instant(start)), inDays(400, instant(start)));
  expect(events.at(-1)).toEqual([end, 'passwordExpired']);
});

test('to the millisecond: not before, and at the very moment', () => {
  expect(takeDueSteps(settled(), defaultPolicy, addSeconds(inDays(76), -0.001))).toBeUndefined();
  expect(takeDueSteps(settled(), defaultPolicy, inDays(76))?.did).toEqual(['passwordWarning']);
});
