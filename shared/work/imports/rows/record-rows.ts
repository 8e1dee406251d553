/** Rows of a chunk get their outcomes: people and results in one transaction, in several where one is too small. */

import type { ChunkResult, RowResult } from '../../../domain/imports/import-progress.ts';
import type { Person } from '../../../domain/person.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Addition, AdditionLost, Directory } from '../../directory.ts';
import type { Imports } from '../imports.ts';
import type { RowDecision } from './decided-row.ts';
import { fitting } from './fitting-rows.ts';
import { rolesIn } from './role-rows.ts';

/**
 * Decides rows as of a moment, in their order, and learns from what stood in the way of an earlier decision. No more of
 * the decisions are taken than go into one transaction.
 */
export type Decider = {
  decisions(rows: readonly number[], at: Instant): Promise<Iterable<RowDecision>>;
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
    // One moment for a result and all that is written with it: by it the entries of its rows are found.
    const at = ports.now();
    const decisions = fitting(await decider.decisions(open, at), seatsFrom);
    const isLast = decisions.at(-1)?.result.rowNumber === lastRow;
    const result = resultOf(place, first, decisions, isLast, seatsFrom, at);
    const outcome = await ports.directory.addPeople({
      people: decisions.flatMap(({ add }) => add ?? []),
      changes: decisions.flatMap(({ change }) => change ?? []),
      audit: decisions.flatMap(({ audit = [] }) => audit),
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
    ...rolesIn(decisions),
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
