/** The way for one person, or a few, to come to exist by a request; rows of files have record-rows.ts. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { Person } from '../../domain/person.ts';
import type { Addition, Directory, KeyTaken } from '../directory.ts';
import { linked } from '../entry-chain.ts';

/** What became of people who were to be added. */
export type Added = {
  /** Ids of people who exist now: added by this call or by an earlier one. */
  added: Set<string>;
  /** Ids of those whom an earlier call had added. */
  earlier: Set<string>;
  /** Ids of people whose user name somebody else has. */
  nameTaken: Set<string>;
  /** Keys that somebody else has, by the ids of the people who were to get them. */
  keysTaken: Map<string, KeyTaken>;
};

/** How a caller follows what is found out: each is called before each try, with what is known by then. */
export type Follow = {
  /** The person without a seat of these licences: waits for them. */
  withoutSeats?: (person: Person, short: ReadonlySet<string>) => Person;
  /** The audit entries of the people as they are then. */
  audit?: () => Addition['audit'];
};

/** People with the entries of their births, each the first of its chain. */
const linkedBirths = (people: readonly Person[], audit: readonly AuditEntry[]) => {
  const births = people.map((person) =>
    linked(
      undefined,
      person,
      audit.filter(({ target }) => target.id === person.id),
    ),
  );
  const entries = births.flatMap((birth) => birth.entries);
  return { people: births.flatMap(({ person }) => person ?? []), ...(entries.length > 0 && { audit: entries }) };
};

/** Every try takes somebody out, or a licence; this bounds a directory that answers nonsense. */
const maxTries = 120;

/**
 * Adds people in one transaction, with seats that are free. Whoever lost a name or a key is left out and the others are tried
 * again, so that nobody holds anybody back; a person whose licence has no free seat is added to wait for it.
 */
export const addPeople = async (
  people: readonly Person[],
  directory: Pick<Directory, 'addPeople'>,
  { withoutSeats = (person) => person, audit }: Follow = {},
): Promise<Added> => {
  const added: Added = { added: new Set(), earlier: new Set(), nameTaken: new Set(), keysTaken: new Map() };
  const short = new Set<string>();
  for (let tries = 0; tries < maxTries; tries += 1) {
    const open = people
      .filter(({ id }) => !added.earlier.has(id) && !added.nameTaken.has(id) && !added.keysTaken.has(id))
      .map((person) => withoutSeats(person, short));
    if (open.length === 0) return added;
    const births = linkedBirths(open, audit?.() ?? []);
    const outcome = await directory.addPeople({ ...births, seatsFrom: 'free' });
    if (outcome.kind === 'added') {
      added.added = new Set([...open.map(({ id }) => id), ...added.earlier]);
      return added;
    }
    for (const id of outcome.alreadyAdded) {
      added.earlier.add(id);
      added.added.add(id);
    }
    for (const id of outcome.nameTaken) added.nameTaken.add(id);
    for (const taken of outcome.keysTaken) added.keysTaken.set(taken.id, taken);
    for (const skuId of outcome.short) short.add(skuId);
  }
  throw new Error('people could not be added: the directory keeps refusing');
};
