/** Imports and their rows as the API shows them. */
import type { ColumnMapping } from '../../domain/dialects/column-mapping.ts';
import { writtenOptions } from '../../domain/imports/decide-options.ts';
import type { ImportJob, SeatPlan } from '../../domain/imports/import-job.ts';
import { paceOf } from '../../domain/imports/import-pace.ts';
import { type ImportProgress, type RowResult, seatsToBuyFor } from '../../domain/imports/import-progress.ts';
import { fileNameOf } from '../../domain/imports/option-files.ts';
import { actorOf } from '../../domain/principal.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';
import { inEnglish, type Sentence, type Telling } from '../../refusals/sentences-in.ts';

/** `free` are the seats that are free now, by SKU id; it is told in English where nothing else is asked for. */
export type Shown = { free?: ReadonlyMap<string, number>; telling?: Telling };

/** An import's resource. Times are UTC; counts grow while it runs. */
export const importResource = (
  job: ImportJob,
  progress: ImportProgress,
  now: Instant,
  { free = new Map(), telling: { sentence, note } = inEnglish }: Shown = {},
) => ({
  id: job.id,
  kind: job.kind,
  status: job.status,
  fileName: fileNameOf(job.file.key),
  file: { bucket: job.file.bucket, key: job.file.key },
  options: writtenOptions(job.options),
  undoes: job.undoes ?? null,
  applies: job.applies ?? null,
  format: job.format ?? null,
  columns: (job.columns ?? []).map(({ heading, property }) => ({ heading, property })),
  notes: (job.notes ?? []).map(note),
  encoding: job.text?.encoding ?? null,
  encodedCells: [...(job.text?.cells ?? [])],
  rows: job.rows ?? null,
  created: progress.created,
  updated: progress.updated,
  unchanged: progress.unchanged,
  refused: progress.refused,
  skipped: progress.skipped,
  deleted: progress.deleted,
  restored: progress.restored,
  ...paceOf(job, progress, now),
  mails: job.options.dryRun ? progress.mails : null,
  licences: job.seats.map((plan) => licenceOf(plan, job, progress, free.get(plan.skuId))),
  error: job.refusal ? errorOf(job.refusal, sentence) : heldOf(job, sentence),
  report: job.report ?? null,
  createdBy: actorOf(job.owner),
  createdDateTime: job.createdDateTime,
  completedDateTime: job.completedDateTime ?? null,
});

const errorOf = (refusal: Refusal, sentence: Sentence) => ({
  code: refusal.code,
  message: sentence(refusal),
  target: refusal.target ?? null,
  fact: refusal.fact ?? null,
  ...(refusal.proposal !== undefined && { options: JSON.parse(refusal.proposal) as { columns: ColumnMapping } }),
});

/** Why a run of synchronisation waits. */
const heldOf = ({ stage, synchronization }: ImportJob, sentence: Sentence) => {
  const { heldDeletions } = synchronization ?? {};
  if (stage !== 'holding' || heldDeletions === undefined) return null;
  return errorOf({ code: 'DeletionsExceedThreshold', fact: String(heldDeletions) }, sentence);
};

/** An import that is on hold has no seats yet and nobody who waits: what it needs and is not free is to be bought. */
const licenceOf = (plan: SeatPlan, job: ImportJob, progress: ImportProgress, free: number | undefined) => {
  const { skuId, skuPartNumber, needed, granted } = plan;
  const short = Math.max(0, needed - granted);
  const isHeld = job.stage === 'holding';
  const seatsToBuy = isHeld ? Math.max(0, short - (free ?? 0)) : seatsToBuyFor(plan, job, progress);
  return { skuId, skuPartNumber, needed, granted, free: free ?? null, short, seatsToBuy };
};

/** A line of an import's report; `personId` is the person whom the row is about, if there is one. */
export const reportLine = (result: RowResult, personId: string | undefined, sentence: Sentence) => ({
  rowNumber: result.rowNumber,
  userPrincipalName: result.userPrincipalName || null,
  outcome: result.outcome,
  code: result.code ?? null,
  target: result.target ?? null,
  fact: result.fact ?? null,
  message: result.code ? sentence({ ...result, code: result.code }) : null,
  personId: personId ?? null,
  changes: (result.changes ?? []).map(({ property, from = null, to = null }) => ({ property, from, to })),
});
