/** Somebody else has the user name that was asked for. */
import { shortLine } from '../domain/one-line.ts';
import type { Refusal } from '../domain/refusals.ts';
import type { Directory } from './directory.ts';

/** The refusal that names who holds the user name, by display name and id; neither when it was given up meanwhile. */
export const nameConflict = async (
  holder: string,
  target: string,
  directory: Pick<Directory, 'readPeople'>,
): Promise<Refusal> => {
  const [person] = await directory.readPeople([holder]);
  const fact = person && { fact: `${shortLine(person.displayName, 64)} (${person.id})` };
  return { code: 'UserNameTaken', target, ...fact };
};
