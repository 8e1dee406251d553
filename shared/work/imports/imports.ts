/** The port to the records of imports. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type {
  ChunkResult,
  DatedResult,
  ImportProgress,
  RoleRow,
  RowOutcome,
  RowResult,
} from '../../domain/imports/import-progress.ts';

import type { MovedState } from './synchronization-store.ts';

/** Entries that tell of a write: they are written with it, or not at all. */
type Told = readonly AuditEntry[];

/** How many open imports one owner may have. */
export type OpenLimit = { mostOpen: number };

export type Imports = {
  /**
   * Records a new import unless it is there; returns what is recorded. With a limit it has a place among so many open ones
   * of its owner until it is closed; throws `Refused` TooManyOpenImports when there is none.
   */
  begin(job: ImportJob, audit?: Told, limit?: OpenLimit): Promise<ImportJob>;
  read(id: string): Promise<ImportJob | undefined>;
  /** An import and whether somebody wants it to stop, both as they are now. */
  standing(id: string): Promise<{ job: ImportJob; isCancelled: boolean } | undefined>;
  /** Imports, newest first. */
  list(page: { top: number; after?: string }): Promise<{ jobs: ImportJob[]; next?: string }>;
  /**
   * Writes an import's record if it still stands at the stage of `before`, was resumed no more often, and is not further
   * in the file than `after`. False when another delivery was faster.
   */
  advance(before: ImportJob, after: ImportJob, audit?: Told): Promise<boolean>;
  /** Writes an import that stood still, perhaps back to an earlier stage, unless another sweep revived it first. */
  revive(before: ImportJob, after: ImportJob): Promise<boolean>;
  /** `advance` together with taking `after.seats` from the free seats of their licences; `short` when one has too few. */
  reserve(before: ImportJob, after: ImportJob): Promise<'reserved' | 'short' | 'lost'>;
  /**
   * `advance` to the end, together with giving every reserved seat to its holder or back to the free ones. `taken` says
   * how many seats of each licence the rows took since the plan was made. A run of synchronisation moves its record in
   * the same write; false also where somebody else moved that.
   */
  settle(
    before: ImportJob,
    after: ImportJob,
    taken: Record<string, number>,
    told?: { audit?: Told; moved?: MovedState | undefined },
  ): Promise<boolean>;
  /**
   * Asks an import to stop: noticed by each of its steps, and taken back when it is resumed. That its owner is gone is
   * kept, whoever asks it to stop besides. Who asks for what was asked before changes nothing, and no entry tells of it.
   */
  requestCancel(id: string, request?: { because?: 'OwnerGone'; audit?: Told }): Promise<void>;
  /** Whether it was asked to stop because its owner is gone. */
  isOwnerGone(id: string): Promise<boolean>;
  /** Writes what tells of an import and goes with no other write. */
  tell(audit: Told): Promise<void>;
  isCancelled(id: string): Promise<boolean>;
  /**
   * Makes an ended import `after` (at an earlier stage), open again, and not cancelled; false when it stands elsewhere. The
   * limit is as that of `begin`; one that is open already keeps the place that it has.
   */
  resume(before: ImportJob, after: ImportJob, audit?: Told, limit?: OpenLimit): Promise<boolean>;
  /** Keeps a set of rows beside an import's plan. Its name follows from what it holds, so that no two plans mix. */
  keepRowSet(job: ImportJob, name: string, bytes: Uint8Array): Promise<void>;
  rowSet(id: string, name: string): Promise<Uint8Array>;
  progress(id: string): Promise<ImportProgress>;
  /** First rows of the chunks that are complete. */
  finishedChunks(id: string): AsyncIterable<number>;
  /** The results that lie between two rows, first and last included, in their order. */
  readResults(id: string, firstRow: number, lastRow: number): Promise<ChunkResult[]>;
  /** Records a result of rows that change nobody, once and counted once; false when one is there already. */
  record(result: ChunkResult, replaced?: ChunkResult): Promise<boolean>;
  /** Every row's result in the order of the file, some at a time, from a row on. */
  results(id: string, fromRow?: number): AsyncIterable<RowResult[]>;
  /**
   * A page of row results after a row, of one outcome or all; with the moment of the write where it is known. With `look`
   * no more rows than about so many are looked at: a page may then be short, or empty, and have a next one.
   */
  resultPage(
    id: string,
    page: { top: number; after: number; outcome?: RowOutcome; look?: number },
  ): Promise<{ rows: DatedResult[]; next?: number }>;
  /** People who got or lost roles by an import, in the order of their rows: the first so many, and how many there are. */
  roleRows(id: string, most: number): Promise<{ rows: RoleRow[]; count: number }>;
  /** Ids of imports that are not closed, in their order, after one; `next` is absent on the last page. */
  openPage(page: { top: number; after?: string | undefined }): Promise<{ ids: string[]; next?: string }>;
  /** Whether an import is not closed. */
  isOpen(id: string): Promise<boolean>;
  /** Marks an import as closed: settled, and its results mailed. Its place is free again. */
  close(id: string): Promise<void>;
};
