/** What happens to migration batches as time goes by: they are completed at their moment, stopped, and taken off the list. */
import { batchStatusOf, isCompleted, isSynced } from '../../domain/imports/batch-state.ts';
import { type BatchMarks, completesItself } from '../../domain/migrations/migration.ts';
import type { Policy } from '../../domain/policy.ts';
import { addDays, type Instant } from '../../domain/time.ts';
import type { Imports } from '../imports/imports.ts';
import type { Batch, MigrationBatches } from '../imports/migration-batches.ts';
import type { Queues } from '../queues.ts';

export type TendPorts = {
  imports: Pick<Imports, 'progress'>;
  batches: Pick<MigrationBatches, 'list' | 'mark'>;
  queues: Pick<Queues, 'notices'>;
  policy: Pick<Policy, 'migration'>;
  now: () => Instant;
  shouldPause: () => boolean;
};

/** Batches that are looked at together. */
const pageSize = 25;

/**
 * Looks at every batch on the list. Each write is a condition on the marks that were read, so that sweeps at once do each
 * thing once; where time is short, the next sweep does the rest.
 */
export const tendBatches = async (ports: TendPorts): Promise<void> => {
  for (let after: string | undefined; ; ) {
    const page = await ports.batches.list({ top: pageSize, ...(after !== undefined && { after }) });
    await Promise.all(page.batches.map((batch) => tend(batch, ports)));
    if (page.next === undefined || ports.shouldPause()) return;
    after = page.next;
  }
};

const tend = async ({ job, marks }: Batch, ports: TendPorts): Promise<void> => {
  if (job.stage !== 'settled' || !job.migration) return;
  const now = ports.now();
  const progress = await ports.imports.progress(job.id);
  const status = batchStatusOf(job, progress, marks);
  const { finalizedDateTime, isFinalReportSent, stoppedDateTime, startedDateTime } = marks;
  const { idleDays, completedDays, endedDays } = ports.policy.migration;
  const end = job.completedDateTime ?? job.lastStepDateTime;
  const mark = (after: Partial<BatchMarks>) => ports.batches.mark(job, marks, { ...marks, ...after });
  const tell = () => ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
  if (isSynced(status)) {
    if (completesItself(job.migration, now)) return (await mark({ finalizedDateTime: now })) ? tell() : undefined;
    if (addDays(startedDateTime ?? end, idleDays) <= now) await mark({ stoppedDateTime: now });
    return;
  }
  // The report is mailed first: of what is off the list nobody is told.
  if (isCompleted(status) && !isFinalReportSent) return tell();
  const [since, days] = isCompleted(status) ? [finalizedDateTime, completedDays] : [stoppedDateTime, endedDays];
  if (addDays(since ?? end, days) <= now) await mark({ removedDateTime: now });
};
