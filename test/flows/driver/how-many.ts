/** How large the files of the flows are that import many. */
import { isLocal } from './which-engine.ts';

/** Rows of a large file. Enough to fill many chunks; an emulator of AWS is slow. IMPORTED_ROWS says otherwise. */
export const importedRows = Number(process.env.IMPORTED_ROWS ?? (isLocal ? 1_500 : 600));

/** Rows where more of them would only take longer. */
export const someRows = Math.min(importedRows, 2_000);
