import type { Catalogue } from '../domain/licences.ts';
import type { Notice, Person } from '../domain/person.ts';
import type { Letterhead, MailContent } from './letterhead.ts';

/** The person of a notice. */
export type NoticedPerson = Pick<Person, 'displayName' | 'userPrincipalName' | 'password'>;

/** The mail that gives a person a notice. `catalogue` tells the name of a licence that arrived. */
export const personNotice = (
  _person: NoticedPerson,
  _notice: Notice,
  _catalogue: Catalogue,
  _letterhead: Letterhead,
): MailContent => {
  throw new Error('not written yet');
};
