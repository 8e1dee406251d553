/**
 * Walks ahead of the CSV library and refuses what the library would answer by swallowing rows or memory. It follows the
 * library's own rules (a quote opens only at the start of a cell, after blanks; a doubled quote stays inside).
 */
import { Refused } from '../../domain/refusals.ts';
import { cellBytes, cellsInRow } from '../limits.ts';

const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const isBlank = (byte: number) => byte === 0x20 || byte === 0x09;

/** Throws `Refused` as soon as a cell is too large, a row has too many, or a quote cannot be closed any more. */
export class QuoteWatch {
  readonly #separator: number;
  /** Which bytes mean anything within a cell: 1 for those. */
  readonly #telling = new Uint8Array(256);
  #where: 'start' | 'plain' | 'quoted' | 'after quote' = 'start';
  #line: number;
  #openedOn = 0;
  #previous = 0;
  #cells = 1;
  /** Where the cell began, in bytes from the start of the present piece: negative when in an earlier one. */
  #cellStart = 0;

  /** @param line the physical line, counted from 1, on which the text begins */
  constructor(separator: string, line: number) {
    this.#separator = separator.charCodeAt(0);
    this.#line = line;
    for (const byte of [quote, lineFeed, carriageReturn, this.#separator]) this.#telling[byte] = 1;
  }

  /** Looks at the next piece of the text, which must be small beside the limits: sizes are taken when it is over. */
  walk(piece: Buffer): void {
    for (let at = 0; at < piece.length; at += 1) {
      const byte = piece[at] as number;
      if (this.#telling[byte] === 0 && (this.#where === 'plain' || this.#where === 'quoted')) continue;
      if (this.#where === 'quoted') this.#inQuotes(byte);
      else this.#outside(byte, at);
      if (byte === lineFeed || byte === carriageReturn)
        this.#countLine(byte, at === 0 ? this.#previous : piece[at - 1]);
    }
    this.#previous = piece.at(-1) ?? this.#previous;
    this.#measure(piece.length);
    this.#cellStart -= piece.length;
  }

  /** The physical line that begins here; undefined in the midst of a row. */
  get lineBegun(): number | undefined {
    return this.#where === 'start' && this.#cells === 1 && this.#cellStart === 0 ? this.#line : undefined;
  }

  /** Says that the text is over. */
  end(): void {
    if (this.#where === 'quoted') throw this.#unclosed();
  }

  #inQuotes(byte: number) {
    if (byte === quote) this.#where = 'after quote';
  }

  #outside(byte: number, at: number) {
    if (byte === this.#separator) this.#endCell(at);
    else if (byte === lineFeed || byte === carriageReturn) this.#endRow(at);
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

  #endCell(at: number) {
    this.#measure(at);
    this.#where = 'start';
    this.#cellStart = at + 1;
    this.#cells += 1;
    if (this.#cells > cellsInRow) throw new Refused({ code: 'TooManyColumns', fact: `more than ${cellsInRow}` });
  }

  #endRow(at: number) {
    this.#measure(at);
    this.#where = 'start';
    this.#cellStart = at + 1;
    this.#cells = 1;
  }

  #countLine(byte: number, previous: number | undefined) {
    if (byte === carriageReturn || previous !== carriageReturn) this.#line += 1;
  }

  #measure(at: number) {
    if (at - this.#cellStart <= cellBytes) return;
    if (this.#where === 'quoted' && this.#openedOn < this.#line) throw this.#unclosed();
    throw new Refused({ code: 'CellTooLarge', fact: String(this.#line) });
  }

  #unclosed() {
    return new Refused({ code: 'UnclosedQuote', fact: String(this.#openedOn) });
  }
}
