import type { PassedOnCredentials } from './credentials.ts';
import type { Letterhead, MailContent } from './letterhead.ts';

/** The mail that brings the administrator the credentials of 1 to 50 people, to be passed on. */
export const administratorCredentials = (
  _people: readonly PassedOnCredentials[],
  _letterhead: Letterhead,
): MailContent => {
  throw new Error('not written yet');
};
