/**
 * Walks ahead of the CSV library and refuses what the library would answer by swallowing rows or memory. It follows the
 * library's own rules (a quote opens only at the start of a cell, after blanks; a doubled quote stays inside).
 */
import { Refused } from '../domain/refusals.ts';
import { cellBytes, cellsInRow, rowBytes } from './limits.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09;

/** Throws `Refused` from `walk` as soon as a cell or row is too large, and from either as soon as a quote cannot be closed. */
export class QuoteWatch {
  readonly #separator: number;
  #where: 'start' | 'plain' | 'quoted' | 'after quote' = 'start';
  #line: number;
  #openedOn = 0;
  #cell = 0;
  #row = 0;
  #cells = 1;
  #afterReturn = false;

  /** @param line the physical line, counted from 1, on which the text begins */
  constructor(separator: string, line: number) {
    this.#separator = separator.charCodeAt(0);
    this.#line = line;
  }

  /** Looks at the next bytes of the text. */
  walk(text: Buffer): void {
    for (const byte of text) {
      if (this.#where === 'quoted') this.#inQuotes(byte);
      else this.#outside(byte);
      this.#countLine(byte);
      if (++this.#cell > cellBytes) this.#refuseLargeCell();
      if (++this.#row > rowBytes) throw new Refused({ code: 'CellTooLarge', fact: String(this.#line) });
    }
  }

  /** Says that the text is over. */
  end(): void {
    if (this.#where === 'quoted') throw this.#unclosed();
  }

  #inQuotes(byte: number) {
    if (byte === quote) this.#where = 'after quote';
  }

  #outside(byte: number) {
    if (byte === this.#separator) this.#endCell();
    else if (byte === lineFeed || byte === carriageReturn) this.#endRow();
    else if (this.#where === 'start') this.#open(byte);
    else if (this.#where === 'after quote') this.#afterQuote(byte);
  }

  #open(byte: number) {
    if (byte === quote) {
      this.#where = 'quoted';
      this.#openedOn = this.#line;
    } else if (!isBlank(byte)) this.#where = 'plain';
  }

  #afterQuote(byte: number) {
    if (byte === quote) this.#where = 'quoted';
    // On one line a stray quote is harmless: the cell is taken as it stands. Over lines it has swallowed people.
    else if (this.#openedOn < this.#line) throw this.#unclosed();
    else this.#where = 'plain';
  }

  #endCell() {
    this.#where = 'start';
    this.#cell = -1;
    this.#cells += 1;
    if (this.#cells > cellsInRow) throw new Refused({ code: 'TooManyColumns', fact: `more than ${cellsInRow}` });
  }

  #endRow() {
    this.#where = 'start';
    this.#cell = -1;
    this.#row = -1;
    this.#cells = 1;
  }

  #countLine(byte: number) {
    if (byte === carriageReturn || (byte === lineFeed && !this.#afterReturn)) this.#line += 1;
    this.#afterReturn = byte === carriageReturn;
  }

  #refuseLargeCell() {
    if (this.#where === 'quoted' && this.#openedOn < this.#line) throw this.#unclosed();
    throw new Refused({ code: 'CellTooLarge', fact: String(this.#line) });
  }

  #unclosed() {
    return new Refused({ code: 'UnclosedQuote', fact: String(this.#openedOn) });
  }
}
