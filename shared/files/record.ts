/** What every reader of files gives: records, wherever they came from. */
import type { Mark } from '../domain/imports/reading-place.ts';

/** A record from which its text can be read on: its byte, its physical line from 1, and the encoding, once it is known. */
export type Stretch = Pick<Mark, 'byte' | 'line' | 'encoding'>;

/** How the cells of a text are written. */
export type CellSyntax = {
  separator: string;
  /** A comma may stand in a cell without quotes, behind a backslash. */
  escapesCommas: boolean;
};

/** The cells of one line of the file (or several, when a quoted cell has line breaks) and where it begins, from 1. */
export type CsvRecord = {
  cells: string[];
  line: number;
  /** Of the headings: how many lines of text, such as a title, stand above them. */
  above?: number;
  /** Of the headings of a text: how the cells below them are written. */
  syntax?: CellSyntax;
  /** Where it can be read on from this record. */
  begins?: Stretch;
};
