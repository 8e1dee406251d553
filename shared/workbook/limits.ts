/** How large the parts of a workbook may be, unpacked: what is held in memory, and how long one may be kept busy. */

/** Bytes that are fetched from the file at a time. */
export const fetchBytes = 2 * 1024 * 1024;

/** Bytes of the list of parts, which is held: 40,000 parts fit, and a workbook of people has twenty. */
export const directoryBytes = 4 * 1024 * 1024;

/** Bytes of a part that says how others are to be read. Worn workbooks have tens of thousands of styles. */
export const smallPartBytes = 64 * 1024 * 1024;

/**
 * Bytes of the texts that cells share, which are held, as rows name them in any order. A million people with a name, an
 * address and a user name of their own have 60 MiB.
 */
export const sharedTextBytes = 64 * 1024 * 1024;

/** Bytes of a sheet: a million rows, Excel's most, with 30 cells each. */
export const sheetBytes = 2 * 1024 * 1024 * 1024;
