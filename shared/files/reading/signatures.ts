/** What a file is, told by its first bytes and not by its name: text, a workbook, or what people drop by mistake. */
import { Refused } from '../../domain/refusals.ts';

/** Zips, with parts and without: workbooks are such, and what is in one is told by its list of parts. */
const zips = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
];

const archives = [
  [0x1f, 0x8b], // gzip
  [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c], // 7z
  [0xfd, 0x37, 0x7a, 0x58, 0x5a], // xz
  [0x28, 0xb5, 0x2f, 0xfd], // zstd
  [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07], // rar
];

/** Workbooks of Excel 97 to 2003, and those of today that have a password. */
const oldWorkbook = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Texts that are no tables of people, and what they are: several programs call a page of HTML .xls. */
const others: readonly [RegExp, string][] = [
  [/^%PDF-/, 'PDF'],
  [/^\{\\rtf/, 'RTF'],
  [/^<(?:!doctype\s+html|html|table|head|meta|style)\b/i, 'HTML'],
  [/^(?:mime-version:|content-type:\s*multipart)/i, 'MHTML'],
  [/^<(?:\?xml|\?mso-application|workbook)\b/i, 'XML'],
  [/^\x89PNG/, 'PNG'],
  [/^\xff\xd8\xff/, 'JPEG'],
];

/** How many first bytes tell what a file is, with a mark and some blanks before them. */
export const signatureBytes = 64;

/** What a file with these first bytes may be read as. Throws `Refused` for an archive, and for a workbook that cannot be. */
export const kindOf = (start: Buffer): 'text' | 'zip' => {
  const begins = (signature: readonly number[]) => signature.every((byte, index) => start[index] === byte);
  if (zips.some(begins)) return 'zip';
  if (begins(oldWorkbook)) throw new Refused({ code: 'ExcelWorkbook' });
  if (archives.some(begins)) throw new Refused({ code: 'CompressedFile' });
  // Bytes of a mark, of UTF-8 or UTF-16, and of halves of letters are left out.
  const text = start
    .toString('latin1')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .replaceAll('\0', '')
    .trimStart();
  const other = others.find(([beginning]) => beginning.test(text));
  if (other) throw new Refused({ code: 'FormatUnknown', fact: other[1] });
  return 'text';
};
