/** Cells with nothing in them. */
import { isBlank as isBlankText } from '../../domain/unseen-characters.ts';

/** Whether a row has nothing in it. */
export const isBlank = (cells: readonly string[]): boolean => cells.every(isBlankText);

/** A line that databases and tables of text draw below the headings. */
export const isRuled = (cells: readonly string[]): boolean =>
  !isBlank(cells) && cells.every((cell) => /^\s*(?::?[-=─]{2,}:?)?\s*$/.test(cell));

/** Spreadsheets write empty cells at the end of a line as far as any row has cells. */
export const withoutEmptyEnd = (cells: readonly string[]): readonly string[] => {
  const last = cells.findLastIndex((cell) => !isBlankText(cell));
  return cells.slice(0, last + 1);
};
