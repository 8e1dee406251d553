/** Looking one person up as Graph names people: by id or by user principal name. */
import type { Person } from '../domain/person.ts';
import type { Directory } from './directory.ts';

/** Longer than any id or user name. */
const tooLong = 128;

/** The person of an id or user principal name; undefined when there is none, also when the person is deleted. */
export const findPerson = async (
  idOrName: string,
  directory: Pick<Directory, 'readPeople' | 'findByUserName'>,
): Promise<Person | undefined> => {
  if (idOrName === '' || idOrName.length > tooLong) return undefined;
  const isName = idOrName.includes('@');
  const person = isName ? await directory.findByUserName(idOrName) : (await directory.readPeople([idOrName]))[0];
  return person?.deleted ? undefined : person;
};
