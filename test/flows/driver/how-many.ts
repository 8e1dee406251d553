/** Rows of a large file: enough to fill many chunks. IMPORTED_ROWS says otherwise. */
export const importedRows = Number(process.env.IMPORTED_ROWS ?? 600);

/** People of the file whose roles and rows the audit tells of. AUDITED_ROWS says otherwise. */
export const auditedRows = Number(process.env.AUDITED_ROWS ?? 300);

/** Rows where more of them would only take longer. */
export const someRows = Math.min(importedRows, 2_000);
