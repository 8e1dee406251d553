/** The lines of a report without its file: what became of each row, for Excel. */
import type { RowChange } from '../../domain/imports/import-progress.ts';
import { asCsv, type ReportRow, reportColumns } from './report.ts';

/** A row's result; what was changed of a person stands in one cell. */
export type PageRow = Omit<ReportRow, 'cells'> & { readonly changes?: readonly RowChange[] | undefined };

/** The headings, after a byte order mark, by which Excel knows UTF-8. */
export const pageHeadings = (): string => `\ufeff${asCsv([[...reportColumns, 'Changes']])}`;

/** A line. */
export const pageLine = ({
  rowNumber,
  userName = '',
  outcome,
  code = '',
  message = '',
  changes = [],
}: PageRow): string =>
  asCsv([[String(rowNumber), userName, outcome, code, message, changes.map(changeText).join('; ')]]);

/** As `city: Delft -> Gouda`. */
const changeText = ({ property, from, to }: RowChange): string => `${property}: ${valueText(from)} -> ${valueText(to)}`;

const valueText = (value: unknown): string => {
  if (value === undefined || value === null) return '';
  if (Array.isArray(value)) return value.map(valueText).join(', ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
