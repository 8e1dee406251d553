/** From the country of a cell to its code, or to what may be meant. */
import { distance } from 'fastest-levenshtein';
import { beginningOf } from '../one-line.ts';
import { countryNames, foldedName } from './country-names.ts';
import { isCountryCode } from './profile-rules.ts';

/** A country's code, or why there is none: the words of the cell with those that may be meant. */
export type NamedCountry = { code: string; fact?: never } | { fact: string; code?: never };

/** More than one country, whatever is meant. */
const unions = new Set([
  'eu',
  'european union',
  'europe',
  'europa',
  'europese unie',
  'europaische union',
  'emea',
  'benelux',
]);

/** Characters of a name that is looked at: the longest that is known has fewer. */
const longestName = 64;

/** How many countries are proposed. */
const maxProposals = 3;

/**
 * The country of a cell: its code of ISO 3166-1 in two letters or three, or its name in one of the languages of mails, in
 * any case; also both together, as in `Nederland (NL)`. What may be several, or is only like a name, is none.
 */
export const countryNamed = (written: string): NamedCountry => {
  const upper = written.toUpperCase();
  if (isCountryCode(upper)) return { code: upper };
  if (written.length > longestName) return { fact: beginningOf(written, longestName) };
  const found = codesOf(written);
  const [code, ...more] = found;
  if (code !== undefined && more.length === 0) return { code };
  const key = foldedName(written);
  if (unions.has(key)) return { fact: `${written}, which is more than one` };
  const proposals = found.length > 0 ? found : similar(key);
  return { fact: proposals.length === 0 ? written : `${written}, which may be ${proposals.map(shown).join(' or ')}` };
};

const shown = (code: string): string => `${countryNames().english.get(code) ?? code} (${code})`;

/** The countries that a text may name: those of its name, or of a name and a code that agree. */
const codesOf = (text: string): readonly string[] => {
  const whole = namesIn(text);
  if (whole) return whole;
  const [, name = '', more = ''] =
    /^(.+?)(?:\s*[(（]([^()（）]+)[)）]|\s+[-–—:/|]\s*(.+)|,\s*(.+))$/.exec(text)?.filter(Boolean) ?? [];
  if (name === '' || more === '') return [];
  if (foldedName(more) === 'the') return namesIn(name) ?? [];
  // As in `Korea (Republic of)`.
  const turned = namesIn(`${more.replace(/^the /i, '')} ${name}`);
  if (turned) return turned;
  const others = namedAlone(more.trim());
  return namedAlone(name.trim()).filter((code) => others.includes(code));
};

const namesIn = (text: string): readonly string[] | undefined => countryNames().byName.get(foldedName(text));

const namedAlone = (part: string): readonly string[] =>
  isCountryCode(part.toUpperCase()) ? [part.toUpperCase()] : (namesIn(part) ?? []);

/** The countries whose numbers, names of one word less, or names with a slip of the pen these are. */
const similar = (key: string): string[] => {
  const numbered = countryNames().byNumber.get(key);
  if (numbered !== undefined) return [numbered];
  if (key.length < 3) return [];
  const most = key.length < 5 ? 1 : 2;
  const near = [...countryNames().byName].flatMap(([name, codes]) => {
    if (name.length < 4 || (name.charCodeAt(0) !== key.charCodeAt(0) && !name.includes(key))) return [];
    if (` ${name} `.includes(` ${key} `)) return codes.map((code) => ({ code, steps: 0.5 }));
    if (Math.abs(name.length - key.length) > most) return [];
    const steps = distance(name, key);
    return steps <= most ? codes.map((code) => ({ code, steps })) : [];
  });
  return [...new Set(near.sort((a, b) => a.steps - b.steps).map(({ code }) => code))].slice(0, maxProposals);
};
