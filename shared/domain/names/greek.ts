/** Pairs of Greek letters that sound otherwise than each of them, as passports have them (ELOT 743). */

const voiceless = 'θκξπστφχψς';

const pairs: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`([αεη])υ(?=[${voiceless}]|$|[^\\p{L}])`, 'gu'), '$1φ'],
  [/([αεη])υ/gu, '$1β'],
  [/ου/gu, 'ou'],
  [/γγ/gu, 'ng'],
  [/γξ/gu, 'nx'],
  [/γχ/gu, 'nch'],
  [/^μπ/gu, 'b'],
  [/β/gu, 'v'],
  [/φ/gu, 'f'],
  [/χ/gu, 'ch'],
];

/** Greek in lower case with those pairs in Latin letters; the rest of it, and other text, as it was. */
export const inLatinLetters = (text: string): string => {
  if (!/\p{Script=Greek}/u.test(text)) return text;
  // The accent says which vowel is stressed; two dots say that it is no pair.
  const plain = text
    .normalize('NFD')
    .replace(/(\p{Script=Greek})\u0301/gu, '$1')
    .normalize('NFC');
  return pairs.reduce((greek, [pair, latin]) => greek.replace(pair, latin), plain);
};
