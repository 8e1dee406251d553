/** An import: a file on its way to becoming people. */
import type { Rules } from './check-draft.ts';
import type { Refusal, RefusalCode } from './refusals.ts';
import type { Instant } from './time.ts';

/** A state of an import as the API shows it. `succeeded`: every row has its outcome, refused ones included. */
export type ImportStatus = 'notStarted' | 'running' | 'onHold' | 'succeeded' | 'failed' | 'cancelled';

/**
 * What an import does next. Each stage ends with one conditional write that leads to the next one:
 * planning -> sending (seats reserved) -> provisioning (all chunks sent) -> settled, or planning -> settled (refused).
 */
export type ImportStage = 'planning' | 'sending' | 'provisioning' | 'settled';

/** The object that is imported, pinned to the version that was announced. */
export type ImportedFile = { bucket: string; key: string; versionId?: string; etag?: string };

/** What an import needs of one licence, and how many seats it got: the first rows in the file's order have them. */
export type SeatPlan = { skuId: string; skuPartNumber: string; needed: number; granted: number };

/** An import's record. */
export type ImportJob = {
  id: string;
  file: ImportedFile;
  stage: ImportStage;
  status: ImportStatus;
  createdDateTime: Instant;
  completedDateTime?: Instant;
  createdBy: string;
  /** Rows below the headings; known when the plan is. */
  rows?: number;
  seats: SeatPlan[];
  /** What rows are checked against, as it was when the file was planned: every reading of it comes out the same. */
  rules?: Rules;
  /** First row that is not known to be sent. */
  nextRow: number;
  /** How many chunks may have been sent: written before they are, so that none is forgotten. */
  chunksBegun: number;
  /** How many chunks there are; known when all are sent. */
  chunks?: number;
  /** How the file was understood: its format, and what was assumed. */
  format?: string;
  notes?: string[];
  /** Why the whole file was refused. */
  refusal?: Refusal;
  report?: { bucket: string; key: string };
  /** The last sign of life of the steps, and how often the sweep has revived the import. */
  lastStepDateTime: Instant;
  revivals: number;
  /** How often the import asked to be called again: bounded, because AWS's own loop detection is off for it. */
  continuations: number;
};

/**
 * How far an import is: sums over its chunks. Per SKU id, `seats` counts the granted seats that created people hold, and
 * `waiting` the created people who wait for one.
 */
export type ImportProgress = {
  chunks: number;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  seats: Record<string, number>;
  waiting: Record<string, number>;
  /** When the latest chunk was done; absent while none is. */
  lastChunkDateTime?: Instant;
};

/** What became of a row. */
export type RowOutcome = 'created' | 'updated' | 'unchanged' | 'refused';

/** A row's result, with the refusal or warning that explains it. */
export type RowResult = {
  rowNumber: number;
  userPrincipalName: string;
  outcome: RowOutcome;
  code?: RefusalCode;
  target?: string;
  fact?: string;
};

/** The results of a chunk: written once, in the transaction that makes its people. */
export type ChunkResult = {
  importId: string;
  /** When the import began: results are kept for a fixed time from there. */
  importedAt: Instant;
  finishedDateTime: Instant;
  firstRow: number;
  rows: RowResult[];
  /** Granted seats that the chunk's created people hold, per SKU id. */
  seats: Record<string, number>;
  /** Created people who wait for a seat, per SKU id. */
  waiting: Record<string, number>;
};

/** Seats to buy of a licence, so that nobody of an import waits: seats of refused rows go to those who wait first. */
export const seatsToBuyFor = ({ skuId, granted }: SeatPlan, { seats, waiting }: ImportProgress): number =>
  Math.max(0, (waiting[skuId] ?? 0) - (granted - (seats[skuId] ?? 0)));

/** Where an import begins. */
export const newImportJob = (id: string, file: ImportedFile, createdBy: string, now: Instant): ImportJob => ({
  id,
  file,
  stage: 'planning',
  status: 'notStarted',
  createdDateTime: now,
  createdBy,
  seats: [],
  nextRow: 1,
  chunksBegun: 0,
  lastStepDateTime: now,
  revivals: 0,
  continuations: 0,
});
