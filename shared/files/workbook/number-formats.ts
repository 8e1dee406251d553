/** Which styles of a workbook make a date, a time or a number with leading zeros of a number. */
import { smallPartBytes } from './limits.ts';
import { tell } from './read-part.ts';
import type { Zip } from './zip.ts';

/** How a number is shown: as a moment, with so many digits at least, or (undefined) as it is. */
export type NumberFormat =
  | { shows: 'date' | 'time' | 'date and time' }
  | { shows: 'digits'; digits: number }
  | undefined;

/** Most styles that are looked at: Excel's own limit. */
const maxStyles = 65_490;

/** Formats that have numbers instead of codes; those from 27 on are dates in eastern Asia. */
const numbered = (id: number): NumberFormat => {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)) return { shows: 'date' };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return { shows: 'time' };
  return id === 22 ? { shows: 'date and time' } : undefined;
};

/** What a format's code makes of a number, such as `dd/mm/yyyy`, `[h]:mm` or `00000`. */
export const formatOf = (code: string): NumberFormat => {
  const [shown = ''] = code
    .replace(/"[^"]*"|\\.|[_*]./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';');
  if (/^0{2,20}$/.test(shown)) return { shows: 'digits', digits: shown.length };
  // General and scientific notation have letters of their own.
  const letters = shown.replace(/general|e[+-]/gi, '').toLowerCase();
  const hasTime = /[hs]/.test(letters);
  const hasDate = /[dy]/.test(letters) || (/m/.test(letters) && !hasTime);
  if (hasDate) return { shows: hasTime ? 'date and time' : 'date' };
  return hasTime ? { shows: 'time' } : undefined;
};

/** The formats of a workbook's styles, by their numbers. */
export const readFormats = async (zip: Zip, part: string): Promise<NumberFormat[]> => {
  const codes = new Map<string, NumberFormat>();
  const formats: NumberFormat[] = [];
  let list = '';
  await tell(zip, part, smallPartBytes, {
    open: (name, { numFmtId = '', formatCode = '' }) => {
      if (name === 'numFmts' || name === 'cellXfs') list = name;
      else if (name === 'numFmt' && list === 'numFmts' && codes.size < maxStyles) {
        codes.set(numFmtId, formatOf(formatCode.slice(0, 256)));
      } else if (name === 'xf' && list === 'cellXfs' && formats.length < maxStyles) {
        formats.push(codes.has(numFmtId) ? codes.get(numFmtId) : numbered(Number(numFmtId)));
      }
    },
    close: (name) => {
      if (name === list) list = '';
    },
    text: () => {},
  });
  return formats;
};
