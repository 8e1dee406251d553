/** A report as text: as much of it as fits one answer. */

import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { RowOutcome, RowResult } from '../../domain/imports/import-progress.ts';
import { pageHeadings, pageLine } from '../../files/report/report-page.ts';
import type { Sentence } from '../../refusals/sentences-in.ts';
import type { Imports } from '../../work/imports/imports.ts';
import { reportLine } from './import-resource.ts';
import { personIdOfRow } from './row-people.ts';

/** The forms of a report as text. */
export const reportFormats = ['csv', 'jsonl'] as const;
export type ReportFormat = (typeof reportFormats)[number];

/** From which row on, in which form, of which rows, and in whose sentences. */
export type ReportQuestion = { format: ReportFormat; after: number; outcome?: RowOutcome; sentence: Sentence };

/** A function's answer has 6 MB at most, and travels as a string of JSON. */
const maxBytes = 5 * 1024 * 1024;

const rowsAtOnce = 1000;

/** The text, and the row after which the next one goes on; none when it is whole. */
export const reportText = async (
  job: ImportJob,
  { format, after, outcome, sentence }: ReportQuestion,
  imports: Pick<Imports, 'resultPage'>,
): Promise<{ text: string; next?: number }> => {
  const pieces = format === 'csv' && after === 0 ? [pageHeadings()] : [];
  let [bytes, last] = [0, after];
  for (let isWhole = false; !isWhole; ) {
    const page = await imports.resultPage(job.id, { top: rowsAtOnce, after: last, ...(outcome && { outcome }) });
    for (const row of page.rows) {
      const line = lineOf[format](row, job, sentence);
      bytes += Buffer.byteLength(JSON.stringify(line));
      if (bytes > maxBytes) return { text: pieces.join(''), next: last };
      pieces.push(line);
      last = row.rowNumber;
    }
    isWhole = page.next === undefined;
  }
  return { text: pieces.join('') };
};

const lineOf: Readonly<Record<ReportFormat, (row: RowResult, job: ImportJob, sentence: Sentence) => string>> = {
  csv: (row, _job, sentence) =>
    pageLine({
      ...row,
      userName: row.userPrincipalName,
      message: row.code && sentence({ ...row, code: row.code }),
    }),
  jsonl: (row, job, sentence) => `${JSON.stringify(reportLine(row, personIdOfRow(row, job), sentence))}\n`,
};
