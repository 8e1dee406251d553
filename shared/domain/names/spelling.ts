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
export const spelled = (name: string, spelling: Spelling, kept = ''): Spelled => {
  const plain = plainText(name);
  // Most names are: nothing else is to be done for them.
  const read = isAscii(plain) ? plain : inLetters(plain, spelling);
  if (typeof read !== 'string') return read;
  const letters: string[] = [];
  for (const character of read) {
    if (/[a-z0-9-]/.test(character) || kept.includes(character)) letters.push(character);
    else if (!silent.test(character)) return { strange: character };
  }
  return { text: letters.join('').replace(/-{2,}/g, '-').replace(/^-|-$/g, '') };
};

const plainText = (name: string): string =>
  isAscii(name) ? name.toLowerCase() : name.normalize('NFKC').toLowerCase().replace(dashes, '-').replace(unspoken, '');

/** The text in ASCII, as far as it can be spelled so. */
const inLetters = (text: string, { isGerman, readChinese, isSurname }: Spelling): string | { strange: string } => {
  const read = text
    .replace(chinese, (characters) => readChinese?.(characters, isSurname) ?? characters)
    .replace(foreignSilent, '');
  const letters = inLatinLetters(isGerman ? read.normalize('NFC') : withoutMarks(read));
  if (isAscii(letters)) return letters;
  const [found] = strange.exec(letters) ?? [];
  return found === undefined ? ascii(letters).toLowerCase() : { strange: found };
};

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

const dashes = /\p{Pd}/gu;
const unspoken = /\p{Default_Ignorable_Code_Point}/gu;
const silent = /[\s'`".,()]/;
const foreignSilent = /[’‘‛ʼʻʹʾʿ´“”„«»·•]/gu;
const chinese = /\p{Script=Han}+/gu;
/** What is of no script that is spelled: a transliteration that knows more of them makes no name of it. */
const strange =
  /[^\0-\x7f\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{M}]/u;

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

/** Again where a letter with two marks (ǿ) has lost one. */
const ascii = (text: string): string => {
  const once = transliterate(text, { customReplacements: others });
  return isAscii(once) ? once : transliterate(once);
};
