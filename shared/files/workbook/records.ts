/** From a workbook to the records of one of its sheets, in batches: the same as from a text. */

import type { StoredFile } from '../../domain/imports/stored-file.ts';
import type { CsvRecord } from '../record.ts';
import { sheetBytes } from './limits.ts';
import type { MergedCells } from './merged-cells.ts';
import { readFormats } from './number-formats.ts';
import { readMergedCells } from './read-merged-cells.ts';
import { told } from './read-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** Entra's first line, which stays above the headings when its file is saved as a workbook. */
const versionLine = /^version:v[\d.]+$/i;

/** The records of a sheet, and what is to be known of what stands below a line of it. */
export type SheetRecords = { records: AsyncGenerator<CsvRecord[]>; notesBelow: (line: number) => readonly string[] };

/**
 * The records of the named sheet, or of the first: headings first, blank rows left out. A row has as many cells as there
 * are headings at least, since a sheet does not write empty ones. Throws `Refused` for what makes it unreadable.
 */
export const recordsOfWorkbook = async (file: StoredFile, sheet?: string): Promise<SheetRecords> => {
  const book = await openWorkbook(file, sheet);
  const merged = await readMergedCells(book.zip, book.sheet);
  return { records: recordsOf(book, merged), notesBelow: (line) => merged.notesBelow(line) };
};

async function* recordsOf(book: Workbook, merged: MergedCells): AsyncGenerator<CsvRecord[]> {
  const strings = book.sharedStrings ? await readSharedStrings(book.zip, book.sharedStrings) : undefined;
  const rows = new SheetRows({
    textAt: (index) => strings?.at(index),
    formats: book.styles ? await readFormats(book.zip, book.styles) : [],
    countsFrom1904: book.countsFrom1904,
    isUncalculated: book.isUncalculated,
  });
  let width: number | undefined;
  for await (const _piece of told(book.zip, book.sheet, sheetBytes, rows)) {
    const records: CsvRecord[] = [];
    for (const row of rows.take().filter(isWritten)) {
      merged.fill(row);
      const { line, cells } = row;
      if (width === undefined && isVersionLine(cells)) continue;
      width ??= cells.length;
      while (cells.length < width) cells.push('');
      records.push({ cells, line });
    }
    if (records.length > 0) yield records;
  }
}

const isWritten = ({ cells }: SheetRow): boolean => cells.some((cell) => cell.trim() !== '');

const isVersionLine = ([first = '', ...others]: readonly string[]): boolean =>
  versionLine.test(first.trim()) && others.every((cell) => cell.trim() === '');
