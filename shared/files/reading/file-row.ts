/** From a record to a row: as many cells as there are headings, and the person whom they ask for. */
import { type Column, isSecret } from '../../domain/dialects/columns.ts';
import { cellsForReport, draftFromRow, type Row } from '../../domain/dialects/draft-from-row.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import { unescapeFormula } from '../report/formula.ts';
import { reportColumns } from '../report/report.ts';
import { isBlank, withoutEmptyEnd } from './blank-cells.ts';
import type { MarkedRecord } from './cut-rows.ts';
import type { Recognised } from './heading-place.ts';

/** The cells of a record below the headings, and whether there is anything left of those. */
export const cellsBelow = (
  { isReport, columnsBefore, columns }: Recognised,
  cells: readonly string[],
): { cells: readonly string[]; hasMoreBefore: boolean } => {
  if (isReport) return { cells: cellsOfReport(columns, cells), hasMoreBefore: false };
  if (columnsBefore === 0) return { cells, hasMoreBefore: false };
  const before = cells.slice(0, columnsBefore);
  const isRowNumber = columnsBefore === 1 && /^\s*\d+\s*$/.test(before[0] ?? '');
  return { cells: cells.slice(columnsBefore), hasMoreBefore: !isRowNumber && !isBlank(before) };
};

/** The file's own cells. A report has no passwords, so that one in it is as somebody typed it. */
const cellsOfReport = (columns: readonly Column[], cells: readonly string[]): string[] =>
  cells
    .slice(reportColumns.length)
    .map((cell, index) => (isSecret(columns[index] ?? 'ignored') ? cell : unescapeFormula(cell)));

/** The row of a record. Cells that are missing at its end are blank: spreadsheets leave out some of those. */
export const fileRow = (file: Recognised, record: MarkedRecord, rowNumber: number): Row => {
  const { line } = record;
  const { cells, hasMoreBefore } = cellsBelow(file, record.cells);
  const fact = hasMoreBefore ? 'a cell left of the headings' : countFault(file, cells, record.isHalf === true);
  if (fact) {
    const refusals = [{ code: 'CellCountWrong', fact }] as const;
    return { rowNumber, line, cells: cellsForReport(file, cells, false), refusals };
  }
  const isWhole = cells.length >= file.headings.length;
  return { rowNumber, line, cells: cellsForReport(file, cells, isWhole), ...draftFromRow(file, cells) };
};

const countFault = ({ headings, columns }: Headings, cells: readonly string[], isHalf: boolean): string | undefined => {
  const expected = headings.length;
  const present = withoutEmptyEnd(cells).length;
  const fact = `${Math.min(cells.length, Math.max(present, expected))} cells for ${expected} headings`;
  if (isHalf) return `${fact}: a line break without quotes seems to have cut it in two`;
  if (present > expected) return fact;
  // Where a cell is missing before the password, that stands under another heading, and the next one is taken for it.
  const lacksSecret = columns.some((column, index) => isSecret(column) && !cells[index]?.trim());
  return cells.length < expected && lacksSecret ? fact : undefined;
};
