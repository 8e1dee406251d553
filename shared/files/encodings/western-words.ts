/** Words that are no names in Windows-1252: files in other encodings, read as such, are full of them. */
import { western } from './alphabets.ts';

const alphabets = western.map(({ letters }) => new Set(letters));

/** Letters and signs where no language of Western Europe has them, each with what it is elsewhere. */
const strangeParts: readonly RegExp[] = [
  /[\ufffd\p{Cc}]/u,
  // A sign within a word: Ji¯í, ¾ubica, ƒric. Dashes and quotes as well, before a small letter: Nœ–ez, Zo‘.
  /[\p{L}\p{M}](?![®©™]$)[¤¦§¨©¬®¯±¹²³µ¶¸¼½¾¿¡×÷ƒ†‡‰ˆ˜¢£¥€]|[¤¦§¨©¬¯±¹²³µ¶¸¼½¾×÷ƒ†‡‰ˆ˜¢£¥€…º]\p{L}/u,
  /\p{L}[–—•“”„‚…‹›«»‘°]\p{Ll}|\p{L}[‘‚„]|ª\p{L}/u,
  /\p{L}\u00a0(?!(?:an|da|das|de|del|dem|den|der|des|di|do|dos|du|el|la|las|le|los|te|ten|ter|van|von|y|zu)(?!\p{L}))\p{Ll}/u,
  // Signs by themselves, which are letters on a Macintosh and in Central Europe.
  /^[¯¾¼½¸¨ˆ˜ƒ†‡¬¦¹²³]+$/u,
  // A capital within a word, where it is not ASCII: MŸller, BržlŽ.
  /\p{Ll}(?![A-Z])\p{Lu}|\p{L}(?![A-Z])\p{Lu}\p{Ll}/u,
  // ö of a Macintosh, Á.
  /[b-df-hj-np-tv-z]š[b-df-hj-np-tv-z]|ç[b-df-hj-np-tv-z]/iu,
  // č before a vowel or behind one; ě and ů within a word; ć behind a vowel; ř beside a vowel; ň before one; Ď.
  /è[aeiouyáéíóúý]|[aá]è(?!l)|[aáéíi]è$/iu,
  /[ìù]\p{L}/iu,
  /[aeiouy]æ/iu,
  /[aeiouyáéíóú]ø|ø[aouáíéý]|[dtkp]øi|øe[bcjkvz]/iu,
  /ò[aeiouáéíók]|^ï|^î(?!l)|èk/iu,
  // ń, ś, ę, ő, ű.
  /äsk[ia]|ñ(?!ch)[b-df-hj-np-tv-z]/iu,
  /œ(?![uitedc])/iu,
  /ê(?:[bdgkwzp]|c(?!h))/iu,
  /õ(?!e)|(?:sz|gy|cs|ny|zs)û|û(?:cs|sz|gy|zs|s$|z)/iu,
  // ă, ţ, ğ.
  /ã(?!o|e|n?h)(?<!(?:lh|nh|irm|alem|^iv|u|ç)ã)/iu,
  /þ$|[aeiouyáéíóú]þ|nþi|oðl|^ý(?![mr])/iu,
];

/** Apostrophes of print where people write one: D’Angelo, l’Hôpital, ’s-Gravenhage, Children’s. */
const apostrophes: readonly RegExp[] = [
  /’(?=\p{Lu})/gu,
  /(?<!\p{L})(?:[cdjlmnst]|qu|dell|all|nell|sull|dall|un|sant|o)’(?=\p{L})/giu,
  /^’|’(?:s|t|d|m|ll|re|ve)?$/giu,
];

/** Measures of area and volume are written with a sign. */
const measure = /^\d*[cdkm]?m[²³]$/;

/** Whether a word, read as Windows-1252, is one that no name or heading of Western Europe has. */
export const isStrange = (word: string): boolean => {
  const text = apostrophes.reduce((left, apostrophe) => left.replace(apostrophe, ''), word);
  if (measure.test(text)) return false;
  if (text.includes('’') || strangeParts.some((part) => part.test(text))) return true;
  const letters = [...text.toLowerCase()].filter(
    (letter) => letter > '\u007f' && /\p{L}/u.test(letter) && !/[ªº]/.test(letter),
  );
  return (
    !alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter))) ||
    isMostlyAccented(text, letters.length)
  );
};

/** Three letters in a row with an accent are no word, nor is one of which nearly all have one. */
const isMostlyAccented = (text: string, accented: number): boolean => accented > 2 && accented * 2 > [...text].length;
