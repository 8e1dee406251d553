/** What became of an import's rows, and how far it is. */

import type { RefusalCode } from '../refusals.ts';
import type { Instant } from '../time.ts';
import type { ImportJob, SeatPlan } from './import-job.ts';

/**
 * What can become of a row; `deleted` and `restored` only where an import is undone, or an undo is; `skipped` is a row that
 * is of no person, such as a meeting room among mailboxes.
 */
export const rowOutcomes = ['created', 'updated', 'unchanged', 'refused', 'skipped', 'deleted', 'restored'] as const;
export type RowOutcome = (typeof rowOutcomes)[number];

/** A property that a row changed; absent values are those of a property that was or is empty. */
export type RowChange = { property: string; from?: unknown; to?: unknown };

/** A row's result, with the refusal or warning that explains it, and what it changed of a person who existed. */
export type RowResult = {
  rowNumber: number;
  userPrincipalName: string;
  outcome: RowOutcome;
  code?: RefusalCode;
  target?: string;
  fact?: string;
  /** The person, where it is not the one whom this import would make of this row. */
  personId?: string;
  /** The object on premises, of a run's row. */
  objectGuid?: string;
  changes?: RowChange[];
};

/** A result with the moment at which it was decided and its person was written; an earlier release kept none. */
export type DatedResult = RowResult & { finishedDateTime?: Instant };

/** Somebody whose roles a row changed: those that they got by it, and those that they lost. */
export type RoleRow = {
  rowNumber: number;
  userPrincipalName: string;
  displayName: string;
  given: string[];
  taken: string[];
};

/**
 * The results of neighbouring rows of a chunk, written once, in the transaction that makes its people. One result covers
 * a chunk unless its people do not fit one transaction.
 */
export type ChunkResult = {
  importId: string;
  /** When the import began: results are kept for a fixed time from there. */
  importedAt: Instant;
  finishedDateTime: Instant;
  firstRow: number;
  rows: RowResult[];
  /** Seats that the rows took of the reserved ones, per SKU id: negative where more were given back. */
  seats: Record<string, number>;
  /** Created people who wait for a seat, per SKU id. */
  waiting: Record<string, number>;
  /** The first row of the chunk that is complete with this; absent while rows of it are open. */
  completes?: number;
  /**
   * The import was cancelled before these rows, when it had been resumed so many times: the result has none, and a
   * resumed import puts another in its place.
   */
  cancelledIn?: number;
  /** Mails that would go out (dry run). */
  mails?: number;
  /** Whose roles the rows changed: kept beside the result, to be told without reading all rows. */
  roleRows?: RoleRow[];
};

/** How far an import is: sums over its results. */
export type ImportProgress = Record<RowOutcome, number> & {
  /** Chunks that are complete. */
  chunks: number;
  /** Chunks that were cancelled, by how many times the import had been resumed then. */
  cancelled: Record<string, number>;
  mails: number;
  seats: Record<string, number>;
  waiting: Record<string, number>;
  /** When the latest result was written; absent while there is none. */
  lastChunkDateTime?: Instant;
};

/** An import of which nothing is done. */
export const noProgress = (): ImportProgress => ({
  ...{ created: 0, updated: 0, unchanged: 0, refused: 0, skipped: 0, deleted: 0, restored: 0 },
  ...{ chunks: 0, mails: 0 },
  cancelled: {},
  seats: {},
  waiting: {},
});

/** Rows that have their outcome. */
export const rowsDone = (progress: ImportProgress): number =>
  rowOutcomes.reduce((sum, outcome) => sum + progress[outcome], 0);

/** Whether every chunk that was sent has its end. */
export const isComplete = ({ chunks, resumptions }: ImportJob, progress: ImportProgress): boolean =>
  chunks !== undefined && progress.chunks + (progress.cancelled[resumptions] ?? 0) >= chunks;

/**
 * Seats to buy of a licence, so that nobody of an import waits: seats of refused rows go to those who wait first. Where
 * rows without a seat are refused, so that none is: they leave over seats of other licences, and will need those too.
 */
export const seatsToBuyFor = (
  { skuId, needed, granted }: SeatPlan,
  { options, seatsBefore = {} }: Pick<ImportJob, 'options' | 'seatsBefore'>,
  { seats, waiting }: ImportProgress,
): number => {
  if (options.seatsShort === 'reject') return Math.max(0, needed - granted);
  const taken = (seats[skuId] ?? 0) - (seatsBefore[skuId] ?? 0);
  return Math.max(0, (waiting[skuId] ?? 0) - (granted - taken));
};
