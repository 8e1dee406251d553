/** What stands above the headings, and how cells are separated: read from the first lines, before any row is parsed. */
import { Refused } from '../../domain/refusals.ts';
import { cellBytes } from '../limits.ts';

/** Where the heading line begins (a byte and a physical line, from 1), and how its cells are written. */
export type HeadingPlace = {
  start: number;
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

/**
 * Finds the heading line in the first bytes of a text; `undefined` asks for more bytes. Throws `Refused` when the text
 * is over without one.
 */
export const findHeadings = (text: Buffer, isWhole: boolean): HeadingPlace | undefined => {
  let start = 0;
  let line = 1;
  let hint: string | undefined;
  while (start < text.length) {
    const found = nextLine(text, start, isWhole);
    if (!found) {
      // Longer than any heading line: whoever walks over it says what is wrong with it.
      const isEndless = text.length - start > cellBytes;
      return isEndless ? placeOf(text.toString('utf8', start), start, line, hint) : undefined;
    }
    const content = text.toString('utf8', start, found.end);
    const separator = separatorLine.exec(content)?.[1];
    if (separator) hint = separator;
    else if (!versionLine.test(content) && !emptyLine.test(content)) {
      return placeOf(content, start, line, hint);
    }
    start = found.next;
    line += found.lines;
  }
  if (isWhole) throw new Refused({ code: 'EmptyFile' });
  return undefined;
};

/** Only Cognito escapes commas, and all of its files have this heading. */
const cognitoHeading = /(?:^|,)\s*"?cognito:username"?\s*(?:,|$)/i;

const placeOf = (headings: string, start: number, line: number, hint: string | undefined): HeadingPlace => ({
  start,
  line,
  separator: hint ?? maxFrequent(headings),
  escapesCommas: cognitoHeading.test(headings),
});

/** The line from `start` on, line breaks in quotes included; none when its end may come with later bytes. */
const nextLine = (text: Buffer, start: number, isWhole: boolean) => {
  let inQuotes = false;
  let lines = 1;
  for (let at = start; at < text.length; at += 1) {
    const byte = text[at];
    if (byte === 0x22) inQuotes = !inQuotes;
    if (byte !== 0x0a && byte !== 0x0d) continue;
    // What follows a return decides whether it is one line end or two, so it must be there.
    if (byte === 0x0d && at + 1 === text.length && !isWhole) return undefined;
    const width = byte === 0x0d && text[at + 1] === 0x0a ? 2 : 1;
    if (!inQuotes) return { end: at, next: at + width, lines };
    lines += 1;
    at += width - 1;
  }
  return isWhole ? { end: text.length, next: text.length, lines } : undefined;
};

/** The separator that occurs most outside quotes; a comma when there is only one column. */
const maxFrequent = (headings: string): string => {
  const bare = headings.replace(/"(?:[^"]|"")*"/g, '');
  const counts = separators.map((separator) => bare.split(separator).length - 1);
  return separators[counts.indexOf(Math.max(...counts))] as string;
};
