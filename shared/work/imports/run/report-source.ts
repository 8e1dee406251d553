/** The lines of an import's report: the rows of its file beside their results. */
import type { Row } from '../../../domain/dialects/draft-from-row.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import type { Mark } from '../../../domain/imports/reading-place.ts';
import { Refused, sentenceOf } from '../../../domain/refusals.ts';
import { type ReportRow, reportHeading, reportLine } from '../../../files/report/report.ts';
import type { ImportPorts } from '../import-setting.ts';
import { readImport } from '../read-import.ts';
import { asRead, type ReportedFile, withMadeNames } from './reported-file.ts';

/** The line of a row. */
export type ReportLine = { rowNumber: number; text: string };

/** What a report is made of. `mark` is that of the lines that were given last, where their file can be read on from there. */
export type ReportSource = { heading: string; batches: AsyncGenerator<ReportLine[]>; mark: () => Mark | undefined };

/** The lines behind those that an earlier call wrote. Without the file any more, the results alone. */
export const reportSource = async (job: ImportJob, { openFile, imports }: ImportPorts): Promise<ReportSource> => {
  const { rows: written = 0, mark } = job.reporting ?? {};
  const results = flat(imports.results(job.id, written + 1));
  const file = job.kind === 'import' ? await openAgain(job, openFile, mark) : undefined;
  const shown = !file || job.options.userNamePattern === undefined ? asRead(file ?? noFile) : withMadeNames(file);
  const rows = file ? alongside(file.rows, results, { written, cellsOf: shown.cellsOf }) : resultRows(results);
  const batches = async function* () {
    for await (const batch of rows) {
      yield batch.map((row) => ({ rowNumber: row.rowNumber, text: reportLine(shown, row) }));
    }
  };
  return { heading: reportHeading(shown), batches: batches(), mark: () => file?.mark() };
};

const noFile = { headings: [], columns: [] };

const openAgain = async (job: ImportJob, openFile: ImportPorts['openFile'], mark: Mark | undefined) => {
  try {
    return await readImport(job, openFile, mark);
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

/** Rows that have no result are those that a cancelled import left: they stand there, to be seen and done later. */
async function* alongside(
  batches: AsyncIterable<Row[]>,
  results: AsyncGenerator<RowResult>,
  { written, cellsOf }: { written: number; cellsOf: ReportedFile['cellsOf'] },
): AsyncGenerator<ReportRow[]> {
  let next = await results.next();
  try {
    for await (const rows of batches) {
      const lines: ReportRow[] = [];
      for (const { rowNumber, cells } of rows) {
        if (rowNumber <= written) continue;
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

async function* resultRows(results: AsyncIterable<RowResult>): AsyncGenerator<ReportRow[]> {
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
