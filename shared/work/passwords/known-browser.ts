/** The browser in which somebody signs in: whether it is known, and how it becomes so. */
import { hash, randomBytes, randomUUID } from 'node:crypto';
import { isToBeRenewed, type KnownBrowser, knownBrowser, withBrowser } from '../../domain/passwords/known-browsers.ts';
import type { SignInAttempts } from '../../domain/passwords/lockout.ts';
import type { Policy } from '../../domain/policy.ts';
import { type AttemptPorts, type AttemptsOf, changeAttempts } from './sign-in-attempts.ts';

/** A browser, by what its cookie holds: 256 random bits in base64url; absent while it has none. */
export type Browser = { cookie?: string };

type BrowserPorts = AttemptPorts & { policy: Pick<Policy, 'knownBrowserDays'> };

/** Whose count an attempt belongs to, and what follows for the browser once the password was right. */
export type SigningBrowser = {
  of: AttemptsOf;
  isKnown: boolean;
  /** The count of strangers, with this browser known from now on. */
  remembered: (attempts: SignInAttempts) => SignInAttempts;
  /** Called after a right password: what the cookie is to hold; undefined where it is to stay as it is. */
  settle: () => Promise<string | undefined>;
};

/**
 * A sign-in by a browser that the person used before has its own count; every other one shares that of strangers. Without
 * a browser, such as by a client of the API, nothing is remembered. `seen` is the count of strangers.
 */
export const signingBrowser = (
  userName: string,
  browser: Browser | undefined,
  seen: SignInAttempts,
  ports: BrowserPorts,
): SigningBrowser => {
  const strangers = { userName };
  if (!browser) return { of: strangers, isKnown: false, remembered: unchanged, settle: async () => undefined };
  const known = browser.cookie === undefined ? undefined : knownBrowser(seen, hashOf(browser.cookie), ports.now());
  const cookie = browser.cookie ?? randomBytes(32).toString('base64url');
  const asNewest =
    ({ id }: Pick<KnownBrowser, 'id'>) =>
    (attempts: SignInAttempts) =>
      withBrowser(attempts, { hash: hashOf(cookie), id }, ports.policy, ports.now());
  if (!known) {
    const remembered = asNewest({ id: randomUUID() });
    return { of: strangers, isKnown: false, remembered, settle: async () => cookie };
  }
  return {
    of: { userName, by: known.id },
    isKnown: true,
    remembered: unchanged,
    settle: async () => {
      if (!isToBeRenewed(known, ports.policy, ports.now())) return undefined;
      await changeAttempts(strangers, ports, asNewest(known));
      return cookie;
    },
  };
};

const unchanged = (attempts: SignInAttempts): SignInAttempts => attempts;

const hashOf = (cookie: string): string => hash('sha256', cookie);
