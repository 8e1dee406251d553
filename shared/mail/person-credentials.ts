import type { Credentials } from './credentials.ts';
import type { Letterhead, MailContent } from './letterhead.ts';

/** The mail that brings a person user name and password. */
export const personCredentials = (_credentials: Credentials, _letterhead: Letterhead): MailContent => {
  throw new Error('not written yet');
};
