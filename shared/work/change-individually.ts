/** Changing people each for themselves: for changes of nothing but their own record, where one may lose and others not. */
import type { Person } from '../domain/person.ts';
import { Refused } from '../domain/refusals.ts';
import type { Directory } from './directory.ts';

/** The person as it shall be, or undefined when nothing is to be done. It may be asked again, with a newer person. */
export type OwnChangeOf = (person: Person) => Person | undefined;

type EachPorts = Pick<Directory, 'readPeople' | 'changePeopleEach'>;

/** Tries at one group of people; each lost one means that somebody else's change was written. */
const maxTries = 20;

/**
 * Changes those of the people who need it, and returns them as they are now written. Whoever lost against another writer
 * is read and asked again; throws `Refused` ConcurrentChange when that happens too often.
 */
export const changeIndividually = async (
  ids: readonly string[],
  change: OwnChangeOf,
  directory: EachPorts,
): Promise<Person[]> => {
  const written: Person[] = [];
  let open: readonly string[] = [...new Set(ids)];
  for (let tries = 0; tries < maxTries; tries += 1) {
    const changes = (await directory.readPeople(open)).flatMap((before) => {
      const after = change(before);
      return after ? [{ before, after }] : [];
    });
    const outcomes = await directory.changePeopleEach(changes);
    for (const [index, { before, after }] of changes.entries()) {
      if (outcomes[index] === 'changed') written.push({ ...after, version: before.version + 1 });
    }
    open = changes.filter((_, index) => outcomes[index] === 'stale').map(({ before }) => before.id);
    if (open.length === 0) return written;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};
