/** Where a sheet says which of its cells are merged: behind all of its rows. */
import type { Entry } from 'yauzl';
import { fetchBytes, sheetBytes, smallPartBytes } from './limits.ts';
import { type Merge, MergedCells } from './merged-cells.ts';
import { tooLarge, unreadable } from './unreadable.ts';
import { contentOf, endOf, partName, type Zip } from './zip.ts';

/** Blocks that are held: sheets of people have a few, those for printing thousands. */
const maxMerges = 100_000;

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
