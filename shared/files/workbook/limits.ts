/** How large the parts of a workbook may be, unpacked: what is held in memory, and how long one may be kept busy. */

/** Bytes that are fetched from the file at a time. */
export const fetchBytes = 2 * 1024 * 1024;

/** Bytes that are fetched when fewer are asked for: all of a small workbook, or the list of parts of a large one. */
export const windowBytes = 64 * 1024;

/** Parts of a workbook, which are all held: one of people has twenty. */
export const maxParts = 10_000;

/** Bytes of what is said of all parts together, which is held beside them. */
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

/** Elements within each other: in a sheet there are ten. */
export const maxDepth = 100;

/** Attributes of one element: the first of a sheet may name some thirty extensions. */
export const maxAttributes = 250;
