/** What people drop by mistake: workbooks and archives, told by their first bytes. */
import { Refused } from '../domain/refusals.ts';

const archives = [
  [0x50, 0x4b, 0x03, 0x04], // zip
  [0x50, 0x4b, 0x05, 0x06], // zip without entries
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // rar
];

/** Workbooks of Excel 97 to 2003. */
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Names of entries, which stand uncompressed in a zip; a workbook's come early. */
const workbookEntries = ['xl/', '[Content_Types].xml'];

/** How many first bytes `refuseWhatIsNoText` needs to tell a workbook from another zip. */
export const signatureBytes = 4096;

/** Throws `Refused` for a workbook or an archive; returns for anything that may be text. */
export const refuseWhatIsNoText = (start: Buffer): void => {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte);
  if (begins(oldWorkbook)) throw new Refused({ code: 'ExcelWorkbook' });
  if (!archives.some(begins)) return;
  const isWorkbook = start[0] === 0x50 && workbookEntries.some((entry) => start.includes(entry, 0, 'latin1'));
  throw new Refused({ code: isWorkbook ? 'ExcelWorkbook' : 'CompressedFile' });
};
