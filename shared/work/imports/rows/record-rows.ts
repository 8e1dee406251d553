/** Rows of a chunk get their outcomes: people and results in one transaction, in several where one is too small. */

import { heldRoles } from '../../../domain/access/roles.ts';
import type { ChunkResult, RowResult } from '../../../domain/imports/import-progress.ts';
import { heldUserName } from '../../../domain/people/held-names.ts';
import type { Person } from '../../../domain/person.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Addition, AdditionLost, Directory, PersonChange } from '../../directory.ts';
import type { Imports } from '../imports.ts';

/** What is to become of a row as things stand now: its result, and the person whom it adds or changes. */
export type RowDecision = { result: RowResult; add?: Person; change?: PersonChange };

/** Decides rows, and learns from what stood in the way of an earlier decision. */
export type Decider = {
  decisions(rows: readonly number[]): Promise<RowDecision[]>;
  learn(lost: AdditionLost): void;
};

/** The place of a chunk: its import, how often that had been resumed when it was sent, and its rows. */
export type ChunkPlace = Pick<ChunkResult, 'importId' | 'importedAt'> & {
  resumption: number;
  firstRow: number;
  lastRow: number;
};

/** Every row's result, and whether any was written now; `cancelled`: another delivery met a cancelled import first. */
export type Recorded = { rows: RowResult[]; end: 'provisioned' | 'repeated' | 'cancelled' };

export type RecordPorts = {
  directory: Pick<Directory, 'addPeople'>;
  imports: Pick<Imports, 'readResults'>;
  now: () => Instant;
};

/** Every try takes a row out or finds another delivery's result; this bounds a directory that answers nonsense. */
const maxTries = 200;

/** Actions of the rows that are recorded together: a transaction has 100, and their result takes two. */
export const maxActions = 98;

/** Bytes of the rows of one result, since an item takes 400 KB; a row that changed nothing has about so many. */
const maxBytes = 200_000;
const usualBytes = 200;

/**
 * Writes what becomes of a chunk's rows, once: the people of neighbouring rows in one transaction with their result.
 * Whoever loses against somebody else is decided again, and the others with them, so that nobody holds anybody back. What
 * an earlier delivery has recorded stands.
 */
export const recordRows = async (
  place: ChunkPlace,
  seatsFrom: Addition['seatsFrom'],
  decider: Decider,
  ports: RecordPorts,
): Promise<Recorded> => {
  const { importId, resumption, firstRow, lastRow } = place;
  let { done, replaced } = await earlierRows(place, ports);
  let end: Recorded['end'] = 'repeated';
  for (let tries = 0; tries < maxTries; tries += 1) {
    const open = rowsFrom((done.at(-1)?.rowNumber ?? firstRow - 1) + 1, lastRow);
    const [first] = open;
    if (first === undefined) return { rows: done, end };
    // Counted as cancelled, so that the import may be settled by now: nobody is added any more.
    if (replaced?.cancelledIn !== undefined && replaced.cancelledIn >= resumption)
      return { rows: done, end: 'cancelled' };
    const decisions = fitting(await decider.decisions(open), seatsFrom);
    const isLast = decisions.at(-1)?.result.rowNumber === lastRow;
    const result = resultOf(place, first, decisions, isLast, seatsFrom, ports.now());
    const outcome = await ports.directory.addPeople({
      people: decisions.flatMap(({ add }) => add ?? []),
      changes: decisions.flatMap(({ change }) => change ?? []),
      seatsFrom,
      result,
      ...(replaced && { replaced }),
    });
    if (outcome.kind === 'added') {
      done = [...done, ...result.rows];
      [end, replaced] = ['provisioned', undefined];
    } else if (outcome.resultRecorded) ({ done, replaced } = await earlierRows(place, ports));
    else decider.learn(outcome);
  }
  throw new Error(`rows of import ${importId} could not be recorded: the directory keeps refusing`);
};

/** The results that are there, and the mark of a cancelled import behind them. */
export type EarlierRows = { done: RowResult[]; replaced: ChunkResult | undefined };

/** Looks for them. */
export const earlierRows = async (
  { importId, firstRow, lastRow }: ChunkPlace,
  { imports }: Pick<RecordPorts, 'imports'>,
): Promise<EarlierRows> => {
  const results = await imports.readResults(importId, firstRow, lastRow);
  const done = results.filter(({ cancelledIn }) => cancelledIn === undefined).flatMap(({ rows }) => rows);
  return { done, replaced: results.find(({ cancelledIn }) => cancelledIn !== undefined) };
};

const rowsFrom = (first: number, last: number): number[] =>
  Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);

/** As many decisions, in their order, as one transaction takes. */
const fitting = (decisions: readonly RowDecision[], seatsFrom: Addition['seatsFrom']): RowDecision[] => {
  let [actions, bytes] = [0, 0];
  const skuIds = new Set<string>();
  const end = decisions.findIndex((decision) => {
    actions += actionsOf(decision);
    // The free seats of a licence are one item, whoever takes them.
    if (seatsFrom === 'free') for (const skuId of heldIn(decision)) skuIds.add(skuId);
    bytes += decision.result.changes ? Buffer.byteLength(JSON.stringify(decision.result)) : usualBytes;
    return actions + skuIds.size > maxActions || bytes > maxBytes;
  });
  return decisions.slice(0, end === -1 ? decisions.length : Math.max(end, 1));
};

const heldIn = ({ add, change }: RowDecision): string[] =>
  [add, change?.before, change?.after].flatMap((person) => person?.assignedLicenses.map(({ skuId }) => skuId) ?? []);

/**
 * At most so many actions write a person: the person, the claim on the name, places in lines, memberships with their
 * count, the place among the deleted, and audit entries.
 */
const actionsOf = ({ add, change }: RowDecision): number => {
  if (add) return 2 + add.waitingLicenses.length + membershipsOf(add);
  if (!change) return 0;
  const { before, after, audit = [] } = change;
  const [old, fresh] = [heldUserName(before), heldUserName(after)];
  const names = old === fresh ? 0 : [old, fresh].filter((name) => name !== undefined).length;
  const lines = before.waitingLicenses.length + (after?.waitingLicenses.length ?? 0);
  const deletion = before.deleted || after?.deleted ? 1 : 0;
  return 1 + names + lines + deletion + membershipsOf(before) + membershipsOf(after) + audit.length;
};

const membershipsOf = (person: Person | undefined): number => {
  const roles = person ? heldRoles(person).length : 0;
  return roles > 0 ? roles + 1 : 0;
};

const resultOf = (
  { importId, importedAt, firstRow }: ChunkPlace,
  first: number,
  decisions: readonly RowDecision[],
  isLast: boolean,
  seatsFrom: Addition['seatsFrom'],
  now: Instant,
): ChunkResult => {
  const written = decisions.flatMap(({ add, change }) => [
    ...(add ? [{ before: undefined, after: add }] : []),
    ...(change ? [change] : []),
  ]);
  const held = (person: Person | undefined) => person?.assignedLicenses ?? [];
  const waiting = (person: Person | undefined) => person?.waitingLicenses ?? [];
  return {
    importId,
    importedAt,
    finishedDateTime: now,
    firstRow: first,
    rows: decisions.map(({ result }) => result),
    // Seats that are taken from the free ones are settled with the people.
    seats: seatsFrom === 'reserved' ? differences(written, held) : {},
    waiting: differences(written, waiting),
    ...(isLast && { completes: firstRow }),
  };
};

type Transition = { before?: Person | undefined; after?: Person | undefined };

/** How many more of each licence there are after than before. */
const differences = (
  transitions: readonly Transition[],
  of: (person: Person | undefined) => readonly { skuId: string }[],
): Record<string, number> => {
  const counts: Record<string, number> = {};
  const count = (licences: readonly { skuId: string }[], n: number) => {
    for (const { skuId } of licences) counts[skuId] = (counts[skuId] ?? 0) + n;
  };
  for (const { before, after } of transitions) {
    count(of(after), 1);
    count(of(before), -1);
  }
  return Object.fromEntries(Object.entries(counts).filter(([, n]) => n !== 0));
};
