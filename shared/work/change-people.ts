/** Changing people who may be changed by somebody else at the same moment. */
import { randomUUID } from 'node:crypto';
import { type Audit, type AuditEntry, auditOfChange } from '../domain/audit.ts';
import { birthFromFile } from '../domain/people/birth-from-file.ts';
import { deletionFromRecord } from '../domain/people/deletion-from-record.ts';
import type { Person } from '../domain/person.ts';
import { Refused } from '../domain/refusals.ts';
import { type ChangesLost, type Directory, maxPeopleAtOnce, type PersonChange } from './directory.ts';
import { linked } from './entry-chain.ts';

/**
 * A change: the person as it shall be, `'remove'` for good, or undefined when nothing is to be done. It may be asked
 * again, with a newer person.
 */
export type Change = (person: Person) => Person | 'remove' | undefined;

/**
 * The people who were changed, as they are now written (who was removed, as they were). When something stood in the way
 * it is named, and nobody was changed.
 */
export type Changed = { changed: Person[] } & Pick<
  ChangesLost,
  'short' | 'nameTaken' | 'keysTaken' | 'lastAdministrator'
>;

/** Tries at one group of people; each lost one means that somebody else's change was written. */
const maxTries = 20;

/**
 * Changes people in one transaction: all that need it, or none. Whoever lost against another writer is read and asked
 * again; throws `Refused` ConcurrentChange when that happens too often. Audit entries go into the same transaction.
 */
export const changePeople = async (
  ids: readonly string[],
  change: Change,
  directory: ChangingDirectory,
  audit?: Audit,
): Promise<Changed> => changeFrom(await directory.readPeople(ids), ids, { change, directory, audit });

/**
 * The same for people who were read a moment ago: they are read again only where somebody else wrote one meanwhile, which
 * the write itself finds out.
 */
export const changeAsSeen = (
  seen: readonly Person[],
  change: Change,
  directory: ChangingDirectory,
  audit?: Audit,
): Promise<Changed> =>
  changeFrom(
    seen,
    seen.map(({ id }) => id),
    { change, directory, audit },
  );

type ChangingDirectory = Pick<Directory, 'readPeople' | 'changePeople'>;

const changeFrom = async (
  seen: readonly Person[],
  ids: readonly string[],
  { change, directory, audit }: { change: Change; directory: ChangingDirectory; audit: Audit | undefined },
): Promise<Changed> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const people = tries === 0 ? seen : await directory.readPeople(ids);
    const changes = people.flatMap((before) => asChange(before, change(before), audit));
    const outcome = changes.length === 0 ? done : await directory.changePeople(changes);
    if (outcome.kind === 'changed') return { ...nothingInTheWay, changed: changes.map(written) };
    const { short, nameTaken, keysTaken, lastAdministrator } = outcome;
    // Who changed meanwhile may no longer want what stood in the way: look at them first.
    const isBarred = short.length + nameTaken.length + keysTaken.length > 0 || lastAdministrator;
    if (isBarred && outcome.stale.length === 0) {
      return { changed: [], short, nameTaken, keysTaken, lastAdministrator };
    }
  }
  throw new Refused({ code: 'ConcurrentChange' });
};

const done = { kind: 'changed' } as const;
const nothingInTheWay = { short: [], nameTaken: [], keysTaken: [], lastAdministrator: false };

/**
 * Changes people as they were last seen, without reading them again; only where somebody changed one meanwhile are they
 * read, and the change is asked again. Any number of people, as many at a time as one transaction takes.
 */
export const changeSeenPeople = async (
  people: readonly Person[],
  change: Change,
  directory: Pick<Directory, 'readPeople' | 'changePeople'>,
): Promise<void> => {
  for (let start = 0; start < people.length; start += maxPeopleAtOnce.changed) {
    await changeAsSeen(people.slice(start, start + maxPeopleAtOnce.changed), change, directory);
  }
};

/**
 * A change as it is written. One that shows nothing to an auditor (a mail's lease, say) leaves no entry, unless it is
 * another password, of which nothing can be shown; one that somebody made is dated on the person, and entries are linked
 * to those before. What the record told of until now, and tells no more, is written as an entry.
 */
export const asChange = (before: Person, change: ReturnType<Change>, audit: Audit | undefined): PersonChange[] => {
  if (!change) return [];
  const after = change === 'remove' ? undefined : change;
  const entry = audit && auditOfChange(before, after, { ...audit, id: audit.id ?? randomUUID() });
  const isPassword = before.password.hash !== (after ?? before).password.hash;
  const isShown = entry !== undefined && (entry.modifiedProperties.length > 0 || isPassword);
  const entries = [...toldNoMore(before, after), ...(isShown ? [entry] : [])];
  const isDated = audit && isShown && audit.initiatedBy.kind !== 'system' && !audit.keepsUndoable;
  const dated = isDated ? { changedDateTime: audit.now } : {};
  const chain = linked(before, after && { ...after, ...dated }, entries);
  return [
    { before, ...(chain.person && { after: chain.person }), ...(entries.length > 0 && { audit: chain.entries }) },
  ];
};

/** The birth goes with the record, a deletion also when the person is back. */
const toldNoMore = (before: Person, after: Person | undefined): AuditEntry[] => {
  const birth = after ? undefined : birthFromFile(before);
  const deletion = after?.deleted ? undefined : deletionFromRecord(before);
  return [birth, deletion].filter((entry) => entry !== undefined);
};

const written = ({ before, after }: PersonChange): Person =>
  after ? { ...after, version: before.version + 1 } : before;
