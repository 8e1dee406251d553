/** An import: a file on its way to becoming people, or one that is undone. */
import type { MappedHeading } from '../dialects/headings.ts';
import type { Migration } from '../migrations/migration.ts';
import type { Rules } from '../people/check-draft.ts';
import type { Principal } from '../principal.ts';
import type { Refusal } from '../refusals.ts';
import type { Source, Watermark } from '../synchronization/run-state.ts';
import type { Instant } from '../time.ts';
import type { ImportOptions } from './import-options.ts';
import type { Decided, ReportSoFar, SeatCount, SendingPlace } from './reading-place.ts';
import type { UploadInParts } from './upload-in-parts.ts';

/** A state of an import as the API shows it. `succeeded`: every row has its outcome, refused ones included. */
export type ImportStatus = 'notStarted' | 'running' | 'onHold' | 'succeeded' | 'failed' | 'cancelled';

/**
 * What an import does next. Each stage ends with one conditional write that leads to the next one:
 * uploading (no file yet) -> waiting (a migration batch that is not to begin yet) -> planning -> sending (seats reserved) -> provisioning (all chunks sent) -> settled;
 * planning -> holding (seats are short) -> sending; planning -> settled (refused). A resumed one goes back to planning.
 */
export type ImportStage = 'uploading' | 'waiting' | 'planning' | 'holding' | 'sending' | 'provisioning' | 'settled';

/** The object that is imported, pinned to the version that was announced. */
export type ImportedFile = { bucket: string; key: string; versionId?: string; etag?: string; size?: number };

/**
 * What an import needs of one licence, and how many seats it got: the first rows in the file's order have them. Rows of
 * the set named `exempt` need none, because their people hold the licence already.
 */
export type SeatPlan = { skuId: string; skuPartNumber: string; needed: number; granted: number; exempt?: string };

/** What a run of synchronisation is; all but its scope is known when its file was read. */
export type SynchronizationRun = {
  scope: 'delta' | 'full';
  /** The switch of the organisation under which it was planned. */
  since?: Instant;
  source?: Source;
  /** What holds when it is settled, and what held before. */
  watermark?: Watermark;
  before?: Watermark;
  /** Rows of the file; behind them come those whom a full one does not name. */
  fileRows?: number;
  /** The set of people whom a full one does not name: they are deleted. */
  unnamed?: string;
  /** People whom it would delete, where that is more than it may. */
  heldDeletions?: number;
  /** Ids of the first of them, to be named. */
  firstDeletions?: readonly string[];
  /** Somebody has looked at the deletions, and lets them be made. */
  mayDelete?: true;
};

/** An import's record. */
export type ImportJob = {
  id: string;
  /** An `undo` has the results of another import in place of a file. */
  kind: 'import' | 'undo' | 'synchronization';
  file: ImportedFile;
  /** How its file comes, where that is in parts. */
  upload?: UploadInParts;
  options: ImportOptions;
  stage: ImportStage;
  status: ImportStatus;
  createdDateTime: Instant;
  completedDateTime?: Instant;
  /**
   * Who asked for it, with the roles that they had then, which bound what it may do: whoever gets more later has to ask
   * anew. Nobody may do by a file what they may not do by a request, so that each step asks who they are now.
   */
  owner: Principal;
  /** Who had it go on last, and is not its owner. It acts with what both of them may. */
  resumedBy?: Principal;
  /** Whose dry run it applies, or whose file it shows again, if not its owner's. It acts with what both of them may. */
  shownBy?: Principal;
  /** The import that this one undoes. */
  undoes?: string;
  /** So many rows are undone by one message, as whole results; in undos of earlier releases one result. */
  undoRows?: number;
  /** Earlier undos of the same import, or appliances of the same dry run: a row that one of them did is left alone. */
  follows?: readonly string[];
  /** The dry run that this one applies: a row that would not come out as planned is refused. */
  applies?: string;
  /** Rows below the headings; known when the plan is. */
  rows?: number;
  seats: SeatPlan[];
  /** Seats that the import's people held when its plan was made: none at first, some after it was resumed. */
  seatsBefore?: Record<string, number>;
  /** Whether the plan looked up who exists: then chunks do so too, before they try to add anybody. */
  expectsExistingPeople?: boolean;
  /** The user names of the file, as a sketch among its row sets; there where names are made. */
  names?: string;
  /** Of a migration batch. */
  migration?: Migration;
  /** Of a run of synchronisation. */
  synchronization?: SynchronizationRun;
  /** Who comes back by this undo keeps the password of before: it takes back deletions that nobody here made. */
  keepsPasswords?: true;
  /** What the plan decided of rows that follows from others, so that no later reading has to begin with the first one. */
  decided?: Decided;
  /** How far the seats were counted, while the plan is made in several calls. */
  counting?: SeatCount;
  /** Where sending goes on without reading what was sent; it counts as long as its chunk is not behind `nextRow`. */
  place?: SendingPlace;
  /** How far the report was written, while that is done in several calls. */
  reporting?: ReportSoFar;
  /** What rows are checked against, as it was when the file was planned: every reading of it comes out the same. */
  rules?: Rules;
  /** First row that is not known to be sent. */
  nextRow: number;
  /** How many chunks may have been sent: written before they are, so that none is forgotten. */
  chunksBegun: number;
  /** How many chunks there are; known when all are sent. */
  chunks?: number;
  /** How the file was understood: its format, what each heading means, and what was assumed. */
  format?: string;
  columns?: MappedHeading[];
  notes?: string[];
  /** The encoding of the file's text, and the first cells that are not ASCII: by these a person sees that it is right. */
  text?: { encoding: string; cells: readonly string[] };
  /** Why the whole file was refused, or why it ended before its last row. */
  refusal?: Refusal;
  report?: { bucket: string; key: string };
  /** Its owner was told that it waits for seats. */
  isOwnerNotifiedOfHold?: boolean;
  /** The last sign of life of the steps, and how often the sweep has revived the import. */
  lastStepDateTime: Instant;
  revivals: number;
  /** How often somebody resumed it. */
  resumptions: number;
  /** How often the import asked to be called again: bounded, because AWS's own loop detection is off for it. */
  continuations: number;
};

/** Where an import begins: `uploading` when its file is still to come. */
export const newImportJob = (
  begin: Pick<ImportJob, 'id' | 'file' | 'options' | 'owner'> &
    Partial<
      Pick<
        ImportJob,
        | 'kind'
        | 'stage'
        | 'upload'
        | 'undoes'
        | 'applies'
        | 'shownBy'
        | 'follows'
        | 'migration'
        | 'synchronization'
        | 'keepsPasswords'
      >
    >,
  now: Instant,
): ImportJob => ({
  kind: 'import',
  stage: 'planning',
  ...begin,
  status: 'notStarted',
  createdDateTime: now,
  seats: [],
  nextRow: 1,
  chunksBegun: 0,
  lastStepDateTime: now,
  revivals: 0,
  resumptions: 0,
  continuations: 0,
});
