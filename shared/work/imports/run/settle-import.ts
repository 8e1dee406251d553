/** The end of an import: its report, its seats, and the word to whoever owns it. */

import type { Row } from '../../../domain/dialects/draft-from-row.ts';
import type { ImportJob, SeatPlan } from '../../../domain/imports/import-job.ts';
import { type ImportProgress, type RowResult, rowsDone } from '../../../domain/imports/import-progress.ts';
import { isTooMany } from '../../../domain/imports/resumed-job.ts';
import { Refused, sentenceOf } from '../../../domain/refusals.ts';
import { type ReportRow, reportLines } from '../../../files/report/report.ts';
import { forgetUpload } from '../forget-upload.ts';
import { endEntries } from '../import-entries.ts';
import type { ImportPorts } from '../import-setting.ts';
import { readImport } from '../read-import.ts';
import type { StepEnd } from '../step-end.ts';
import { asRead, type ReportedFile, withMadeNames } from './reported-file.ts';

/**
 * Ends an import whose chunks all have their result: writes the report, gives every reserved seat to its holder or back,
 * and has its owner told. Whoever waits for a seat that is free again is served.
 */
export const settleImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const report = await ports.writeReport(reportKey(job), reportOf(job, ports));
  const progress = await ports.imports.progress(job.id);
  const now = ports.now();
  const end = { stage: 'settled', report, completedDateTime: now, lastStepDateTime: now } as const;
  const after: ImportJob = { ...job, ...(await importEndOf(job, progress, ports)), ...end };
  const taken = job.options.dryRun ? {} : takenSeats(job, progress);
  const told = endEntries(job, after, progress, now);
  if (!(await ports.imports.settle(reservedBy(job), after, taken, told))) return 'next';
  // Last, since the report shows what was left of it; should this be lost, the next delivery does it.
  if (after.refusal?.code === 'OwnerGone') await forgetUpload(job, ports);
  const givenBack = job.seats.filter(({ skuId, granted }) => granted > (taken[skuId] ?? 0)).map(({ skuId }) => skuId);
  // Who was deleted or changed by an undo gave seats back, whichever they were.
  const freed = job.kind === 'undo' ? (await ports.directory.catalogue()).map(({ skuId }) => skuId) : givenBack;
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

/** Where the report lies: below the import's id, under the file's own name. */
const reportKey = ({ id, file }: ImportJob): string => {
  const name = file.key.split('/').at(-1) ?? 'file';
  return `${id}/${name.replace(/\.[^.]+$/, '')}.report.csv`;
};

/** The report as text: the rows of the file beside their results. Without the file any more, the results alone. */
async function* reportOf(job: ImportJob, { openFile, imports }: ImportPorts): AsyncGenerator<string> {
  const results = flat(imports.results(job.id));
  const file = job.kind === 'undo' ? undefined : await openAgain(job, openFile);
  if (!file) return yield* reportLines({ headings: [], columns: [] }, batchesOf(results));
  const shown = job.options.userNamePattern === undefined ? asRead(file) : withMadeNames(file);
  yield* reportLines(shown, alongside(file.rows, results, shown.cellsOf));
}

const openAgain = async (job: ImportJob, openFile: ImportPorts['openFile']) => {
  try {
    return await readImport(job, openFile);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** Rows that have no result are those that a cancelled import left: they stand there, to be seen and done later. */
async function* alongside(
  batches: AsyncIterable<Row[]>,
  results: AsyncGenerator<RowResult>,
  cellsOf: ReportedFile['cellsOf'],
): AsyncGenerator<ReportRow[]> {
  let next = await results.next();
  try {
    for await (const rows of batches) {
      const lines: ReportRow[] = [];
      for (const { rowNumber, cells } of rows) {
        const isDone = !next.done && next.value.rowNumber === rowNumber;
        lines.push(
          isDone
            ? reportRow(next.value, cellsOf(cells, next.value))
            : { rowNumber, outcome: 'not done', cells: cellsOf(cells) },
        );
        if (isDone) next = await results.next();
      }
      yield lines;
    }
  } catch (error) {
    // A file that could be read only as far as this has results only as far as this.
    if (!(error instanceof Refused)) throw error;
  }
}

async function* batchesOf(results: AsyncIterable<RowResult>): AsyncGenerator<ReportRow[]> {
  for await (const result of results) yield [reportRow(result, [])];
}

const reportRow = (result: RowResult, cells: readonly string[]): ReportRow => ({
  rowNumber: result.rowNumber,
  userName: result.userPrincipalName,
  outcome: result.outcome,
  code: result.code,
  message: result.code && sentenceOf({ ...result, code: result.code }),
  cells,
});

async function* flat<Item>(batches: AsyncIterable<Item[]>): AsyncGenerator<Item> {
  for await (const items of batches) yield* items;
}
