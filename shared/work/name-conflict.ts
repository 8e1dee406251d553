/** Somebody else has the user name that was asked for. */
import { shortLine } from '../domain/one-line.ts';
import type { Person } from '../domain/person.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Directory } from './directory.ts';

/** The refusal that names who holds the user name, by display name and id; nobody when it was given up meanwhile. */
export const nameConflict = async (
  holder: string,
  target: string,
  directory: Pick<Directory, 'readPeople'>,
): Promise<Refusal> => {
  const [person] = await directory.readPeople([holder]);
  return nameTakenBy(person, target);
};

/** The refusal of a user name that somebody has, who is named where they are known. */
export const nameTakenBy = (holder: Person | undefined, target: string): Refusal => ({
  code: 'UserNameTaken',
  target,
  ...(holder && { fact: `${shortLine(holder.displayName, 64)} (${holder.id})` }),
});
