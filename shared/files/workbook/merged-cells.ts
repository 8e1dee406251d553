/** Cells of a sheet that were made one: the sheet has their value in the first of them alone. */

import { beginningOf } from '../../domain/one-line.ts';
import type { SheetRow } from './sheet-rows.ts';

/** A block of cells that are one, from its first to its last; columns count from 0, rows from 1. */
export type Merge = { place: string; column: number; lastColumn: number; row: number; lastRow: number };

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
