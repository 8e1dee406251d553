/** The token that a request shows. */
import { type Cookies, type Headers, isFromOwnPage, tokenInCookie } from './session-cookie.ts';

type Shown = { headers: Headers; cookies?: Cookies };

/**
 * The bearer token of a request, else that of a browser's session; undefined when there is none that could be ours. An
 * Authorization header holds also where no token is in it: who sends one means that and nothing else.
 */
export const shownToken = ({ headers, cookies = {} }: Shown): string | undefined => {
  const { authorization } = headers;
  if (authorization === undefined) return tokenInCookie({ headers, cookies });
  return /^Bearer +([\w.~+/-]{20,200}=*)$/i.exec(authorization)?.[1];
};

/** Whether a token that is made for this request belongs into a cookie, and nowhere where a script could read it. */
export const wantsCookie = ({ headers }: Pick<Shown, 'headers'>): boolean =>
  headers.authorization === undefined && isFromOwnPage(headers);

/** The Authorization header by which a request that is passed on to this API shows the same token; undefined for none. */
export const authorizationOf = (request: Shown): string | undefined => {
  const token = request.headers.authorization === undefined ? shownToken(request) : undefined;
  return token === undefined ? request.headers.authorization : `Bearer ${token}`;
};
