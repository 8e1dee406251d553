/** Which of the first lines of a file has its headings: above them may stand the title of a report. */
import type { ColumnMapping } from '../domain/dialects/column-mapping.ts';
import { formats } from '../domain/dialects/formats.ts';
import { isAddress } from '../domain/dialects/heading-faults.ts';
import { headingKey } from '../domain/dialects/heading-key.ts';
import { bestFormat, mayBeUserName, meaningOf } from '../domain/dialects/meanings.ts';

/** How many lines with something in them are looked at. */
export const linesWithHeadings = 20;

/** What is to be seen of a line when it is held against all headings that are known. */
export type LineJudgement = {
  /** Cells that have something in them, and those of them that are known as headings. */
  readonly filled: number;
  readonly known: number;
  /** A cell is a mail address, as those of people are. */
  readonly hasAddress: boolean;
  /** Nothing but a heading line looks like this, so that later lines need not be looked at. */
  readonly isCertain: boolean;
};

/** Judges the cells of a line, also by the headings that a mapping names. */
export const judgeLine = (cells: readonly string[], mapping: ColumnMapping = {}): LineJudgement => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const said = new Map(Object.entries(mapping).map(([heading, property]) => [headingKey(heading), property]));
  const format = filled.length > 1 ? bestFormat(filled) : formats[0];
  const meanings = filled.map(
    (cell) => said.get(headingKey(cell)) ?? (format && meaningOf(cell, { ...format, ignores: /(?!)/ })),
  );
  const known = meanings.filter((meaning) => meaning !== undefined).length;
  const hasAddress = filled.some(isAddress);
  const isNamed = meanings.some((meaning) => mayBeUserName(meaning as Parameters<typeof mayBeUserName>[0]));
  const isCertain = isNamed && !hasAddress && known >= 2 && known * 2 >= filled.length;
  return { filled: filled.length, known, hasAddress, isCertain };
};

/**
 * The place of the headings among the first lines of a file: a certain one, else the likeliest, by what is known of it,
 * how much it holds, and how early it stands. Where a person would be left out above it, it is the first line.
 */
export const headingLineAmong = (lines: readonly LineJudgement[]): number => {
  const certain = lines.findIndex(({ isCertain }) => isCertain);
  const likeliest = certain >= 0 ? certain : likeliestOf(lines);
  const isPerson = ({ hasAddress, filled }: LineJudgement) =>
    hasAddress && filled > 1 && filled * 2 >= (lines[likeliest]?.filled ?? 0);
  return lines.slice(0, likeliest).some(isPerson) ? 0 : likeliest;
};

const likeliestOf = (lines: readonly LineJudgement[]): number => {
  let best = 0;
  lines.forEach((line, index) => {
    if (!line.hasAddress && isLikelier(line, lines[best] as LineJudgement)) best = index;
  });
  return best;
};

const isLikelier = (line: LineJudgement, other: LineJudgement): boolean => {
  if (other.hasAddress) return true;
  return line.known === other.known ? line.filled > other.filled : line.known > other.known;
};
