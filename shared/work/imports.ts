/** The port to the records of imports. */
import type { ChunkResult, ImportJob, ImportProgress, RowOutcome, RowResult } from '../domain/import-job.ts';

export type Imports = {
  /** Records a new import unless it is there; returns what is recorded. */
  begin(job: ImportJob): Promise<ImportJob>;
  read(id: string): Promise<ImportJob | undefined>;
  /** Imports, newest first. */
  list(page: { top: number; after?: string }): Promise<{ jobs: ImportJob[]; next?: string }>;
  /**
   * Writes an import's record if it still stands at the stage of `before`, and not further in the file than `after`.
   * False when another delivery was faster.
   */
  advance(before: ImportJob, after: ImportJob): Promise<boolean>;
  /** Writes an import that stood still, perhaps back to an earlier stage, unless another sweep revived it first. */
  revive(before: ImportJob, after: ImportJob): Promise<boolean>;
  /** `advance` together with taking `after.seats` from the free seats of their licences; `short` when one has too few. */
  reserve(before: ImportJob, after: ImportJob): Promise<'reserved' | 'short' | 'lost'>;
  /** `advance` to the end, together with giving every reserved seat to its holder or back to the free ones. */
  settle(before: ImportJob, after: ImportJob, held: Record<string, number>): Promise<boolean>;
  progress(id: string): Promise<ImportProgress>;
  /** Numbers of first rows of the chunks that have their result, in order. */
  finishedChunks(id: string): AsyncIterable<number>;
  readResult(id: string, firstRow: number): Promise<ChunkResult | undefined>;
  /** Every row's result in the order of the file, some at a time. */
  results(id: string): AsyncIterable<RowResult[]>;
  /** A page of row results after a row, of one outcome or all. */
  resultPage(
    id: string,
    page: { top: number; after: number; outcome?: RowOutcome },
  ): Promise<{ rows: RowResult[]; next?: number }>;
  /** Ids of imports that are not closed. */
  open(): Promise<string[]>;
  /** Whether an import is not closed. */
  isOpen(id: string): Promise<boolean>;
  /** Marks an import as closed: settled, and its results mailed. */
  close(id: string): Promise<void>;
};
