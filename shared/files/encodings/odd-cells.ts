/** Cells that are not in the encoding of their file, and yet read without a broken character. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { isUtf8Meant } from './decide-encoding.ts';
import { isTellable } from './readings.ts';
import { isStrange } from './western-words.ts';
import { wordsOf } from './words.ts';

/** Windows-1252, as which text in UTF-8 is misread most. */
const usual = 'windows-1252';

/** What may be UTF-8 that was read as Windows-1252: a letter of its first bytes, then one of those that follow. */
const misreadPair = /[\u00c2-\u00f4][\u0080-\u00bf\u0152-\u2122]/;

/**
 * What a cell says by UTF-8, when it is that and was read as something else: in a file of another encoding, or saved so
 * by whoever read it wrongly before ("ZoÃ«"). Undefined when it is what it seems.
 */
export const utf8Behind = (cell: string, encoding: string): string | undefined => {
  const readAs = encoding.startsWith('utf-') ? usual : encoding;
  if (readAs === usual ? !misreadPair.test(cell) : !/[\u0080-\uffff]/.test(cell)) return undefined;
  // Some programs read the bytes that Windows-1252 does not have as control characters.
  const bytes =
    readAs === usual && !/[^\0-\u00ff]/.test(cell) ? Buffer.from(cell, 'latin1') : iconv.encode(cell, readAs);
  if (!isUtf8(bytes) || (iconv.decode(bytes, readAs) !== cell && bytes.toString('latin1') !== cell)) return undefined;
  const words = wordsOf([bytes]);
  if (words.length === 0 || !isUtf8Meant(words, isTellable(readAs) ? [readAs] : [])) return undefined;
  return bytes.toString('utf8');
};

/**
 * The same of all cells of a row in an encoding of East Asia, where one character alone may be either: no other cell may
 * be what is not UTF-8.
 */
export const isRowOfUtf8 = (cells: readonly string[], encoding: string): boolean => {
  const others = cells.filter((cell) => /[\u0080-\uffff]/.test(cell)).join(' ');
  const meant = others === '' ? undefined : utf8Behind(others, encoding);
  return meant !== undefined && meant.replace(/[\0-\u007f]/g, '').length > 2;
};

/** Whether a name has a word that none has in Windows-1252, as which its file was read because nobody said otherwise. */
export const isStrangeName = (name: string): boolean =>
  /[\u0080-\uffff]/.test(name) &&
  name.split(/[\s\-,.;:/()"&+']+/).some((word) => /[\u0080-\uffff]/.test(word) && isStrange(word));
