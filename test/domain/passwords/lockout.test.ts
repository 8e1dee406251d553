/** How wrong passwords lock a user name, by the numbers of the policy. */
import {
  admit,
  afterRight,
  afterWrong,
  noAttempts,
  type SignInAttempts,
  unlocked,
} from '../../../shared/domain/passwords/lockout.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { addSeconds, type Instant } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';

const arriving = (attempts: SignInAttempts, id = 'me') => ({ id, arrival: attempts.found });

/** An attempt at `now` with a password that is wrong. */
const wrong = (before: SignInAttempts, trace: string, now: Instant): SignInAttempts => {
  const admission = admit(before, arriving(before), defaultPolicy, now);
  if (admission.kind !== 'admitted') throw new Error(admission.kind);
  return afterWrong(admission.attempts, 'me', trace, defaultPolicy, now);
};
const wrongs = (count: number, from = noAttempts, now = monday) =>
  Array.from({ length: count }, (_, index) => `trace ${from.found.wrong + index}`).reduce(
    (attempts, trace) => wrong(attempts, trace, now),
    from,
  );
const admissionOf = (attempts: SignInAttempts, now = monday) => admit(attempts, arriving(attempts), defaultPolicy, now);

test('nine wrong passwords lock nobody out, the tenth locks for a minute', () => {
  expect(admissionOf(wrongs(9)).kind).toBe('admitted');
  const ten = wrongs(10);
  expect(admissionOf(ten)).toEqual({ kind: 'locked', seconds: 60 });
  expect(admissionOf(ten, addSeconds(monday, 59.2))).toEqual({ kind: 'locked', seconds: 1 });
  expect(admissionOf(ten, addSeconds(monday, 60)).kind).toBe('admitted');
});

test('each further one locks for twice as long, up to an hour, however often', () => {
  let [attempts, now] = [wrongs(10), monday];
  const locks: number[] = [];
  for (let further = 0; further < 30; further += 1) {
    const admission = admissionOf(attempts, now);
    if (admission.kind !== 'locked') throw new Error('not locked');
    locks.push(admission.seconds);
    now = addSeconds(now, admission.seconds);
    attempts = wrong(attempts, `further ${further}`, now);
  }
  expect(locks.slice(0, 8)).toEqual([60, 120, 240, 480, 960, 1920, 3600, 3600]);
  expect(new Set(locks.slice(6))).toEqual(new Set([3600]));
});

test('the same wrong password again counts once, while it is one of the last three', () => {
  const same = Array.from({ length: 30 }).reduce(
    (before: SignInAttempts) => wrong(before, 'caps lock', monday),
    noAttempts,
  );
  expect(same.failures).toBe(1);
  const three = ['a', 'b', 'c', 'a', 'b', 'c', 'a'].reduce((before, trace) => wrong(before, trace, monday), noAttempts);
  expect(three.failures).toBe(3);
  const four = ['a', 'b', 'c', 'd', 'a'].reduce((before, trace) => wrong(before, trace, monday), noAttempts);
  expect([four.failures, four.wrong]).toEqual([5, ['a', 'd', 'c']]);
});

test('a repeat after a lock does not lock again', () => {
  const ten = wrongs(10);
  const later = addSeconds(monday, 60);
  const again = wrong(ten, ten.wrong[0] ?? '', later);
  expect(admissionOf(again, later).kind).toBe('admitted');
});

test('a right password sets the count back, and forgets what was wrong', () => {
  const right = afterRight(wrongs(9), 'me');
  expect(right).toMatchObject({ failures: 0, wrong: [] });
  expect(admissionOf(wrongs(9, right)).kind).toBe('admitted');
  expect(admissionOf(wrongs(10, right)).kind).toBe('locked');
});

test('an administrator’s reset lifts a lock', () => {
  const free = unlocked(wrongs(10));
  expect(admissionOf(free).kind).toBe('admitted');
  expect(free).not.toHaveProperty('lockedUntil');
});

describe('places', () => {
  /** As many as get in at once. */
  const crowd = (attempts: SignInAttempts, now = monday, name = 'first') => {
    let inside = attempts;
    for (let count = 0; ; count += 1) {
      const admission = admit(inside, arriving(attempts, `${name} ${count}`), defaultPolicy, now);
      if (admission.kind !== 'admitted') return { count, kind: admission.kind, inside };
      inside = admission.attempts;
    }
  };

  test.each([
    [0, 10],
    [4, 6],
    [9, 1],
  ])('after %i wrong ones there are %i places', (failures, places) => {
    expect(crowd(wrongs(failures))).toMatchObject({ count: places, kind: 'full' });
  });

  test('after a lock there is one', () => {
    expect(crowd(wrongs(10), addSeconds(monday, 60))).toMatchObject({ count: 1, kind: 'full' });
  });

  test('who died holds a place for half a minute', () => {
    const { inside } = crowd(noAttempts);
    expect(crowd(inside, addSeconds(monday, 29), 'next').count).toBe(0);
    expect(crowd(inside, addSeconds(monday, 30), 'next').count).toBe(10);
  });

  test('a right password gives no more guesses to who came before it', () => {
    const arrival = { id: 'late', arrival: noAttempts.found };
    const afterNine = afterRight(wrongs(9), 'right');
    expect(admit(afterNine, arrival, defaultPolicy, monday)).toEqual({ kind: 'locked', seconds: 1 });
    expect(admissionOf(afterNine).kind).toBe('admitted');
    // Six were wrong and one right since it came: with three others at it, there is no place.
    const afterSix = afterRight(wrongs(6), 'right');
    const until = addSeconds(monday, 30);
    const trying = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, index) => [`other ${index}`, until]));
    const amid = (count: number) => admit({ ...afterSix, trying: trying(count) }, arrival, defaultPolicy, monday).kind;
    expect([amid(2), amid(3)]).toEqual(['admitted', 'full']);
    // Any number of right ones takes one place of theirs: they are one password.
    const fifty = Array.from({ length: 50 }).reduce((before: SignInAttempts) => afterRight(before, 'x'), noAttempts);
    expect(admit(fifty, arrival, defaultPolicy, monday).kind).toBe('admitted');
  });
});
