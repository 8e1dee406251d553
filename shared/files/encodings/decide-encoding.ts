/** Which encoding a file without a mark is in, from its lines that are not ASCII. */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import {
  likelihoodOf,
  likelihoodOfUtf8,
  singleByteEncodings,
  structuredEncodings,
  type TellableEncoding,
} from './readings.ts';
import { isStrange } from './western-words.ts';
import { wordsOf } from './words.ts';

/** What was decided; without an encoding, those that it may be, the likeliest first. */
export type Decision = { encoding: string; rivals?: never } | { encoding?: never; rivals: readonly string[] };

/** One is sure when every other is so much less likely: a millionth, as the logarithm of a probability. */
const surely = 14;

/** What is less likely than that beside Windows-1252 is no doubt about it. */
const nearly = 4;

/** Others are shown that are not less likely than this beside the likeliest. */
const shown = 30;

/** Of so many words one may be strange, as in a file with a row of another encoding: that row is refused by itself. */
const wordsForAStrangeOne = 20;

/** How many others a refusal shows at most. */
const mostRivals = 4;

/**
 * UTF-8 where its structure says so, even if some rows have another; the encodings of East Asia where theirs does and no
 * other reading is likely; else Windows-1252, unless what it reads holds what no name holds, or another is likelier.
 */
export const decideEncoding = (lines: readonly Buffer[]): Decision => {
  const whole = lines.filter((line) => isUtf8(line));
  const others = lines.filter((line) => !isUtf8(line));
  const isMeant = whole.length > 0 && isUtf8Meant(wordsOf(whole));
  if (isMeant && whole.length >= others.length) return { encoding: 'utf-8' };
  return decideAmongOthers(wordsOf(isMeant ? others : lines));
};

/** So many characters in a row that are UTF-8 are so by no chance: of other encodings one in four looks like it at most. */
const beyondChance = 12;

/** Whether words whose bytes are UTF-8 are so by more than chance. */
export const isUtf8Meant = (words: readonly Buffer[], among = allEncodings): boolean => {
  const characters = words.reduce(
    (sum, word) => sum + [...word.toString('utf8')].filter((one) => one > '\u007f').length,
    0,
  );
  if (characters >= beyondChance) return true;
  const asUtf8 = likelihoodOfUtf8(words);
  return among.every((encoding) => asUtf8 + 4 >= likelihoodOf(words, encoding));
};

const allEncodings: readonly TellableEncoding[] = [...structuredEncodings, ...singleByteEncodings];

const decideAmongOthers = (words: readonly Buffer[]): Decision => {
  const ranked = allEncodings
    .map((encoding) => ({ encoding, likelihood: likelihoodOf(words, encoding) }))
    .sort((one, other) => other.likelihood - one.likelihood);
  const [best] = ranked as [(typeof ranked)[0], ...typeof ranked];
  const isSame = (encoding: TellableEncoding, other: TellableEncoding) =>
    words.every((word) => iconv.decode(word, encoding) === iconv.decode(word, other));
  if (isStructured(best.encoding)) {
    const rival = ranked.find(({ encoding }) => !isSame(encoding, best.encoding));
    if (!rival || best.likelihood - rival.likelihood >= surely) return { encoding: best.encoding };
  } else if (isWestern(words) && isUnrivalled(ranked, isSame)) return { encoding: usual };
  return { rivals: rivalsOf(ranked, isSame) };
};

/** What a file of one byte a character is taken for. */
const usual = 'windows-1252';

const isStructured = (encoding: TellableEncoding) => structuredEncodings.some((one) => one === encoding);

const isWestern = (words: readonly Buffer[]): boolean => {
  const strange = words.filter((word) => isStrange(iconv.decode(word, usual)));
  return strange.length * wordsForAStrangeOne <= words.length;
};

type Ranked = readonly { encoding: TellableEncoding; likelihood: number }[];
type IsSame = (encoding: TellableEncoding, other: TellableEncoding) => boolean;

/** Whether none that reads otherwise is likelier than the usual one, nor any of East Asia nearly as likely. */
const isUnrivalled = (ranked: Ranked, isSame: IsSame): boolean => {
  const own = ranked.find(({ encoding }) => encoding === usual)?.likelihood ?? 0;
  return ranked.every(({ encoding, likelihood }) => {
    const allowed = isStructured(encoding) ? own - nearly : own;
    return likelihood < allowed || isSame(encoding, usual);
  });
};

/** The likeliest that read otherwise than those before them; what is usual among them. */
const rivalsOf = (ranked: Ranked, isSame: IsSame): string[] => {
  const least = (ranked[0]?.likelihood ?? 0) - shown;
  const different: TellableEncoding[] = [];
  for (const { encoding, likelihood } of ranked) {
    if (likelihood < least || different.length === mostRivals) break;
    if (!different.some((one) => isSame(one, encoding))) different.push(encoding);
  }
  return different.length > 1 || different[0] === usual ? different : [...different, usual];
};
