/** Tables that fit the terminal. */
import Table from 'cli-table3';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** A column: its heading, and how many columns of the terminal it takes at least and at most, its margins left out. */
export type TableColumn = { head: string; least: number; most: number };

/** Where nothing says how wide the output is: in a log, or behind a pipe. */
const usualWidth = 120;

/** What is drawn beside the text of a cell: a line before it, and a blank on each side. */
const frame = 3;

/**
 * Draws a table that is no wider than the terminal, unless the least widths of its columns are: long texts are wrapped,
 * at blanks where they have some. What is over goes to the first columns first; the last one has sentences, which wrap best.
 */
export const drawTable = (
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | number)[])[],
  width = process.stdout.columns || usualWidth,
): string => {
  const widths = widthsOf(columns, rows, width - columns.length * frame - 1);
  const wrapped = (cells: readonly (string | number)[]) =>
    cells.map((cell, index) => wrapAnsi(String(cell), widths[index] as number, { hard: true, wordWrap: true }));
  const drawn = new Table({
    head: wrapped(columns.map(({ head }) => head)),
    style: { head: [], border: [] },
    colWidths: widths.map((each) => each + 2),
  });
  drawn.push(...rows.map(wrapped));
  return drawn.toString();
};

/** As wide as their texts and their bounds allow, in their order: what is left is the last one's. */
const widthsOf = (
  columns: readonly TableColumn[],
  rows: readonly (readonly (string | number)[])[],
  room: number,
): number[] => {
  let left = Math.max(0, room - columns.reduce((sum, { least }) => sum + least, 0));
  return columns.map(({ head, least, most }, index) => {
    const longest = Math.max(
      ...[head, ...rows.map((row) => row[index])].map((cell) => stringWidth(String(cell ?? ''))),
    );
    const more = Math.min(left, Math.max(0, Math.min(longest, most) - least));
    left -= more;
    return least + more;
  });
};
