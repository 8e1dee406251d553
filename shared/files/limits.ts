/** How large a file and its parts may be. Nothing here grows with the file. */

/**
 * Rows of a file that are people. Duplicates are told by all names before, so that a plan is made in one call, which has
 * twelve minutes: `npm run bench -- --only long` plans, sends and reports so many by a Lambda's time. A sheet of Excel
 * ends at 1,048,576.
 */
export const rowsInFile = 10_000_000;

/** Rows of a sheet: as many as one of Excel has. It is read at a quarter of a text's speed, and by each call from the first. */
export const rowsInSheet = 1_048_576;

/** Rows that have cells and nothing in them, for each that a file may have. Spreadsheets write some; read they must be as well. */
export const blankRowsForEach = 4;

/** Bytes of a file: 214 for each row of the longest; Microsoft's template filled out has 220. */
export const fileBytes = 2 * 1024 ** 3;

/** Bytes of a workbook: 500 for each row of the longest sheet, which are packed there. */
export const workbookBytes = 512 * 1024 ** 2;

/** Bytes that may stand above the headings: Entra's first line, Excel's hint and some blank lines. */
export const bytesAboveHeadings = 64 * 1024;

/** Bytes of one cell, as UTF-8. The longest column of Microsoft's template is 1,023 characters; 1 MiB is no cell of a person. */
export const cellBytes = 1024 * 1024;

/** Bytes of one row: 200 cells of Microsoft's longest column, in the longest characters, fit four times over. */
export const rowBytes = 4 * cellBytes;

/** Cells of one row, empty ones included: the columns of an Excel sheet, which some programs write to the last one. */
export const cellsInRow = 16_384;

/** Bytes after which it is looked for a place from which a text can be read on: a thousand rows or so. */
export const stretchBytes = 256 * 1024;

/** Bytes that are worked on at a time, however large the pieces are in which the file arrives. */
export const sliceBytes = 64 * 1024;
