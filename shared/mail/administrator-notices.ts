import type { Catalogue } from '../domain/licences.ts';
import type { Notice } from '../domain/person.ts';
import type { Letterhead, MailContent } from './letterhead.ts';
import type { NoticedPerson } from './person-notice.ts';

/** The mail that gives the administrator the notices of 1 to 50 people, of one kind or of several. */
export const administratorNotices = (
  _notices: readonly { person: NoticedPerson; notice: Notice }[],
  _catalogue: Catalogue,
  _letterhead: Letterhead,
): MailContent => {
  throw new Error('not written yet');
};
