/** The end of an import: its report, its seats, and the word to whoever owns it. */
import { readFile } from '../csv/read-file.ts';
import { type ReportRow, reportLines } from '../csv/report.ts';
import type { Row } from '../domain/draft-from-row.ts';
import type { ImportJob, RowResult } from '../domain/import-job.ts';
import { Refused, sentenceOf } from '../domain/refusals.ts';
import type { StepEnd } from './continue-import.ts';
import type { ImportPorts } from './import-setting.ts';

/**
 * Settles an import whose chunks all have their results: the report first, since it can be written again; then, in one
 * write, every reserved seat goes to its holder or back, and the import is done; then those who wait, and the owner,
 * hear of it. The sweep repeats what a crash leaves out: the import stays open until its results are mailed.
 */
export const settleImport = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  const report = await ports.writeReport(reportKey(job), reportOf(job, ports));
  const { seats: held } = await ports.imports.progress(job.id);
  const now = ports.now();
  const status = job.refusal ? 'failed' : 'succeeded';
  const after: ImportJob = { ...job, stage: 'settled', status, report, completedDateTime: now, lastStepDateTime: now };
  if (!(await ports.imports.settle(job, after, held))) return 'next';
  const givenBack = job.seats.filter(({ skuId, granted }) => granted > (held[skuId] ?? 0));
  await ports.queues.sweeps(givenBack.map(({ skuId }) => ({ kind: 'waiting', skuId })));
  await ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
  return 'next';
};

/** Where the report lies: below the import's id, under the file's own name. */
const reportKey = ({ id, file }: ImportJob): string => {
  const name = file.key.split('/').at(-1) ?? 'file';
  return `${id}/${name.replace(/\.[^.]+$/, '')}.report.csv`;
};

/** The report as text: the rows of the file beside their results. Without the file any more, the results alone. */
async function* reportOf(job: ImportJob, { openFile, imports }: ImportPorts): AsyncGenerator<string> {
  const results = flat(imports.results(job.id));
  const file = await openAgain(job, openFile);
  if (!file) return yield* reportLines({ headings: [], columns: [] }, batchesOf(results));
  yield* reportLines(file, beside(file.rows, results));
}

const openAgain = async (job: ImportJob, openFile: ImportPorts['openFile']) => {
  try {
    return await readFile(await openFile(job.file));
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

async function* beside(batches: AsyncIterable<Row[]>, results: AsyncGenerator<RowResult>): AsyncGenerator<ReportRow[]> {
  try {
    for await (const rows of batches) {
      const lines: ReportRow[] = [];
      for (const { cells } of rows) {
        const { value, done } = await results.next();
        if (!done) lines.push(reportRow(value, cells));
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
