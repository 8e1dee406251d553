/** The first reading of a run: is it whole, and whom would it delete? */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { anchorKeys, anchorOfGuid } from '../../../domain/people/anchors.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { Person } from '../../../domain/person.ts';
import { isMastered } from '../../../domain/synchronization/authority.ts';
import type { SynchronizationHeader } from '../../../messages/synchronization-file.ts';
import type { ImportPorts } from '../import-setting.ts';
import { NameSet } from '../sets/name-set.ts';
import { lateness } from './lateness.ts';
import { readRun } from './read-run.ts';

/** What a run is, counted; `unnamed` are the people whom a full one does not name, and who go with it. */
export type CountedRun = {
  head: SynchronizationHeader;
  rows: number;
  upserts: number;
  /** People here who go, by lines of a delta or since a full run does not name them; and the first of them. */
  deletions: number;
  firstDeletions: readonly string[];
  unnamed: readonly string[];
  /** People who are known from on premises, counted by a full run alone. */
  known: number;
};

/** So many of those who would go are named to whoever has to look. */
const mostNamed = 20;

/** Reads the file once, and looks up whom it deletes. Throws `Refused` where it is not whole. */
export const countRun = async (
  job: ImportJob,
  { organisation }: Rules,
  ports: Pick<ImportPorts, 'openFile' | 'directory' | 'shouldPause'>,
): Promise<CountedRun> => {
  const { directory } = ports;
  const refuseIfLate = lateness(ports);
  const { head, batches } = await readRun(job, ports.openFile);
  const isFull = head.scope === 'full';
  const isGoing = (person: Person) => !person.deleted && isMastered(person, organisation);
  const named = new NameSet((key) => key);
  const counted = { rows: 0, upserts: 0 };
  const first: string[] = [];
  let deletions = 0;
  for await (const lines of batches) {
    refuseIfLate();
    counted.rows += lines.length;
    const deleted: string[] = [];
    for (const { line, rowNumber } of lines) {
      const key = anchorOfGuid(line.objectGuid);
      // A full run does not name them either: they are found with the others.
      if (line.op === 'delete') deleted.push(...(isFull ? [] : [key]));
      else {
        counted.upserts += 1;
        if (isFull) for (const one of [key, line.anchor]) named.add(one, rowNumber);
      }
    }
    const going = (await peopleOf(deleted, directory)).filter(isGoing);
    deletions += going.length;
    first.push(...going.slice(0, mostNamed - first.length).map(({ id }) => id));
  }
  const missing = isFull ? await unnamedPeople(named, isGoing, ports, refuseIfLate) : { known: 0, unnamed: [] };
  const { known, unnamed } = missing;
  const firstDeletions = [...first, ...unnamed.slice(0, mostNamed)].slice(0, mostNamed);
  return { head, ...counted, deletions: deletions + unnamed.length, firstDeletions, known, unnamed };
};

const peopleOf = async (
  keys: readonly string[],
  directory: Pick<ImportPorts['directory'], 'claimHolders' | 'readPeople'>,
): Promise<Person[]> => {
  if (keys.length === 0) return [];
  const asked = keys.map((key) => ({ source: 'onPremises' as const, key }));
  const found = await directory.claimHolders({ userNames: [], keys: asked });
  return directory.readPeople([...new Set(found.keys.flatMap(({ holders }) => holders))]);
};

/**
 * The ids, in their order, of everybody who goes since the file has none of their keys: whoever has two is named by either.
 * Nothing more is kept of them, since a scope that was set wrongly may leave out everybody.
 */
const unnamedPeople = async (
  named: NameSet,
  isGoing: (person: Person) => boolean,
  { directory }: Pick<ImportPorts, 'directory'>,
  refuseIfLate: () => void,
): Promise<{ known: number; unnamed: string[] }> => {
  const unnamed = new Set<string>();
  let known = 0;
  for await (const claims of directory.keyClaims('onPremises')) {
    refuseIfLate();
    known += claims.length;
    const missing = claims.filter(({ key }) => named.numberOf(key) === undefined).flatMap(({ holders }) => holders);
    if (missing.length === 0) continue;
    const people = await directory.readPeople([...new Set(missing)]);
    const isUnnamed = (person: Person) => anchorKeys(person).every((key) => named.numberOf(key) === undefined);
    for (const person of people) if (isGoing(person) && isUnnamed(person)) unnamed.add(person.id);
  }
  return { known, unnamed: [...unnamed].sort() };
};
