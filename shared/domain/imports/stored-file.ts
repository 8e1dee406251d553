/** A file of people: where it may be read from, and what it may be called. */

/**
 * One version of a file, however often and wherever it is read: each reading throws `Refused` FileUnavailable when that
 * version is gone.
 */
export type StoredFile = {
  /** Bytes of the whole file. */
  readonly size: number;
  /** Its bytes in their order, from one on or all of them. Leaving the loop ends the source. */
  bytes(from?: number): AsyncIterable<Uint8Array>;
  /** The bytes from `from` up to `to`, which is not among them; fewer where the file ends before. */
  range(from: number, to: number): Promise<Uint8Array>;
};

/** How the name of a file of people ends, in any case. What is in it is told by its bytes alone. */
export const peopleFileEndings = ['.csv', '.tsv', '.txt', '.xlsx', '.xlsm'] as const;

/** Whether a file is meant as a workbook, by its name. */
export const isWorkbookName = (name: string): boolean => /\.xls[xm]$/i.test(name);

/** Workbooks that cannot be read, and yet are meant as files of people: their imports fail and say what to do. */
const unreadableEndings = ['.xls', '.xlsb', '.ods'];

/** Whether a file is imported by its name; administrators hear of all others in the bucket. */
export const isPeopleFile = (name: string): boolean =>
  [...peopleFileEndings, ...unreadableEndings].some((ending) => name.toLowerCase().endsWith(ending));
