/** The port to migration batches: the list of them, and what became of each since its rows had their outcome. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { BatchMarks } from '../../domain/migrations/migration.ts';

/** A batch: its import with its marks. */
export type Batch = { job: ImportJob; marks: BatchMarks };

export type MigrationBatches = {
  /** Batches on the list, newest first; `next` is absent on the last page. */
  list(page: { top: number; after?: string }): Promise<{ batches: Batch[]; next?: string }>;
  /** The marks of a batch, also of one of which nothing was said. */
  marks(id: string): Promise<BatchMarks>;
  /**
   * Writes marks if they still are as they were read; a batch that is marked as removed is taken off the list in the same
   * write. False when somebody else was faster.
   */
  mark(
    job: ImportJob,
    before: BatchMarks,
    after: Omit<BatchMarks, 'version'>,
    audit?: readonly AuditEntry[],
  ): Promise<boolean>;
};
