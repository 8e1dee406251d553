/** The end of an import: its report, its seats, and the word to whoever owns it. */

import type { ImportJob, SeatPlan } from '../../../domain/imports/import-job.ts';
import { type ImportProgress, rowsDone } from '../../../domain/imports/import-progress.ts';
import { isTooMany } from '../../../domain/imports/resumed-job.ts';
import { forgetUpload } from '../forget-upload.ts';
import { endEntries } from '../import-entries.ts';
import type { ImportPorts } from '../import-setting.ts';
import type { StepEnd } from '../step-end.ts';
import { listErrors, movedBy } from './settle-run.ts';
import { writeReport } from './write-report.ts';

/**
 * Ends an import whose chunks all have their result: writes the report, in several calls where one is too short for it, gives every reserved seat to its holder or back,
 * and has its owner told. Whoever waits for a seat that is free again is served.
 */
export const settleImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const report = await writeReport(job, ports);
  if (typeof report === 'string') return report;
  const { reporting: _reporting, ...reported } = job;
  const progress = await ports.imports.progress(job.id);
  const now = ports.now();
  const end = { stage: 'settled', report, completedDateTime: now, lastStepDateTime: now } as const;
  const after: ImportJob = { ...reported, ...(await importEndOf(job, progress, ports)), ...end };
  const taken = job.options.dryRun ? {} : takenSeats(job, progress);
  await listErrors(after, ports);
  const told = { audit: endEntries(job, after, progress, now), moved: await movedBy(after, ports) };
  if (!(await ports.imports.settle(reservedBy(job), after, taken, told))) return 'next';
  // Last, since the report shows what was left of it; should this be lost, the next delivery does it.
  if (after.refusal?.code === 'OwnerGone') await forgetUpload(job, ports);
  const givenBack = job.seats.filter(({ skuId, granted }) => granted > (taken[skuId] ?? 0)).map(({ skuId }) => skuId);
  // Who was deleted or changed by an undo, or deleted on premises, gave seats back, whichever they were.
  const freed = job.kind !== 'import' ? (await ports.directory.catalogue()).map(({ skuId }) => skuId) : givenBack;
  if (!job.options.dryRun) await ports.queues.sweeps(freed.map((skuId) => ({ kind: 'waiting', skuId })));
  await ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'next';
};

/** A dry run has seats in its plan that were never set aside. */
const reservedBy = (job: ImportJob): ImportJob => (job.options.dryRun ? { ...job, seats: [] } : job);

/** Seats of each licence that rows took since the plan was made. */
const takenSeats = ({ seatsBefore = {} }: ImportJob, { seats }: ImportProgress): Record<string, number> =>
  Object.fromEntries(Object.entries(seats).map(([skuId, n]) => [skuId, n - (seatsBefore[skuId] ?? 0)]));

type End = Pick<ImportJob, 'status'> & Partial<Pick<ImportJob, 'refusal' | 'seats'>>;

const importEndOf = async (job: ImportJob, progress: ImportProgress, { imports }: ImportPorts): Promise<End> => {
  if (job.refusal) return { status: 'failed' };
  const isWhole = rowsDone(progress) >= (job.rows ?? 0);
  if (!isWhole && (await imports.isCancelled(job.id))) {
    if (await imports.isOwnerGone(job.id)) return { status: 'failed', refusal: { code: 'OwnerGone' } };
    if (!isTooMany(progress.refused, job)) return { status: 'cancelled' };
    return { status: 'failed', refusal: { code: 'TooManyRefusals', fact: String(job.options.stopAfterRefusals) } };
  }
  return { status: 'succeeded', seats: foundSeats(job, progress) };
};

/**
 * The seats that an import turned out to need, now that it is known who existed and who was refused; where rows are
 * refused for want of seats, the plan knows better how many that is.
 */
const foundSeats = (job: ImportJob, progress: ImportProgress): SeatPlan[] => {
  const { seats, rules, options } = job;
  const taken = takenSeats(job, progress);
  if (options.seatsShort === 'reject') return seats;
  const skuIds = [...new Set([...seats.map(({ skuId }) => skuId), ...Object.keys(taken)])];
  return skuIds.map((skuId) => {
    const plan = seats.find((seat) => seat.skuId === skuId);
    const needed = Math.max(0, taken[skuId] ?? 0) + Math.max(0, progress.waiting[skuId] ?? 0);
    const granted = Math.min(needed, plan?.granted ?? 0);
    const skuPartNumber = rules?.catalogue.find((sku) => sku.skuId === skuId)?.skuPartNumber ?? skuId;
    return { ...plan, skuId, skuPartNumber, needed, granted };
  });
};
