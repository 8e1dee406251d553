/** Cells that a spreadsheet would run as formulas: made harmless in reports, in a way that can be undone. */

/** What a formula can begin with, and the apostrophe itself; also in the wide forms, which Excel takes for the narrow ones. */
const risky = /^['=+\-@\t\r\n\0＝＋－＠]/;

/** The cell with an apostrophe before it, if it could be a formula or begins with an apostrophe. */
export const escapeFormula = (cell: string): string => (risky.test(cell) ? `'${cell}` : cell);

/** What `escapeFormula` was given. An apostrophe that somebody typed into a report, as in 's-Hertogenbosch, stays. */
export const unescapeFormula = (cell: string): string =>
  cell.startsWith("'") && risky.test(cell.slice(1)) ? cell.slice(1) : cell;
