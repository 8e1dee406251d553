/** Deleted people: looked up, and removed for good. */
import type { Audit } from '../../domain/audit.ts';
import { type Deleted, isDeleted } from '../../domain/people/deletion.ts';
import type { Person } from '../../domain/person.ts';
import type { Actor } from '../../domain/principal.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { changePeople } from '../change-people.ts';
import type { Directory } from '../directory.ts';

/** Longer than any id: nobody, without asking the table. */
const longestId = 128;

/** The deleted person of an id. Throws `Refused` NotFound when there is none, or the person is not deleted. */
export const deletedPersonOf = async (id: string, directory: Pick<Directory, 'readPeople'>): Promise<Deleted> => {
  const [person] = id.length > longestId ? [] : await directory.readPeople([id]);
  if (!person || !isDeleted(person)) throw new Refused({ code: 'NotFound' });
  return person;
};

/**
 * A transaction has 100 actions, and a person takes five at most: the record, the place in the list of the deleted, the
 * entry of the removal, and those of a birth and of a deletion that the record told of.
 */
const removedAtOnce = 20;

/** Who removes people, when, and whom of the deleted. */
export type Purge = { initiatedBy: Actor; now: Instant; isToGo?: (person: Deleted) => boolean };

/**
 * Removes deleted people for good, so many at a time as a transaction takes, and returns who they were; whoever was
 * restored meanwhile stays. Their audit entries stay too.
 */
export const purgePeople = async (
  ids: readonly string[],
  { initiatedBy, now, isToGo = () => true }: Purge,
  directory: Pick<Directory, 'readPeople' | 'changePeople'>,
): Promise<readonly { id: string }[]> => {
  const audit: Audit = { activity: 'Hard Delete user', initiatedBy, now };
  const removal = (person: Person) => (isDeleted(person) && isToGo(person) ? 'remove' : undefined);
  const removed: Person[] = [];
  for (let start = 0; start < ids.length; start += removedAtOnce) {
    const { changed } = await changePeople(ids.slice(start, start + removedAtOnce), removal, directory, audit);
    removed.push(...changed);
  }
  return removed;
};
