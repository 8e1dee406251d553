/** From a workbook to the records of one of its sheets, in batches: the same as from a text. */

import type { StoredFile } from '../../domain/imports/stored-file.ts';
import type { CsvRecord } from '../record.ts';
import { sheetBytes } from './limits.ts';
import { readFormats } from './number-formats.ts';
import { told } from './read-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { openWorkbook } from './workbook.ts';

/** Entra's first line, which stays above the headings when its file is saved as a workbook. */
const versionLine = /^version:v[\d.]+$/i;

/**
 * The records of the named sheet, or of the first: headings first, blank rows left out. A row has as many cells as there
 * are headings at least, since a sheet does not write empty ones. Throws `Refused` for what makes it unreadable.
 */
export async function* recordsOfWorkbook(file: StoredFile, sheet?: string): AsyncGenerator<CsvRecord[]> {
  const book = await openWorkbook(file, sheet);
  const strings = book.sharedStrings ? await readSharedStrings(book.zip, book.sharedStrings) : undefined;
  const rows = new SheetRows({
    textAt: (index) => strings?.at(index),
    formats: book.styles ? await readFormats(book.zip, book.styles) : [],
    countsFrom1904: book.countsFrom1904,
  });
  let width: number | undefined;
  for await (const _piece of told(book.zip, book.sheet, sheetBytes, rows)) {
    const records: CsvRecord[] = [];
    for (const { line, cells } of rows.take().filter(isWritten)) {
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
