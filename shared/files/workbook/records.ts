/** From a workbook to the records of one of its sheets, in batches: the same as from a text. */

import type { StoredFile } from '../../domain/imports/stored-file.ts';
import type { JudgeLine } from '../csv/first-lines.ts';
import { headingLineAmong, type LineJudgement, linesWithHeadings } from '../heading-line.ts';
import type { CsvRecord } from '../record.ts';
import { sheetBytes } from './limits.ts';
import type { MergedCells } from './merged-cells.ts';
import { readFormats } from './number-formats.ts';
import { readMergedCells } from './read-merged-cells.ts';
import { told } from './read-part.ts';
import { readSharedStrings } from './shared-strings.ts';
import { type SheetRow, SheetRows } from './sheet-rows.ts';
import { openWorkbook, type Workbook } from './workbook.ts';

/** Entra's and PowerShell's first lines, which stay above the headings when their files are saved as a workbook. */
const knownLine = /^(?:version:v[\d.]+|#TYPE\s.*)$/i;

/** The records of a sheet, and what is to be known of what stands below a line of it. */
export type SheetRecords = { records: AsyncGenerator<CsvRecord[]>; notesBelow: (line: number) => readonly string[] };

/**
 * The records of the named sheet, or of the first: headings first, blank rows left out. A row has as many cells as there
 * are headings at least, since a sheet does not write empty ones. `judge` says whether cells look like headings. Throws
 * `Refused` for what makes it unreadable.
 */
export const recordsOfWorkbook = async (file: StoredFile, judge: JudgeLine, sheet?: string): Promise<SheetRecords> => {
  const book = await openWorkbook(file, sheet);
  const merged = await readMergedCells(book.zip, book.sheet);
  return { records: recordsOf(writtenRows(book, merged), judge), notesBelow: (line) => merged.notesBelow(line) };
};

async function* recordsOf(rows: AsyncIterable<SheetRow[]>, judge: JudgeLine): AsyncGenerator<CsvRecord[]> {
  let width: number | undefined;
  for await (const found of fromHeadings(rows, judge)) {
    yield found.map(({ line, cells, above }) => {
      width ??= cells.length;
      while (cells.length < width) cells.push('');
      return { cells, line, ...(above !== undefined && { above }) };
    });
  }
}

/** The rows of the sheet that have something in them, as they are read, with the values of merged cells. */
async function* writtenRows(book: Workbook, merged: MergedCells): AsyncGenerator<SheetRow[]> {
  const strings = book.sharedStrings ? await readSharedStrings(book.zip, book.sharedStrings) : undefined;
  const rows = new SheetRows({
    textAt: (index) => strings?.at(index),
    formats: book.styles ? await readFormats(book.zip, book.styles) : [],
    countsFrom1904: book.countsFrom1904,
    isUncalculated: book.isUncalculated,
  });
  for await (const _piece of told(book.zip, book.sheet, sheetBytes, rows)) {
    const written = rows.take().filter(isWritten);
    for (const row of written) merged.fill(row);
    yield written;
  }
}

/** The rows from the headings on. The first ones are held until it is clear which of them has the headings. */
async function* fromHeadings(
  batches: AsyncIterable<SheetRow[]>,
  judge: JudgeLine,
): AsyncGenerator<(SheetRow & { above?: number })[]> {
  const held: SheetRow[] = [];
  const judgements: LineJudgement[] = [];
  let isFound = false;
  for await (const rows of batches) {
    if (isFound && rows.length > 0) yield rows;
    if (isFound) continue;
    held.push(...rows.filter(({ cells }) => !isKnownLine(cells)));
    while (!isFound && judgements.length < held.length) {
      judgements.push(judge((held[judgements.length] as SheetRow).cells));
      isFound = judgements.at(-1)?.isCertain === true || judgements.length === linesWithHeadings;
    }
    if (isFound) yield beginning(held, judgements);
  }
  if (!isFound && held.length > 0) yield beginning(held, judgements);
}

const beginning = (rows: readonly SheetRow[], judgements: readonly LineJudgement[]) => {
  const above = headingLineAmong(judgements);
  return rows.slice(above).map((row, index) => (index === 0 ? { ...row, above } : row));
};

const isWritten = ({ cells }: SheetRow): boolean => cells.some((cell) => cell.trim() !== '');

const isKnownLine = ([first = '', ...others]: readonly string[]): boolean =>
  knownLine.test(first.trim()) && others.every((cell) => cell.trim() === '');
