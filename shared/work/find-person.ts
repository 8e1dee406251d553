/** Who is meant by the `{id}` of an address. */
import type { Person } from '../domain/person.ts';
import { isUuid } from '../domain/uuid.ts';
import type { Directory } from './directory.ts';

/** Longer than any id or user name. */
const longest = 128;

/** The person of an id or a user name; undefined when there is none, or none any more (deleted). */
export const findPerson = async (
  idOrName: string,
  directory: Pick<Directory, 'readPeople' | 'findByUserName'>,
): Promise<Person | undefined> => {
  // Nobody, without asking the table.
  if (idOrName === '' || idOrName.length > longest) return undefined;
  const person = idOrName.includes('@')
    ? await directory.findByUserName(idOrName)
    : (await directory.readPeople([isUuid(idOrName) ? idOrName.toLowerCase() : idOrName]))[0];
  return person?.deleted ? undefined : person;
};
