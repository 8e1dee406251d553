/** What stands between a request and the person whom it names. */

import { heldRoles, mayTouch } from '../domain/access/roles.ts';
import type { Person } from '../domain/person.ts';
import type { Principal } from '../domain/principal.ts';
import { Refused } from '../domain/refusals.ts';
import type { Directory } from './directory.ts';
import { findPerson } from './find-person.ts';

/** Who wants to change a person, and whether the person is as they saw them, where they said what they saw. */
export type Asker = { principal: Principal; isAsSeen?: (person: Person) => boolean };

/** The person of an id or user name, with who is deleted left out. Throws `Refused` NotFound. */
export const personNamed = async (
  name: string,
  directory: Pick<Directory, 'readPeople' | 'findByUserName'>,
): Promise<Person> => {
  const person = await findPerson(name, directory);
  if (!person) throw new Refused({ code: 'NotFound' });
  return person;
};

/**
 * Refuses a change of this person: NotFound when deleted, PersonProtected when the asker's roles do not reach so far,
 * PreconditionFailed when the person is not as the asker saw them. It is asked again for each newer state of the person
 * before a change is written, so that none of the three can be overtaken.
 */
export const guardPerson = (person: Person, { principal, isAsSeen }: Asker): void => {
  if (person.deleted) throw new Refused({ code: 'NotFound' });
  if (!mayTouch(principal, heldRoles(person))) throw new Refused({ code: 'PersonProtected' });
  if (isAsSeen && !isAsSeen(person)) throw new Refused({ code: 'PreconditionFailed', target: 'If-Match' });
};
