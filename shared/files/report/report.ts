/** The way out: a report that Excel opens, and that can be mended and dropped again. */
import { isSecret } from '../../domain/dialects/columns.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import { escapeFormula } from './formula.ts';
import { csvLines } from './write-csv.ts';

/** The columns that a report has before those of its file. */
export const reportColumns = ['Row', 'User name', 'Outcome', 'Code', 'Message'] as const;

/** What became of a row, with its cells as the reader gave them. */
export type ReportRow = {
  readonly rowNumber: number;
  readonly userName?: string | undefined;
  readonly outcome: string;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly cells: readonly string[];
};

/** Whether a heading line is that of a report: its five columns in front, in any case. */
export const isReport = (headings: readonly string[]): boolean =>
  reportColumns.every((name, index) => headings[index]?.toLowerCase() === name.toLowerCase());

/**
 * The report as pieces of text, with a byte order mark for Excel: one piece for the headings, one for each batch of
 * rows. Columns of passwords stay empty, whatever the rows hold; what could run as a formula is made harmless.
 */
export async function* reportLines(
  file: Pick<Headings, 'headings' | 'columns'>,
  batches: AsyncIterable<readonly ReportRow[]> | Iterable<readonly ReportRow[]>,
): AsyncGenerator<string> {
  yield `\ufeff${asCsv([[...reportColumns, ...file.headings]])}`;
  for await (const rows of batches) {
    if (rows.length > 0) yield asCsv(rows.map((row) => [...ownCells(row), ...fileCells(file, row.cells)]));
  }
}

const ownCells = ({ rowNumber, userName = '', outcome, code = '', message = '' }: ReportRow) => [
  String(rowNumber),
  userName,
  outcome,
  code,
  message,
];

const fileCells = ({ columns }: Pick<Headings, 'columns'>, cells: readonly string[]) =>
  columns.map((column, index) => (isSecret(column) ? '' : (cells[index] ?? '')));

/** Lines of a report: Excel's line ends, and formulas made harmless. */
export const asCsv = (lines: readonly string[][]): string => csvLines(lines.map((cells) => cells.map(escapeFormula)));
