/**
 * Browsers in which somebody signed in before (OWASP's device cookies): attempts in one of them are counted by themselves,
 * so that a stranger who guesses cannot lock out the owner of a name, who has another count.
 */
import type { Policy } from '../policy.ts';
import { addDays, type Instant } from '../time.ts';

/** A browser: the hash of what its cookie holds, the id of its count, and until when it is known. */
export type KnownBrowser = { hash: string; id: string; until: Instant };

/** Where known browsers are kept, newest first. */
export type WithBrowsers = { browsers?: readonly KnownBrowser[] };

/** Known browsers of a person at most: whoever steals a password may add guesses, but so many times a hundred only. */
const mostBrowsers = 10;

/** The browser with that hash; none where it is unknown, or known no longer. */
export const knownBrowser = ({ browsers = [] }: WithBrowsers, hash: string, now: Instant): KnownBrowser | undefined =>
  browsers.find((one) => one.hash === hash && one.until > now);

/** Whether a fifth of its days is over: then a sign-in renews them, since more often would be a write each time. */
export const isToBeRenewed = (
  { until }: KnownBrowser,
  { knownBrowserDays: days }: Pick<Policy, 'knownBrowserDays'>,
  now: Instant,
): boolean => until < addDays(now, days * 0.8);

/** Attempts with a browser as the newest known one; the oldest goes where there are too many. */
export const withBrowser = <Attempts extends WithBrowsers>(
  attempts: Attempts,
  { hash, id }: Pick<KnownBrowser, 'hash' | 'id'>,
  { knownBrowserDays: days }: Pick<Policy, 'knownBrowserDays'>,
  now: Instant,
): Attempts => {
  const others = (attempts.browsers ?? []).filter((one) => one.hash !== hash && one.until > now);
  const browser = { hash, id, until: addDays(now, days) };
  return { ...attempts, browsers: [browser, ...others].slice(0, mostBrowsers) };
};

/** Attempts without any known browser: whoever signs in is a stranger once more. */
export const withoutBrowsers = <Attempts extends WithBrowsers>({
  browsers: _browsers,
  ...attempts
}: Attempts): Omit<Attempts, 'browsers'> => attempts;
