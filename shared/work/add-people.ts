/** The one way for a person to come to exist, alone or fifty at a time. */
import type { Person } from '../domain/person.ts';
import type { Addition, Directory } from './directory.ts';

/** What became of people who were to be added. */
export type Added = {
  /** Ids of people who exist now: added by this call or by an earlier delivery of it. */
  added: Set<string>;
  /** Ids of those whom an earlier delivery had added. */
  earlier: Set<string>;
  /** Ids of people whose user name somebody else has. */
  nameTaken: Set<string>;
  /** The chunk's result was there already: nothing was written now. */
  resultRecorded: boolean;
};

/** How a caller follows what is found out: each is called before each try, with what is known by then. */
export type Follow = {
  /** The person without a seat of these licences: waits for them. */
  withoutSeats?: (person: Person, short: ReadonlySet<string>) => Person;
  /** The chunk's result, as it stands now. */
  result?: (nameTaken: ReadonlySet<string>) => Addition['result'];
  /** The audit entries of the people as they are then. */
  audit?: () => Addition['audit'];
};

/** Every try takes somebody out, or a licence; this bounds a directory that answers nonsense. */
const mostTries = 120;

/**
 * Adds people in one transaction. Whoever lost a name is left out and the others are tried again, so that nobody holds
 * anybody back; a person whose licence has no free seat is added to wait for it.
 */
export const addPeople = async (
  people: readonly Person[],
  seatsFrom: Addition['seatsFrom'],
  directory: Pick<Directory, 'addPeople'>,
  { withoutSeats = (person) => person, result, audit }: Follow = {},
): Promise<Added> => {
  const added: Added = { added: new Set(), earlier: new Set(), nameTaken: new Set(), resultRecorded: false };
  const short = new Set<string>();
  for (let tries = 0; tries < mostTries; tries += 1) {
    const open = people
      .filter(({ id }) => !added.earlier.has(id) && !added.nameTaken.has(id))
      .map((person) => withoutSeats(person, short));
    const recorded = result?.(added.nameTaken);
    if (open.length === 0 && !recorded) return added;
    const entries = audit?.();
    const outcome = await directory.addPeople({
      people: open,
      seatsFrom,
      ...(recorded && { result: recorded }),
      ...(entries && { audit: entries }),
    });
    if (outcome.kind === 'added') {
      added.added = new Set([...open.map(({ id }) => id), ...added.earlier]);
      return added;
    }
    if (outcome.resultRecorded) return { ...added, resultRecorded: true };
    for (const id of outcome.alreadyAdded) {
      added.earlier.add(id);
      added.added.add(id);
    }
    for (const id of outcome.nameTaken) added.nameTaken.add(id);
    for (const skuId of outcome.short) short.add(skuId);
  }
  throw new Error('people could not be added: the directory keeps refusing');
};
