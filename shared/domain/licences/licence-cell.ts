/** The licences that a cell of a file names: several, or a word that means none. */
import { visibleText } from '../unseen-characters.ts';
import { partNumbersOf } from './product-keys.ts';

/** What cells say where somebody has no licence, in the languages of mails. */
const words = [
  ...['unlicensed', 'not licensed', 'none', 'nothing', 'nil', 'n/a', 'n.a.', 'na', 'no', 'no license', 'no licenses'],
  ...[
    'no licence',
    'no licences',
    'geen',
    'geen licentie',
    'geen licenties',
    'zonder licentie',
    'nvt',
    'n.v.t.',
    'nee',
  ],
  ...['niet gelicentieerd', 'zonder', 'keine', 'keine lizenz', 'keine lizenzen', 'ohne', 'ohne lizenz', 'nein', 'k.a.'],
  ...[
    'nicht lizenziert',
    'unlizenziert',
    '无',
    '無',
    '没有',
    '无许可证',
    '没有许可证',
    '未授权',
    '未许可',
    '未分配',
    '无授权',
    '不适用',
  ],
];
const nothing = new Set(words);

/** Whether a cell says that somebody has no licence. */
export const meansNoLicence = (text: string): boolean => /^[-–—_.\s]*$/.test(text) || nothing.has(text.toLowerCase());

/** The parts of a name of which a separator is one, as in Enterprise Mobility + Security E3. */
const maxParts = 4;

/**
 * The names in a cell, between `;` `,` `|` `+` or lines, without the tenant before a colon; of words for nothing none. A
 * separator within the name of a product is part of it.
 */
export const licenceNamesIn = (cell: string): string[] => {
  const isOne = /^\w[\w-]*$/.test(cell);
  if (isOne && !nothing.has(cell.toLowerCase())) return [cell];
  if (meansNoLicence(cell)) return [];
  const parts = cell.split(/([;,|+\n\r\t]+)/);
  const names: string[] = [];
  for (let at = 0; at < parts.length; at += 2) {
    const last = endOfName(parts, at);
    names.push(withoutTenant(parts.slice(at, last + 1).join('')));
    at = last;
  }
  return names.filter((name) => !meansNoLicence(name));
};

/** The last part of the name that begins at a part: the longest that a product has. */
const endOfName = (parts: readonly string[], at: number): number => {
  for (let last = Math.min(at + 2 * (maxParts - 1), parts.length - 1); last > at; last -= 2) {
    const isWhole = [parts[at], parts[last]].every((part) => part?.trim());
    if (isWhole && partNumbersOf(parts.slice(at, last + 1).join('')).length > 0) return last;
  }
  return at;
};

const withoutTenant = (name: string): string => visibleText(name.slice(name.lastIndexOf(':') + 1));
