/** Lines of CSV, as Excel reads them. */

/**
 * What makes a cell need quotes: what separates cells and lines, quotes themselves, and blanks at the edges, which would
 * be taken for spacing when the text is read again.
 */
const needsQuotes = /[",\r\n]|^\s|\s$/;

const cellOf = (text: string): string => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** Each line with its end. */
export const csvLines = (lines: readonly (readonly string[])[]): string =>
  lines.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');
