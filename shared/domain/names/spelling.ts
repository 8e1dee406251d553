/** Names in any letters, spelled with those that a user name may have. */
import transliterate from '@sindresorhus/transliterate';
import { inLatinLetters } from './greek.ts';

/** Reads Chinese characters aloud, as pinyin without tones; undefined where one of them has no reading. */
export type ReadChinese = (characters: string, isSurname: boolean) => string | undefined;

/** How a name is spelled: `readChinese` is absent where its Chinese characters are not read as Mandarin. */
export type Spelling = {
  /** ä, ö and ü are ae, oe and ue; else they are a, o and u, as elsewhere. */
  isGerman: boolean;
  readChinese?: ReadChinese | undefined;
  /** The name begins with a surname, which in Chinese may be read in a way of its own. */
  isSurname: boolean;
};

/** A spelled name: `a-z`, digits and single inner hyphens; or the first character that cannot be spelled. */
export type Spelled = { text: string } | { strange: string };

/**
 * Spells a name; `kept` are further characters that stay, such as the dots of a nickname. Blanks, apostrophes, dots,
 * commas, quotes and brackets go. Letters are those of the scripts below, in which a letter says how it sounds: Arabic
 * and Hebrew leave out vowels, kana and Hangul need more than a table of letters, so names in them are not spelled.
 */
export const spelled = (name: string, { isGerman, readChinese, isSurname }: Spelling, kept = ''): Spelled => {
  const bare = [...name.normalize('NFKC').toLowerCase().replace(dashes, '-').replace(unspoken, '')]
    .filter((character) => kept.includes(character) || !silent.test(character))
    .join('');
  const read = bare.replace(chinese, (characters) => readChinese?.(characters, isSurname) ?? characters);
  const [strange] = [...read].filter((character) => !kept.includes(character) && !spellable.test(character));
  if (strange !== undefined) return { strange };
  const letters = ascii(inLatinLetters(isGerman ? read.normalize('NFC') : withoutMarks(read)));
  const [unknown] = /[^\0-\x7f]/u.exec(letters) ?? [];
  if (unknown !== undefined) return { strange: unknown };
  const text = [...letters.toLowerCase()].filter(
    (character) => kept.includes(character) || /[a-z0-9-]/.test(character),
  );
  return { text: text.join('').replace(/-{2,}/g, '-').replace(/^-|-$/g, '') };
};

const dashes = /\p{Pd}/gu;
const unspoken = /\p{Default_Ignorable_Code_Point}/gu;
const silent = /[\s'’‘‛ʼʻʹʾʿ`´".,()“”„«»·•]/u;
const chinese = /\p{Script=Han}+/gu;
const spellable =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{M}0-9-]/u;

/** Latin letters lose their marks; of others a mark makes another letter, as of й. */
const withoutMarks = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC');

/** Letters of the Sami that the library does not know. */
const others = new Map([
  ['ŋ', 'ng'],
  ['ŧ', 't'],
]);

/** Twice, since a letter with two marks (ǿ) loses one at a time. */
const ascii = (text: string): string => transliterate(transliterate(text, { customReplacements: others }));
