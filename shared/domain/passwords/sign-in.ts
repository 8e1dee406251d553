/** What a right password opens. */
import type { Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import { passwordExpiry } from './password-terms.ts';

/** `open`: a session. `firstSignIn`, `expired`: the password must be changed first. `lapsed`, `blocked`: nothing. */
export type Opens = 'open' | 'firstSignIn' | 'expired' | 'lapsed' | 'blocked';

/**
 * What the right password of a person opens now. It goes by the moments themselves: the sweep, which marks what is
 * lapsed and expired, may be late.
 */
export const opens = (person: Person, policy: Policy, now: Instant): Opens => {
  const { accountEnabled, password } = person;
  const { temporaryUntil, lapsed, expired, mustChange } = password;
  if (!accountEnabled) return 'blocked';
  if (lapsed || (temporaryUntil && temporaryUntil <= now)) return 'lapsed';
  const expiry = passwordExpiry(person, policy);
  if (expired || (expiry && expiry <= now)) return 'expired';
  return mustChange ? 'firstSignIn' : 'open';
};

/** The person as signed in on this day; undefined when that is known already, so that it is written once a day. */
export const signedInOn = (person: Person, now: Instant): Person | undefined => {
  const today = dayOf(now);
  return person.lastSignInDateTime === today ? undefined : { ...person, lastSignInDateTime: today };
};

const dayOf = (now: Instant): Instant => `${now.slice(0, 10)}T00:00:00.000Z` as Instant;
