/** Deleted people: looked up, and removed for good. */
import type { Audit } from '../../domain/audit.ts';
import { type Deleted, isDeleted } from '../../domain/people/deletion.ts';
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

/** Who removes people, when, and whom of the deleted. */
export type Purge = { initiatedBy: Actor; now: Instant; isToGo?: (person: Deleted) => boolean };

/**
 * Removes deleted people for good, in one transaction, and returns who they were; whoever was restored meanwhile stays.
 * Their audit entries stay too. A person takes four actions at most (the person, the place in the list of the deleted,
 * the entry of the removal and that of a birth from a file), so that 25 fit into a transaction.
 */
export const purgePeople = async (
  ids: readonly string[],
  { initiatedBy, now, isToGo = () => true }: Purge,
  directory: Pick<Directory, 'readPeople' | 'changePeople'>,
): Promise<readonly { id: string }[]> => {
  const audit: Audit = { activity: 'Hard Delete user', initiatedBy, now };
  const { changed } = await changePeople(
    ids,
    (person) => (isDeleted(person) && isToGo(person) ? 'remove' : undefined),
    directory,
    audit,
  );
  return changed;
};
