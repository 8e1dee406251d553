/** Changing people who may be changed by somebody else at the same moment. */
import { randomUUID } from 'node:crypto';
import { auditOfChange } from '../domain/audit.ts';
import type { Person } from '../domain/person.ts';
import type { Instant } from '../domain/time.ts';
import type { Directory, PersonChange } from './directory.ts';

/** A change: the person as it shall be, or undefined when nothing is to be done. It may be asked again, with a newer person. */
export type Change = (person: Person) => Person | undefined;

/** Who changes people, and what it is called in the audit. */
export type Audit = { activity: string; initiatedBy: string; now: Instant };

/** Tries at one group of people; each lost one means that somebody else's change was written. */
const mostTries = 20;

/**
 * Changes people in one transaction: all that need it, or none. Whoever lost against another writer is read and asked
 * again. Returns the people as they are now written, changed ones only. `short` names licences that have no free seat:
 * then nobody was changed.
 */
export const changePeople = async (
  ids: readonly string[],
  change: Change,
  directory: Pick<Directory, 'readPeople' | 'changePeople'>,
  audit?: Audit,
): Promise<{ changed: Person[]; short: string[] }> => {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const changes = (await directory.readPeople(ids)).flatMap((before) => asChange(before, change(before), audit));
    if (changes.length === 0) return { changed: [], short: [] };
    const outcome = await directory.changePeople(changes);
    if (outcome.kind === 'changed') return { changed: changes.map(written), short: [] };
    if (outcome.short.length > 0) return { changed: [], short: outcome.short };
  }
  throw new Error('people could not be changed: others keep changing them');
};

/**
 * Changes people as they were last seen, without reading them again; only where somebody changed one meanwhile are they
 * read, and the change is asked again.
 */
export const changeSeenPeople = async (
  people: readonly Person[],
  change: Change,
  directory: Pick<Directory, 'readPeople' | 'changePeople'>,
): Promise<void> => {
  const changes = people.flatMap((before) => asChange(before, change(before), undefined));
  if (changes.length === 0 || (await directory.changePeople(changes)).kind === 'changed') return;
  const ids = people.map(({ id }) => id);
  await changePeople(ids, change, directory);
};

/** A change that shows nothing to an auditor (a mail's lease, say) leaves no entry. */
const asChange = (before: Person, after: Person | undefined, audit: Audit | undefined): PersonChange[] => {
  if (!after) return [];
  const entry = audit && auditOfChange(before, after, { ...audit, id: randomUUID() });
  return [{ before, after, ...(entry && entry.modifiedProperties.length > 0 && { audit: entry }) }];
};

const written = ({ before, after }: PersonChange): Person => ({ ...after, version: before.version + 1 });
