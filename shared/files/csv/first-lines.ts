/** The first lines of a text, cut into cells before it is known how they are separated. */
import { parse } from 'csv-parse/sync';
import type { LineJudgement } from '../heading-line.ts';

/** Says of the cells of a line whether they look like headings. */
export type JudgeLine = (cells: readonly string[]) => LineJudgement;

/** Excel's, and what databases write. */
const separators = [',', ';', '\t', '|'];

/** What hardly anybody uses: taken where every cell that comes of it is known as a heading, three at least. */
const rareSeparators = ['^', '~', ':', '\u001f'];

/** A line with the separator that makes most headings of it, else the one that occurs most outside quotes. */
export type JudgedLine = { readonly separator: string; readonly judgement: LineJudgement };

/** So much of a line is looked at, in characters, and so many of its cells: no headings have as much. */
const looked = { characters: 65_536, cells: 400 };

/** Judges a line; with a `hint` cells are separated by it, whatever else there is. */
export const judgeText = (line: string, judge: JudgeLine, hint: string | undefined): JudgedLine => {
  const start = line.slice(0, looked.characters);
  const judged = (separator: string): JudgedLine => ({
    separator,
    judgement: judge(cellsIn(start, separator).slice(0, looked.cells)),
  });
  if (hint !== undefined) return judged(hint);
  const usual = separators.map(judged);
  const most = Math.max(...usual.map(({ judgement }) => judgement.known));
  if (most > 0)
    return mostFrequent(
      start,
      usual.filter(({ judgement }) => judgement.known === most),
    );
  const rare = rareSeparators
    .map(judged)
    .find(({ judgement }) => judgement.known > 2 && judgement.known === judgement.filled);
  return rare ?? mostFrequent(start, usual);
};

const cellsIn = (line: string, delimiter: string): string[] => {
  try {
    const [cells = []] = parse(line, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      ltrim: true,
      to: 1,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
    return cells as unknown as string[];
  } catch {
    // A quote that is never closed: whoever reads the rows says so.
    return line.split(delimiter);
  }
};

/** A comma when there is only one column. */
const mostFrequent = (line: string, lines: readonly JudgedLine[]): JudgedLine => {
  const bare = line.replace(/"(?:[^"]|"")*"/g, '');
  const counts = lines.map(({ separator }) => bare.split(separator).length);
  return lines[counts.indexOf(Math.max(...counts))] as JudgedLine;
};
