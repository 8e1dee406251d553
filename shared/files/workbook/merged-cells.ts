/** Cells of a sheet that were made one: the sheet has their value in the first of them alone. */

import type { Entry } from 'yauzl';
import { beginningOf } from '../../domain/one-line.ts';
import { fetchBytes, sheetBytes, smallPartBytes } from './limits.ts';
import type { SheetRow } from './sheet-rows.ts';
import { tooLarge, unreadable } from './unreadable.ts';
import { contentOf, endOf, partName, type Zip } from './zip.ts';

/** A block of cells that are one, from its first to its last; columns count from 0, rows from 1. */
type Merge = { place: string; column: number; lastColumn: number; row: number; lastRow: number };

/** Blocks that are held: sheets of people have a few, those for printing thousands. */
const maxMerges = 100_000;

/** Columns in which a value is carried down: more than a file may have. */
const maxColumns = 256;

/** How many blocks a note names. */
const named = 5;

/** Carries the value of merged cells down into each of their rows. */
export class MergedCells {
  readonly #merges: readonly Merge[];
  readonly #byRow = new Map<number, Merge[]>();
  /** By column, the block that the rows are in, and its value. */
  readonly #open = new Map<number, { lastRow: number; value: string }>();

  constructor(merges: readonly Merge[]) {
    this.#merges = merges;
    for (const merge of merges) {
      if (merge.lastRow === merge.row || merge.column >= maxColumns) continue;
      this.#byRow.set(merge.row, [...(this.#byRow.get(merge.row) ?? []), merge]);
    }
  }

  /** Fills a row, which has something of its own: blank ones stay so. Rows come in the sheet's order. */
  fill({ line, cells }: SheetRow): void {
    if (this.#byRow.size === 0) return;
    for (const [column, { lastRow, value }] of this.#open) {
      if (lastRow < line) this.#open.delete(column);
      else if ((cells[column] ?? '') === '') {
        while (cells.length < column) cells.push('');
        cells[column] = value;
      }
    }
    for (const { column, lastRow } of this.#byRow.get(line) ?? []) {
      const value = cells[column] ?? '';
      if (value !== '') this.#open.set(column, { lastRow, value });
    }
  }

  /** What is to be known of cells that are merged below a line, that of the headings. */
  notesBelow(line: number): string[] {
    const below = this.#merges.filter(({ lastRow }) => lastRow > line);
    const down = below.filter(({ row, lastRow }) => lastRow > row);
    const across = below.filter(({ column, lastColumn }) => lastColumn > column);
    return [
      ...noteOf(down, 'Their value was taken for each of their rows.'),
      ...noteOf(across, 'Their value was taken for the first of their columns alone.'),
    ];
  }
}

const noteOf = (merges: readonly Merge[], sentence: string): string[] => {
  if (merges.length === 0) return [];
  const places = merges.slice(0, named).map(({ place }) => beginningOf(place, 32));
  const more = merges.length > named ? ` and ${merges.length - named} more` : '';
  return [`Cells are merged: ${places.join(', ')}${more}. ${sentence}`];
};

/** Characters of an element that names a block, far more than any program writes. */
const longestElement = 512;

const element =
  /<(?:[\w.-]+:)?mergeCell\s[^<>]*?\bref\s*=\s*["']\$?([A-Z]{1,3})\$?(\d{1,7}):\$?([A-Z]{1,3})\$?(\d{1,7})["']/gi;

/**
 * The merged cells of a sheet. They stand behind its rows, which want to know of them, so the sheet is unpacked once
 * more for them alone, and looked through without being read; of one that is not packed its end is enough.
 */
export const readMergedCells = async (zip: Zip, part: string): Promise<MergedCells> => {
  const entry = zip.parts.get(partName(part));
  if (!entry) throw unreadable();
  const merges: Merge[] = [];
  let held = Buffer.alloc(0);
  for await (const piece of piecesWithMerges(zip, entry)) {
    const bytes = Buffer.concat([held, piece]);
    const end = bytes.includes('mergeCell') ? take(bytes.toString('latin1'), merges) : 0;
    if (merges.length > maxMerges) throw tooLarge('it has more than 100,000 merged cells');
    held = bytes.subarray(Math.max(end, bytes.length - longestElement));
  }
  return new MergedCells(merges);
};

async function* piecesWithMerges(zip: Zip, entry: Entry): AsyncGenerator<Buffer> {
  for (let bytes = fetchBytes; bytes <= smallPartBytes; bytes *= 2) {
    const end = await endOf(zip, entry, bytes);
    if (end === undefined) return yield* contentOf(zip, entry, sheetBytes);
    // Rows are over where the list of them is.
    if (end.includes('sheetData>') || end.length < bytes) return yield end;
  }
}

/** Takes the blocks that a text names; the end of the last one. */
const take = (text: string, merges: Merge[]): number => {
  let end = 0;
  for (const found of text.matchAll(element)) {
    const [whole, from = '', row, to = '', lastRow] = found;
    end = found.index + whole.length;
    const [column, lastColumn] = [columnNumber(from), columnNumber(to)];
    const place = `${from}${row}:${to}${lastRow}`.toUpperCase();
    merges.push({ place, column, lastColumn, row: Number(row), lastRow: Number(lastRow) });
  }
  return end;
};

const columnNumber = (letters: string): number =>
  [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
