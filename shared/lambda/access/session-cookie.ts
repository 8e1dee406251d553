/**
 * The cookie in which a browser holds a session. It counts only together with a header that no page of another site can
 * send, since that would take leave by CORS, which is given to nobody (RFC 10017, backend for frontend).
 */
/** Headers of a request by their names in lower case, and its cookies by theirs. */
export type Headers = Readonly<Record<string, string | undefined>>;
export type Cookies = Readonly<Record<string, string>>;

/** The header by which a page of this API says so; its value is `1`. */
export const consoleHeader = 'x-muster-console';

/** As tokens are made: a prefix, and 256 bits in base64url. */
const tokenForm = /^muster_[\w-]{20,193}$/;

/**
 * `__Host-` has browsers take it from this host alone and over TLS, `Http-` from an answer alone and from no script. Over
 * plain HTTP, which there is on one's own machine alone, it goes by a plain name without Secure, because Safari keeps no
 * other there; over TLS that name counts for nothing, since anybody on the way, or a neighbouring host, could have set it.
 */
const cookieOf = (headers: Headers): { name: string; flags: string } =>
  headers['x-forwarded-proto'] === 'http'
    ? { name: 'muster', flags: 'Path=/; HttpOnly; SameSite=Strict' }
    : { name: '__Host-Http-muster', flags: 'Path=/; Secure; HttpOnly; SameSite=Strict' };

/** Whether a page of this API asks: it says so, and the browser, where it says anything, says no other. */
export const isFromOwnPage = (headers: Headers): boolean =>
  headers[consoleHeader] === '1' && [undefined, 'same-origin'].includes(headers['sec-fetch-site']);

/** The token in the cookie; undefined where there is none, and where another page than ours may have had it sent. */
export const tokenInCookie = ({ headers, cookies }: { headers: Headers; cookies: Cookies }): string | undefined => {
  const token = cookies[cookieOf(headers).name] ?? '';
  return isFromOwnPage(headers) && tokenForm.test(token) ? token : undefined;
};

/** The header that has a browser hold a session until it is closed; the session's own time is the server's to tell. */
export const sessionCookie = (token: string, headers: Headers): string => {
  const { name, flags } = cookieOf(headers);
  return `${name}=${token}; ${flags}`;
};

/** The header that has a browser forget it. */
export const endedSessionCookie = (headers: Headers): string => {
  const { name, flags } = cookieOf(headers);
  return `${name}=; Max-Age=0; ${flags}`;
};
