/** Where a request comes from, as it may be kept. */
import { beginningOf, oneLine } from '../domain/one-line.ts';
import type { SignInSource } from '../domain/passwords/sign-in-record.ts';
import type { Request } from './route.ts';

/** Characters that are kept of what a client says of itself. */
const longestUserAgent = 200;

/** The address and the client of a request; the client is on one line, and cut. */
export const sourceOf = ({ headers, ipAddress }: Pick<Request, 'headers' | 'ipAddress'>): SignInSource => ({
  ipAddress,
  userAgent: beginningOf(oneLine(headers['user-agent'] ?? ''), longestUserAgent),
});
