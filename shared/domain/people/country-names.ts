/** Names of countries as files have them, by their folded forms: in the languages of mails, and a few that everybody writes. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import german from 'i18n-iso-countries/langs/de.json' with { type: 'json' };
import english from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import dutch from 'i18n-iso-countries/langs/nl.json' with { type: 'json' };
import chinese from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { doubtfulCountryNames, otherCountryNames } from './other-country-names.ts';

/**
 * A name as it is compared: without case, accents, marks, signs and a leading article; `St.` is Saint, `&` is and, and
 * letters that stand by themselves are one word, as in U.S.A.
 */
export const foldedName = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Default_Ignorable_Code_Point}]/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll('ı', 'i')
    .replaceAll('&', ' and ')
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .replace(/(?<=(?:^| )\p{Script=Latin}) (?=\p{Script=Latin}(?: |$))/gu, '')
    .trim()
    .replace(/^the /, '')
    .replace(/^st (?=.)/, 'saint ');

/** A name in every way it is written: without what is in brackets, with its parts in their natural order, without umlauts. */
const formsOf = (name: string): string[] => {
  const bare = name.replace(/[（(][^)）]*[)）]/g, '');
  const turned = /^([^,]+), (.+)$/.exec(bare);
  const spelt = name.replace(/ä/gi, 'ae').replace(/ö/gi, 'oe').replace(/ü/gi, 'ue');
  return [name, bare, spelt, ...(turned ? [`${turned[2]} ${turned[1]}`] : [])].map(foldedName);
};

/** What is known of names: countries by folded name, and the English name of each. */
export type CountryNames = {
  byName: ReadonlyMap<string, readonly string[]>;
  english: ReadonlyMap<string, string>;
  /** Countries by their numbers in ISO 3166-1. */
  byNumber: ReadonlyMap<string, string>;
};

/** Every name. Made when it is asked for first: most files have codes. */
export const countryNames = (): CountryNames => {
  known ??= listed();
  return known;
};
let known: CountryNames | undefined;

const listed = (): CountryNames => {
  const byName = new Map<string, Set<string>>();
  const add = (form: string, code: string) => byName.set(form, (byName.get(form) ?? new Set()).add(code));
  for (const { countries } of [english, dutch, german, chinese]) {
    for (const [code, names] of Object.entries(countries as Record<string, string | string[]>)) {
      for (const form of [names].flat().flatMap(formsOf)) add(form, code);
    }
  }
  for (const [code, names] of Object.entries(otherCountryNames))
    for (const form of names.split(',').flatMap(formsOf)) add(form, code);
  for (const [alpha2, alpha3] of codes) add(foldedName(alpha3 as string), alpha2 as string);
  const all = new Map([...byName].map(([form, found]) => [form, [...found]] as const));
  const byNumber = new Map(codes.map(([alpha2, , number]) => [number as string, alpha2 as string] as const));
  return { byName: new Map([...all, ...Object.entries(doubtfulCountryNames)]), english: englishNames(), byNumber };
};

const englishNames = (): ReadonlyMap<string, string> =>
  new Map(
    Object.entries(english.countries as Record<string, string | string[]>).map(([code, names]) => [
      code,
      [names].flat()[0] ?? code,
    ]),
  );
