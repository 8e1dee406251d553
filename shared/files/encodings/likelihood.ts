/**
 * How likely a text is one of names: the natural logarithm of a probability, from which letters are how frequent in which
 * language. It compares readings of the same bytes; a number by itself says little.
 */
import iconv from 'iconv-lite';
import type { Language } from './alphabets.ts';
import { japanese, korean, simplified, traditional } from './common-characters.ts';

/** Says how likely a word of names is. */
export type Likelihood = (word: string) => number;

/** What an ASCII letter costs: one of 26. */
const ascii = Math.log(1 / 26);

/** What stands for a byte that is nothing in an encoding, and what no text has at all. */
const nothing = -20;

/** A sign, digit or control within a word, or a letter of a script that does not go with its neighbours. */
const strange = -14;

/** Marks that stand in or beside words of any language. */
const quiet = /[\u00a0\u00b7\u00b4’‘“”„‚«»‹›–—…ªº°¡¿•、。・「」（）()【】，]/u;

const isAscii = (character: string) => character < '\u0080';

const isNothing = (character: string) => /[\ufffd\p{Co}\p{Cn}\p{Cc}]/u.test(character);

/** A language that is written with letters: Latin ones beside a to z, or a script of its own. */
const alphabetic = ({ letters, share, prior = 0 }: Language): Likelihood => {
  const isLatin = /^\p{Script=Latin}/u.test(letters);
  const costs = costsOf(letters, share);
  return (word) => {
    let sum = prior;
    let previous = '';
    for (const character of word) {
      sum += costOf(character, previous, costs.get(character), isLatin);
      previous = character;
    }
    return sum;
  };
};

/** What each letter costs: as words do (Zipf's law), each comes about as often as its place in the order says. */
const costsOf = (letters: string, share: number): Map<string, number> => {
  const all = [...letters];
  const whole = all.reduce((sum, _, place) => sum + 1 / (place + 2), 0);
  const costs = all.map((letter, place) => [letter, Math.log(share / (place + 2) / whole)] as const);
  return new Map(
    costs.flatMap(([letter, cost]) => [
      [letter, cost],
      [letter.toUpperCase(), cost - 1],
      [letter.toLowerCase(), cost],
    ]),
  );
};

const costOf = (character: string, previous: string, known: number | undefined, isLatin: boolean): number => {
  if (isAscii(character)) return ascii + (!isLatin && isLetter(previous) && isLetter(character) ? -4 : 0);
  if (isNothing(character)) return nothing;
  if (quiet.test(character)) return isLetter(previous) ? -7 : -6;
  if (isForeign(character, previous)) return nothing;
  if (known === undefined) return isLetter(character) ? -11 : strange;
  // A capital behind a small letter is nobody's spelling, and two accents in a row are few people's.
  const isMisplaced = /\p{Lu}/u.test(character) && /\p{Ll}/u.test(previous);
  const isAgain = isLatin && previous !== '' && !isAscii(previous);
  return known + (isMisplaced ? -8 : 0) + (isAgain ? -1 : 0);
};

/** A letter of another script behind one of a to z. */
const isForeign = (character: string, previous: string) =>
  /[a-z]/i.test(previous) && /\p{L}/u.test(character) && !/\p{Script=Latin}/u.test(character);

const isLetter = (character: string) => /^[\p{L}\p{M}]/u.test(character);

/** Scripts of many characters: what most names are made of, then what such scripts have beside. */
const ideographic = (common: string, { encoding, ranges }: Standard, syllables?: RegExp): Likelihood => {
  let standard: ReadonlySet<string> | undefined;
  const known = new Set(common);
  const frequent = Math.log(0.88 / known.size);
  return (word) => {
    let sum = 0;
    let previous = '';
    for (const character of word) {
      standard ??= charactersIn(encoding, ranges);
      sum += costAmongMany(character, known.has(character) ? frequent : undefined, standard, syllables);
      if (isMixed(previous, character)) sum -= 5;
      else if (isForeign(character, previous)) sum -= 6;
      previous = character;
    }
    return sum;
  };
};

const costAmongMany = (
  character: string,
  known: number | undefined,
  standard: ReadonlySet<string>,
  syllables: RegExp | undefined,
): number => {
  if (isAscii(character)) return ascii;
  if (known !== undefined) return known;
  if (syllables?.test(character)) return Math.log(0.4 / 90);
  if (isNothing(character)) return nothing;
  if (/[\uac00-\ud7a3\u3400-\u9fff\u{20000}-\u{3ffff}]/u.test(character)) return standard.has(character) ? -11 : -16;
  return quiet.test(character) ? -8 : strange;
};

/** The characters that a script's first standard had: whatever came later is in few names. */
type Standard = { encoding: string; ranges: readonly (readonly [number, number])[] };

const charactersIn = (encoding: string, ranges: Standard['ranges']): ReadonlySet<string> => {
  const bytes: number[] = [];
  for (const [first, last] of ranges) {
    for (let lead = first; lead <= last; lead += 1) {
      if (encoding === 'big5') for (let trail = 0x40; trail < 0x7f; trail += 1) bytes.push(lead, trail);
      for (let trail = 0xa1; trail < 0xff; trail += 1) bytes.push(lead, trail);
    }
  }
  return new Set(iconv.decode(Buffer.from(bytes), encoding));
};

/** Latin letters do not stand in words of other scripts, nor does Hangul beside Han in a name. */
const isMixed = (previous: string, character: string): boolean => {
  const kinds = [previous, character].map((one) => {
    if (/[a-z]/i.test(one)) return 'latin';
    if (/[\uac00-\ud7a3]/.test(one)) return 'hangul';
    return /[\u4e00-\u9fff]/.test(one) ? 'han' : undefined;
  });
  return kinds[0] !== undefined && kinds[1] !== undefined && kinds[0] !== kinds[1];
};

export const likelihoods = {
  alphabetic,
  simplified: ideographic(simplified, { encoding: 'gb18030', ranges: [[0xb0, 0xf7]] }),
  traditional: ideographic(traditional, {
    encoding: 'big5',
    ranges: [
      [0xa4, 0xc6],
      [0xc9, 0xf9],
    ],
  }),
  japanese: ideographic(japanese, { encoding: 'euc-jp', ranges: [[0xb0, 0xf4]] }, /[\u3041-\u3096\u30a1-\u30faー]/),
  korean: ideographic(korean, { encoding: 'euc-kr', ranges: [[0xb0, 0xc8]] }),
};
