/** Imports and their rows as the API shows them. */
import type { ImportJob } from './import-job.ts';
import { type ImportProgress, type RowResult, seatsToBuyFor } from './import-progress.ts';
import { sentenceOf } from './refusals.ts';

/** An import's resource. Times are UTC; counts grow while it runs. */
export const importResource = (job: ImportJob, progress: ImportProgress) => ({
  id: job.id,
  status: job.status,
  file: { bucket: job.file.bucket, key: job.file.key },
  format: job.format ?? null,
  notes: job.notes ?? [],
  rows: job.rows ?? null,
  created: progress.created,
  updated: progress.updated,
  unchanged: progress.unchanged,
  refused: progress.refused,
  licences: job.seats.map((plan) => ({
    ...plan,
    short: plan.needed - plan.granted,
    seatsToBuy: seatsToBuyFor(plan, progress),
  })),
  error: job.refusal ? { code: job.refusal.code, message: sentenceOf(job.refusal) } : null,
  report: job.report ?? null,
  createdBy: job.owner.id,
  createdDateTime: job.createdDateTime,
  completedDateTime: job.completedDateTime ?? null,
});

/** A line of an import's report. */
export const reportLine = (result: RowResult) => ({
  rowNumber: result.rowNumber,
  userPrincipalName: result.userPrincipalName || null,
  outcome: result.outcome,
  code: result.code ?? null,
  target: result.target ?? null,
  message: result.code ? sentenceOf({ ...result, code: result.code }) : null,
});
