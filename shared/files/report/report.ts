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

/** The headings of a report, after a byte order mark, by which Excel knows UTF-8. */
export const reportHeading = ({ headings }: Pick<Headings, 'headings'>): string =>
  `\ufeff${asCsv([[...reportColumns, ...headings]])}`;

/**
 * The line of a row. Columns of passwords stay empty, whatever the row holds; what could run as a formula is made
 * harmless.
 */
export const reportLine = (file: Pick<Headings, 'columns'>, row: ReportRow): string =>
  asCsv([[...ownCells(row), ...fileCells(file, row.cells)]]);

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
