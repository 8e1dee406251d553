/** How far a file has been read, so that another call goes on from there. */

/**
 * A place of a text before a row: its byte, its line from 1 and its encoding, as far as it is known; what was counted up to
 * there, and by what it is known that the row stands behind it.
 */
export type Mark = {
  byte: number;
  line: number;
  encoding?: string;
  rows: number;
  blankRows: number;
  check: string;
};

/**
 * Where sending goes on: with the chunk of a first row, before which there were so many, in that resumption of the import
 * and in no other. `seats` are those left of each licence at the mark; rows behind it and before the chunk take theirs.
 * Results that are undone, and workbooks, have no marks.
 */
export type SendingPlace = {
  resumption: number;
  firstRow: number;
  chunksBefore: number;
  mark?: Mark;
  seats?: Record<string, number>;
};

/**
 * What the plan decided of rows, as names of row sets: which are of a person whom an earlier row has, and which number
 * their made names have. Absent in imports that were planned by an earlier release.
 */
export type Decided = {
  duplicates?: string;
  names?: { numbers?: string; isJapanese: boolean };
};

/** How far a report was written: the upload that it is, the tags of its parts, and the last row that is in them. */
export type ReportSoFar = { upload: string; parts: readonly string[]; rows: number; mark?: Mark };

/** How far the seats of a file were counted: up to a row, and what was found until there. */
export type SeatCount = {
  rows: number;
  mark?: Mark;
  needed: Record<string, number>;
  /** Names of the sets of rows that need no seat, by licence. */
  exempt: Record<string, string>;
};
