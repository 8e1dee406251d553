/** How large a file and its parts may be. Nothing here grows with the file. */

/** Bytes of a file: ten million people, far beyond any organisation. */
export const fileBytes = 2 * 1024 * 1024 * 1024;

/** Bytes of one cell, as UTF-8. The longest column of Microsoft's template is 1,023 characters; 1 MiB is no cell of a person. */
export const cellBytes = 1024 * 1024;

/** Bytes of one row: 200 cells of Microsoft's longest column, in the longest characters, fit four times over. */
export const rowBytes = 4 * cellBytes;

/** Cells of one row, empty ones included: the columns of an Excel sheet, which some programs write to the last one. */
export const cellsInRow = 16_384;

/** Bytes that are worked on at a time, however large the pieces are in which the file arrives. */
export const sliceBytes = 64 * 1024;
