/** What stands above the headings, and how cells are separated: read from the first lines, before any row is parsed. */

import { Refused } from '../../domain/refusals.ts';
import { headingLineAmong, linesWithHeadings } from '../heading-line.ts';
import { bytesAboveHeadings, cellBytes } from '../limits.ts';
import type { CellSyntax } from '../record.ts';
import { type JudgedLine, type JudgeLine, judgeText } from './first-lines.ts';
import { LineWalk } from './line-walk.ts';

/** The physical line on which the headings begin, from 1, and how their cells are written. */
export type HeadingPlace = CellSyntax & {
  line: number;
  /** Lines of text above the headings, which are neither those of people nor a known hint. */
  above: number;
};

/** Excel's hint, which it reads itself and writes for nobody. */
const separatorLine = /^"?sep=([^"\r\n])"?[,;|\t ]*$/i;

/** Entra's first line, perhaps saved again by Excel with empty cells; and the type of the objects that PowerShell wrote. */
const knownLine = /^(?:"?version:v[\d.]+"?[,;|\t ]*|"?#TYPE\s.*)$/i;

const emptyLine = /^(?:[,;|\s]|"")*$/;

/** A heading line that was found, and the text from there on. */
export type Found = { place: HeadingPlace; text: Buffer };

/** A line that may have the headings: where it stands in the text that is kept, and what it is. */
type Candidate = JudgedLine & { readonly line: number; readonly start: number; readonly isCognitos: boolean };

/**
 * Finds the heading line of a text that comes in pieces. Nothing is kept above the first line with something in it; from
 * there on, the text up to the headings, at most 64 KiB.
 */
export class HeadingSearch {
  readonly #judge: JudgeLine;
  /** The text from the first candidate on, or from the present line while there is none. */
  #text: Buffer = Buffer.alloc(0);
  #start = 0;
  #line = 1;
  #above = 0;
  #hint: string | undefined;
  readonly #candidates: Candidate[] = [];
  readonly #walk = new LineWalk();

  /** @param judge says of a line's cells whether they look like headings */
  constructor(judge: JudgeLine) {
    this.#judge = judge;
  }

  /**
   * Takes the next piece; undefined asks for more. Throws `Refused` HeadingsNotFound when more stands above the headings
   * than may.
   */
  take(piece: Buffer): Found | undefined {
    this.#text = this.#text.length === 0 ? piece : Buffer.concat([this.#text, piece]);
    const found = this.#look(false);
    if (found) return found;
    // Longer than any heading line: whoever walks over it says what is wrong with it.
    if (this.#candidates.length === 0) return this.#text.length > cellBytes ? this.#beginningHere() : undefined;
    return this.#text.length > bytesAboveHeadings ? this.#likeliest() : undefined;
  }

  /** The text is over. Throws `Refused` EmptyFile when it has no heading line. */
  end(): Found {
    const found = this.#look(true) ?? (this.#candidates.length > 0 ? this.#likeliest() : undefined);
    if (!found) throw new Refused({ code: 'EmptyFile' });
    return found;
  }

  #look(isWhole: boolean): Found | undefined {
    for (;;) {
      const line = this.#walk.nextLine(this.#text, this.#start, isWhole);
      if (!line) return undefined;
      if (this.#isHeadings(this.#text.toString('utf8', this.#start, line.end))) return this.#likeliest();
      this.#start = line.next;
      this.#line += line.lines;
      if (this.#candidates.length === 0) this.#forget();
    }
  }

  /** Whether a line ends the search: it certainly has the headings, or is the last one that may. */
  #isHeadings(content: string): boolean {
    const separator = separatorLine.exec(content)?.[1];
    if (separator) this.#hint = separator;
    if (separator || knownLine.test(content) || emptyLine.test(content)) return false;
    this.#consider(content);
    return this.#candidates.at(-1)?.judgement.isCertain === true || this.#candidates.length === linesWithHeadings;
  }

  #consider(content: string): void {
    const place = { line: this.#line, start: this.#start, isCognitos: cognitoHeading.test(content) };
    this.#candidates.push({ ...judgeText(content, this.#judge, this.#hint), ...place });
  }

  #forget(): void {
    this.#above += this.#start;
    if (this.#above > bytesAboveHeadings) throw new Refused({ code: 'HeadingsNotFound', fact: '64 KiB' });
    this.#text = this.#text.subarray(this.#start);
    this.#walk.forget(this.#start);
    this.#start = 0;
  }

  /** All of the text that is there is one line, which has no end yet. */
  #beginningHere(): Found {
    this.#consider(this.#text.toString('utf8'));
    return this.#likeliest();
  }

  #likeliest(): Found {
    const above = headingLineAmong(this.#candidates.map(({ judgement }) => judgement));
    const { line, separator, start, isCognitos } = this.#candidates[above] as Candidate;
    return { place: { line, separator, escapesCommas: isCognitos, above }, text: this.#text.subarray(start) };
  }
}

/** Only Cognito escapes commas, and all of its files have this heading. */
const cognitoHeading = /(?:^|,)\s*"?cognito:username"?\s*(?:,|$)/i;
