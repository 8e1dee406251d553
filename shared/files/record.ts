/** What every reader of files gives: records, wherever they came from. */

/** The cells of one line of the file (or several, when a quoted cell has line breaks) and where it begins, from 1. */
export type CsvRecord = {
  cells: string[];
  line: number;
  /** Of the headings: how many lines of text, such as a title, stand above them. */
  above?: number;
};
