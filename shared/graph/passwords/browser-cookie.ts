/** The cookie by which a browser is known to the person who signed in with it. It opens nothing: it picks a count. */
import type { Policy } from '../../domain/policy.ts';
import type { Request } from '../../lambda/route.ts';
import type { Browser } from '../../work/passwords/known-browser.ts';

/**
 * `__Host-` makes browsers take it from this host alone and over TLS, or from one's own machine; `Http-` behind it, where
 * they know that too, from an answer and no script.
 */
const cookieName = '__Host-Http-browser';

/** 256 bits in base64url. */
const cookieForm = /^[\w-]{43}$/;

/**
 * The browser that asks; undefined for anything else, such as a client of the API. Browsers say by themselves that a
 * request comes from a page of the same origin, and let no page say so.
 */
export const browserOf = ({ headers, cookies }: Request): Browser | undefined => {
  if (headers['sec-fetch-site'] !== 'same-origin') return undefined;
  const cookie = cookies[cookieName] ?? '';
  return cookieForm.test(cookie) ? { cookie } : {};
};

/** The header that has a browser keep its cookie for as long as it is known. */
export const browserCookie = (cookie: string, { knownBrowserDays }: Pick<Policy, 'knownBrowserDays'>): string =>
  `${cookieName}=${cookie}; Max-Age=${knownBrowserDays * 86_400}; Path=/; Secure; HttpOnly; SameSite=Strict`;
