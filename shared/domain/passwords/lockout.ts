/**
 * Wrong passwords, and how they lock a user name (Entra's smart lockout). A name is locked whether or not somebody has
 * it, so that names which nobody has behave alike.
 */
import type { Policy } from '../policy.ts';
import { addDays, addSeconds, type Instant } from '../time.ts';
import type { KnownBrowser } from './known-browsers.ts';

/** The numbers of the policy that lock. */
export type LockPolicy = Pick<Policy, 'lockout' | 'failuresUntilReset'>;

/** What is known of the passwords that were tried with a user name by those who share a count. */
export type SignInAttempts = {
  /** Wrong passwords since the last right one; a wrong repeat is none. */
  failures: number;
  /** Until when no password is looked at. */
  lockedUntil?: Instant;
  /** Since when no password is looked at until it is reset: there were as many failures as the policy bears. */
  lockedOutAt?: Instant;
  /** Whether those whom it concerns were told of that. */
  isTold?: true;
  /** Traces of the last wrong passwords, newest first. */
  wrong: readonly string[];
  /** Attempts whose password is being looked at, and until when each holds its place: one that died holds it no longer. */
  trying: Readonly<Record<string, Instant>>;
  /** How many passwords were ever found wrong, and right: they only rise. */
  found: { wrong: number; right: number };
  /** Refused attempts on record since the last one that opened something, wrong repeats too. */
  onRecord?: number;
  /** Browsers in which the person signed in before, newest first; each has a count of its own. */
  browsers?: readonly KnownBrowser[];
};

/** Nothing tried yet. */
export const noAttempts: SignInAttempts = { failures: 0, wrong: [], trying: {}, found: { wrong: 0, right: 0 } };

/** An attempt: its id, and what had been found when it arrived. */
export type Attempt = { id: string; arrival: SignInAttempts['found'] };

/** Whether an attempt may look at its password now: if so the attempts with its place in it; `full` while others look. */
export type Admission =
  | { kind: 'admitted'; attempts: SignInAttempts }
  | { kind: 'full' }
  | { kind: 'locked'; seconds: number }
  | { kind: 'lockedOut'; isTold: boolean };

/** Wrong passwords that are remembered, so that typing the same one again counts once (Entra: the last three). */
const remembered = 3;

/** Longer than a function that hashes a password may run, which a test holds: who comes to no end by then was killed. */
export const placeSeconds = 30;

/**
 * Takes a place for an attempt before its password is hashed: as many at once as wrong passwords are left until the name
 * locks, one where none is left. A right password sets failures back, but gives nothing to those who came before it:
 * else a hundred guesses at once would be worth more whenever the person signs in meanwhile.
 */
export const admit = (
  attempts: SignInAttempts,
  { id, arrival }: Attempt,
  { lockout: { failures: most } }: LockPolicy,
  now: Instant,
): Admission => {
  const { lockedUntil, lockedOutAt, found } = attempts;
  if (lockedOutAt) return { kind: 'lockedOut', isTold: attempts.isTold ?? false };
  if (lockedUntil && lockedUntil > now) return { kind: 'locked', seconds: secondsUntil(lockedUntil, now) };
  const sinceArrival = found.wrong - arrival.wrong + Math.min(1, Math.max(0, found.right - arrival.right));
  if (sinceArrival >= most) return { kind: 'locked', seconds: 1 };
  const trying = Object.entries(attempts.trying).filter(([other, until]) => other !== id && until > now);
  const places = Math.max(1, most - Math.max(attempts.failures, sinceArrival));
  if (trying.length >= places) return { kind: 'full' };
  const own = [id, addSeconds(now, placeSeconds)] as const;
  return { kind: 'admitted', attempts: { ...attempts, trying: Object.fromEntries([...trying, own]) } };
};

/**
 * After a wrong password, of which the trace is kept. From the policy's number of failures on each locks the name, for
 * twice as long as the one before it; and the last that it bears until the password is reset.
 */
export const afterWrong = (
  attempts: SignInAttempts,
  id: string,
  trace: string,
  { lockout: { failures: most, seconds, most: maxSeconds }, failuresUntilReset }: LockPolicy,
  now: Instant,
): SignInAttempts => {
  const { [id]: _own, ...trying } = attempts.trying;
  const others = attempts.wrong.filter((one) => one !== trace);
  const wrong = [trace, ...others].slice(0, remembered);
  const refused = { ...attempts, trying, wrong, onRecord: (attempts.onRecord ?? 0) + 1 };
  if (others.length < attempts.wrong.length) return refused;
  const failures = attempts.failures + 1;
  const found = { ...attempts.found, wrong: attempts.found.wrong + 1 };
  const after = { ...refused, failures, found };
  if (failures >= failuresUntilReset) return { ...after, lockedOutAt: now };
  if (failures < most) return after;
  const locked = Math.min(maxSeconds, seconds * 2 ** Math.min(failures - most, 20));
  return { ...after, lockedUntil: addSeconds(now, locked) };
};

/** After a right password: what was wrong before it is forgotten. What opens nothing stays on record as refused. */
export const afterRight = (attempts: SignInAttempts, id: string, opensNothing = false): SignInAttempts => {
  const { [id]: _own, ...trying } = attempts.trying;
  return {
    ...unlocked(attempts),
    trying,
    found: { ...attempts.found, right: attempts.found.right + 1 },
    ...(opensNothing && { onRecord: (attempts.onRecord ?? 0) + 1 }),
  };
};

/** Once the password is another one: guesses at the old one count no more. Known browsers stay known. */
export const unlocked = ({ trying, found, browsers }: SignInAttempts): SignInAttempts => ({
  failures: 0,
  wrong: [],
  trying,
  found,
  ...(browsers && { browsers }),
});

/**
 * Days for which each failure keeps a count: whoever guesses so slowly that the count is forgotten meanwhile has 91
 * guesses a year, fewer than lock an account; and the single guess at each of a million names is gone within the week.
 */
const daysOfFailure = 4;

/**
 * Days that a lock lasts which only a reset lifts: for ever, as passwords go. Names that nobody has are locked as long,
 * so that nothing tells them apart, and go in the end.
 */
const daysOfLock = 3650;

/** When nothing is known of attempts any more: the count lives by its failures, known browsers by their own days. */
export const attemptsEnd = (
  { failures, lockedUntil, lockedOutAt, browsers = [] }: SignInAttempts,
  now: Instant,
): Instant => {
  const from = lockedUntil && lockedUntil > now ? lockedUntil : now;
  const days = lockedOutAt ? daysOfLock : Math.max(1, failures * daysOfFailure);
  return [addDays(from, days), ...browsers.map(({ until }) => until)].sort().at(-1) ?? now;
};

const secondsUntil = (end: Instant, now: Instant): number =>
  Math.max(1, Math.ceil((Date.parse(end) - Date.parse(now)) / 1000));
