/** The rows of a sheet: cells put where their places say, as a person sees them. */

import { uncalculated } from '../../domain/dialects/spoiled-cell.ts';
import { Refused } from '../../domain/refusals.ts';
import { cellBytes, cellsInRow, rowBytes } from '../limits.ts';
import { cellText } from './cell-text.ts';
import type { Attributes, MarkupReader } from './markup.ts';
import type { NumberFormat } from './number-formats.ts';
import { RichText } from './rich-text.ts';
import { shownNumber } from './shown-number.ts';
import { unreadable } from './unreadable.ts';

/** A row of a sheet: its number there, and its cells from the first column to the last that is written. */
export type SheetRow = { line: number; cells: string[] };

/** What cells refer to. */
export type SheetSetting = {
  textAt: (index: number) => string | undefined;
  formats: readonly NumberFormat[];
  countsFrom1904: boolean;
  /** The program that wrote the workbook worked nothing out: formulas without a result of their own have a nought. */
  isUncalculated?: boolean;
};

/** Reads the markup of a sheet. Rows and cells that are not written are not made up, except cells between others. */
export class SheetRows implements MarkupReader {
  readonly #setting: SheetSetting;
  readonly #text = new RichText();
  #completed: SheetRow[] = [];
  #row: SheetRow = { line: 0, cells: [] };
  #column = -1;
  #size = 0;
  #cell = { type: '', style: 0, value: '', hasFormula: false, hasValue: false };
  #isValue = false;

  constructor(setting: SheetSetting) {
    this.#setting = setting;
  }

  /** The rows that are complete, once. */
  take(): SheetRow[] {
    const rows = this.#completed;
    this.#completed = [];
    return rows;
  }

  where(): string {
    return String(this.#row.line);
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#openValue();
    else if (name === 'f') this.#cell.hasFormula = true;
    else if (name === 'row') this.#openRow(attributes);
    else this.#text.open(name);
  }

  close(name: string): void {
    if (name === 'c') this.#place(this.#shown());
    else if (name === 'v') this.#isValue = false;
    else if (name === 'row') this.#completed.push(this.#row);
    else this.#text.close(name);
  }

  text(piece: string): void {
    if (!this.#isValue) this.#text.add(piece);
    else if (this.#cell.value.length > cellBytes) throw new Refused({ code: 'CellTooLarge', fact: this.where() });
    else this.#cell.value += piece;
  }

  #openValue(): void {
    this.#isValue = true;
    this.#cell.hasValue = true;
  }

  #openRow({ r }: Attributes): void {
    this.#row = { line: r === undefined ? this.#row.line + 1 : Number.parseInt(r, 10) || 0, cells: [] };
    this.#column = -1;
    this.#size = 0;
  }

  #openCell({ r, t = 'n', s }: Attributes): void {
    this.#column = r === undefined ? this.#column + 1 : columnOf(r);
    if (this.#column >= cellsInRow) throw new Refused({ code: 'TooManyColumns', fact: `more than ${cellsInRow}` });
    const style = s === undefined ? 0 : Number(s);
    this.#cell = { type: t, style, value: '', hasFormula: false, hasValue: false };
    this.#text.take();
  }

  /** What a person sees; of a formula, what it came to when the workbook was saved. */
  #shown(): string {
    const { type, style, value } = this.#cell;
    if (this.#isUncalculated()) return uncalculated;
    if (type === 'inlineStr') return cellText(this.#text.take());
    if (value === '') return '';
    if (type === 's') {
      const text = this.#setting.textAt(Number(value));
      if (text === undefined) throw unreadable();
      return text;
    }
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'TRUE' : 'FALSE';
    if (type === 'n') return shownNumber(value, this.#setting.formats[style], this.#setting.countsFrom1904);
    // A formula's text, an error's name, or a date that is written out.
    return cellText(value);
  }

  /** A formula that came to an empty text has one; any other without a value was never worked out. */
  #isUncalculated(): boolean {
    const { type, value, hasFormula, hasValue } = this.#cell;
    if (!hasFormula) return false;
    if (value === '') return type === 'n' || !hasValue;
    return this.#setting.isUncalculated === true && type === 'n' && Number(value) === 0;
  }

  #place(text: string): void {
    if (text === '') return;
    const size = Buffer.byteLength(text);
    this.#size += size;
    if (size > cellBytes || this.#size > rowBytes) throw new Refused({ code: 'CellTooLarge', fact: this.where() });
    const { cells } = this.#row;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }
}

/** The column of a place such as BC12, from 0. */
const columnOf = (place: string): number => {
  let column = 0;
  for (let at = 0; at < place.length; at += 1) {
    // Small letters as large ones.
    const letter = (place.charCodeAt(at) & 0xdf) - 64;
    if (letter < 1 || letter > 26) break;
    column = column * 26 + letter;
    if (column > cellsInRow) break;
  }
  if (column === 0) throw unreadable();
  return column - 1;
};
