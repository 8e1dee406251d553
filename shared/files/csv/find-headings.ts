/** What stands above the headings, and how cells are separated: read from the first lines, before any row is parsed. */
import { Refused } from '../../domain/refusals.ts';
import { bytesAboveHeadings, cellBytes } from '../limits.ts';

/** The physical line on which the headings begin, from 1, and how their cells are written. */
export type HeadingPlace = {
  line: number;
  separator: string;
  /** A comma may stand in a cell without quotes, behind a backslash. */
  escapesCommas: boolean;
};

const separators = [',', ';', '\t'];

/** Excel's hint, which it reads itself and writes for nobody. */
const separatorLine = /^"?sep=([^"\r\n])"?[,;\t ]*$/i;

/** Entra's first line, perhaps saved again by Excel with empty cells. */
const versionLine = /^"?version:v[\d.]+"?[,;\t ]*$/i;

const emptyLine = /^[,;\s]*$/;

/** A heading line that was found, and the text from there on. */
export type Found = { place: HeadingPlace; text: Buffer };

/** Finds the heading line of a text that comes in pieces. What was looked at is not looked at again, nor kept. */
export class HeadingSearch {
  /** The text from the present line on. */
  #text: Buffer = Buffer.alloc(0);
  #line = 1;
  #above = 0;
  #hint: string | undefined;
  readonly #walk = new LineWalk();

  /**
   * Takes the next piece; undefined asks for more. Throws `Refused` HeadingsNotFound when more stands above the headings
   * than may.
   */
  take(piece: Buffer): Found | undefined {
    this.#text = this.#text.length === 0 ? piece : Buffer.concat([this.#text, piece]);
    const found = this.#look(false);
    // Longer than any heading line: whoever walks over it says what is wrong with it.
    return found ?? (this.#text.length > cellBytes ? this.#foundIn(this.#text.toString('utf8')) : undefined);
  }

  /** The text is over. Throws `Refused` EmptyFile when it has no heading line. */
  end(): Found {
    const found = this.#look(true);
    if (!found) throw new Refused({ code: 'EmptyFile' });
    return found;
  }

  #look(isWhole: boolean): Found | undefined {
    while (this.#text.length > 0) {
      const line = this.#walk.nextLine(this.#text, isWhole);
      if (!line) return undefined;
      const content = this.#text.toString('utf8', 0, line.end);
      const separator = separatorLine.exec(content)?.[1];
      if (separator) this.#hint = separator;
      else if (!versionLine.test(content) && !emptyLine.test(content)) return this.#foundIn(content);
      this.#above += line.next;
      if (this.#above > bytesAboveHeadings) throw new Refused({ code: 'HeadingsNotFound', fact: '64 KiB' });
      this.#text = this.#text.subarray(line.next);
      this.#line += line.lines;
    }
    return undefined;
  }

  #foundIn(headings: string): Found {
    const place = {
      line: this.#line,
      separator: this.#hint ?? maxFrequent(headings),
      escapesCommas: cognitoHeading.test(headings),
    };
    return { place, text: this.#text };
  }
}

/** Only Cognito escapes commas, and all of its files have this heading. */
const cognitoHeading = /(?:^|,)\s*"?cognito:username"?\s*(?:,|$)/i;

/** Walks over a line of which later bytes may be still to come, and goes on from where it stopped. */
class LineWalk {
  #at = 0;
  #inQuotes = false;
  #lines = 1;

  /** The line that the text begins with, line breaks in quotes included; undefined when its end may come with later bytes. */
  nextLine(text: Buffer, isWhole: boolean): { end: number; next: number; lines: number } | undefined {
    for (; this.#at < text.length; this.#at += 1) {
      const byte = text[this.#at];
      if (byte === 0x22) this.#inQuotes = !this.#inQuotes;
      if (byte !== 0x0a && byte !== 0x0d) continue;
      // What follows a return decides whether it is one line end or two, so it must be there.
      if (byte === 0x0d && this.#at + 1 === text.length && !isWhole) return undefined;
      const width = byte === 0x0d && text[this.#at + 1] === 0x0a ? 2 : 1;
      if (!this.#inQuotes) return this.#ended(this.#at, this.#at + width);
      this.#lines += 1;
      this.#at += width - 1;
    }
    return isWhole ? this.#ended(text.length, text.length) : undefined;
  }

  #ended(end: number, next: number) {
    const lines = this.#lines;
    [this.#at, this.#inQuotes, this.#lines] = [0, false, 1];
    return { end, next, lines };
  }
}

/** The separator that occurs most outside quotes; a comma when there is only one column. */
const maxFrequent = (headings: string): string => {
  const bare = headings.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length - 1);
  return separators[counts.indexOf(Math.max(...counts))] as string;
};
