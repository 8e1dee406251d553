/** What is on record of signing in: who, when, from where and with what outcome; never a password, nor what was typed as a name. */
import type { Instant } from '../time.ts';

/**
 * How it ended, by Muster's codes: signed in; the right password, which must be changed first; or refused.
 * `UserUnknown`, `ClientUnknown`: with a name or client id that nobody has, of which nothing else is kept.
 */
export type SignInOutcome =
  | 'SignedIn'
  | 'PasswordChangeRequired'
  | 'SignInFailed'
  | 'SignInLocked'
  | 'PasswordLapsed'
  | 'AccountBlocked'
  | 'UserUnknown'
  | 'ClientUnknown';

/** Whose sign-in it is; `principalName` is the user name of a person at that moment, and absent for an application. */
export type SignInSubject = { kind: 'person' | 'application'; id: string; displayName: string; principalName?: string };

/** Where a request came from. `userAgent` is what the client says of itself: one line, cut at 200 characters. */
export type SignInSource = { ipAddress: string; userAgent: string; isKnownBrowser?: boolean };

/** A sign-in; or so many of one outcome in a quarter of an hour, which `createdDateTime` is then the beginning of. */
export type SignInRecord = {
  id: string;
  createdDateTime: Instant;
  outcome: SignInOutcome;
  /** Absent where nobody has the name. */
  subject?: SignInSubject;
  /** That of the last one where several are counted; absent where nobody has the name. */
  source?: SignInSource;
  /** Until when this one locks the name; absent where it does not. */
  lockedUntil?: Instant;
  /** How many these are; absent for a single one. */
  count?: number;
};

/** Refused attempts in a row that are on record one by one; all further ones are counted. */
export const recordedOneByOne = 10;

/** Where a record stands among all others: by its time, then by its id. */
export const signInPlace = ({ createdDateTime, id }: Pick<SignInRecord, 'createdDateTime' | 'id'>): string =>
  `${createdDateTime}#${id}`;

/** The beginning of the quarter of an hour that a moment is in. */
export const quarterOf = (moment: Instant): Instant => {
  const quarter = Math.floor(Number(moment.slice(14, 16)) / 15) * 15;
  return `${moment.slice(0, 14)}${String(quarter).padStart(2, '0')}:00.000Z` as Instant;
};
