/** What is said of a workbook that cannot be read, and of one that is too large to be. */
import { Refused } from '../../domain/refusals.ts';

/** The workbook is encrypted, damaged, or of another kind than .xlsx. */
export const unreadable = (): Refused => new Refused({ code: 'ExcelWorkbook' });

/** Unpacked, a part of the workbook is larger than it may be; `fact` says which. */
export const tooLarge = (fact: string): Refused => new Refused({ code: 'WorkbookTooLarge', fact });
