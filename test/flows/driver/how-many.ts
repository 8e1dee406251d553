/** Rows of a large file: enough to fill many chunks. IMPORTED_ROWS says otherwise. */
export const importedRows = Number(process.env.IMPORTED_ROWS ?? 600);

/** Rows where more of them would only take longer. */
export const someRows = Math.min(importedRows, 2_000);
