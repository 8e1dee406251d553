/** What an import's record and counters say, as its mails tell it. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { type ImportProgress, rowsDone, seatsToBuyFor } from '../../../domain/imports/import-progress.ts';
import { fileNameOf } from '../../../domain/imports/option-files.ts';
import { isResumable } from '../../../domain/imports/resumed-job.ts';
import type { Catalogue } from '../../../domain/licences/licences.ts';
import type {
  ImportOnHold,
  ImportOutcome,
  NextStep,
  RefusedRow,
  ShortLicence,
} from '../../../mail/imports/import-outcome.ts';

/** How a settled import ended. */
export const outcomeOf = (
  job: ImportJob,
  progress: ImportProgress,
  roles: NonNullable<ImportOutcome['roles']> = { rows: [], count: 0 },
  refusedRows: readonly RefusedRow[] = [],
): ImportOutcome => {
  const { id, file, createdDateTime, completedDateTime = createdDateTime, seats, report, text, rows = 0 } = job;
  const { created, updated, unchanged, refused, skipped, deleted, restored, mails } = progress;
  const waiting = Math.max(0, ...Object.values(progress.waiting));
  return {
    id,
    kind: kindOf(job),
    fileName: fileNameOf(file.key),
    startedAt: createdDateTime,
    endedAt: completedDateTime,
    end: outcomeEndOf(job),
    ...(text && { text }),
    rows,
    done: rowsDone(progress),
    counts: { created, updated, unchanged, refused, skipped, deleted, restored, waiting, mails },
    short: short(seats.map((plan) => ({ licence: plan.skuPartNumber, toBuy: seatsToBuyFor(plan, job, progress) }))),
    ...(roles.count > 0 && { roles }),
    ...(refusedRows.length > 0 && { refusedRows }),
    hasReport: report !== undefined,
    nextSteps: nextSteps(job, progress),
  };
};

/** What an import on hold waits for, by the seats that are free now; undefined when there are enough. */
export const onHold = ({ id, file, rows = 0, seats }: ImportJob, catalogue: Catalogue): ImportOnHold | undefined => {
  const free = new Map(catalogue.map((sku) => [sku.skuId, Math.max(0, sku.free)]));
  const missing = short(
    seats.map(({ skuId, skuPartNumber, needed }) => ({
      licence: skuPartNumber,
      toBuy: needed - (free.get(skuId) ?? 0),
    })),
  );
  return missing.length > 0 ? { id, fileName: fileNameOf(file.key), rows, short: missing } : undefined;
};

const short = (licences: readonly ShortLicence[]): ShortLicence[] => licences.filter(({ toBuy }) => toBuy > 0);

const kindOf = ({ kind, options }: ImportJob): ImportOutcome['kind'] => {
  if (kind === 'undo') return 'undo';
  return options.dryRun ? 'dryRun' : 'import';
};

const outcomeEndOf = ({ refusal, status }: ImportJob): ImportOutcome['end'] => {
  if (refusal) return { how: 'stopped', refusal };
  return { how: status === 'cancelled' ? 'cancelled' : 'complete' };
};

/** One that came to its end is mended by another file; one that did not can go on, or be taken back. */
const nextSteps = (job: ImportJob, { created, updated, deleted, restored }: ImportProgress): NextStep[] => {
  if (job.status === 'succeeded') return kindOf(job) === 'dryRun' ? ['apply'] : [];
  const hasChanged = !job.options.dryRun && created + updated + deleted + restored > 0;
  return [...(isResumable(job) ? (['resume'] as const) : []), ...(hasChanged ? (['undo'] as const) : [])];
};
