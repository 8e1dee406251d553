/** What bytes say in each encoding that they may be in. */
import iconv from 'iconv-lite';
import { otherScripts, type SingleByteEncoding, singleByte } from './alphabets.ts';
import { type Likelihood, likelihoods } from './likelihood.ts';

/** Encodings whose structure tells them, and what is written in them. */
const structured = {
  gb18030: likelihoods.simplified,
  big5: likelihoods.traditional,
  shift_jis: likelihoods.japanese,
  'euc-jp': likelihoods.japanese,
  'euc-kr': likelihoods.korean,
} satisfies Record<string, Likelihood>;

export type StructuredEncoding = keyof typeof structured;

/** Encodings that the bytes may tell, or that a refusal may name. */
export type TellableEncoding = StructuredEncoding | SingleByteEncoding;

export const structuredEncodings = Object.keys(structured) as StructuredEncoding[];
export const singleByteEncodings = Object.keys(singleByte) as SingleByteEncoding[];

/** The languages of an encoding. */
const languages = Object.fromEntries([
  ...Object.entries(structured).map(([name, likelihood]) => [name, [likelihood]]),
  ...Object.entries(singleByte).map(([name, { languages: all }]) => [name, all.map(likelihoods.alphabetic)]),
]) as Record<TellableEncoding, readonly Likelihood[]>;

/** What it costs a word to be in another language than most of its file. */
const foreign = -4;

/** How likely words are in an encoding, all of them together: most in one of its languages, and some in the others. */
export const likelihoodOf = (words: readonly Buffer[], encoding: TellableEncoding): number => {
  const all = languages[encoding];
  const sums = all.map(() => 0);
  for (const word of words) {
    const text = iconv.decode(word, encoding);
    const costs = all.map((language) => language(text));
    const best = Math.max(...costs) + foreign;
    costs.forEach((cost, index) => {
      sums[index] = (sums[index] ?? 0) + Math.max(cost, best);
    });
  }
  return Math.max(...sums) + (encoding in singleByte ? singleByte[encoding as SingleByteEncoding].prior : 0);
};

/** All languages: in UTF-8 a word may be in any. */
const ofAnyEncoding = [...Object.values(languages).flat(), ...otherScripts.map(likelihoods.alphabetic)];

/** The same of words that are UTF-8. */
export const likelihoodOfUtf8 = (words: readonly Buffer[]): number =>
  words.reduce((sum, word) => {
    const text = word.toString('utf8');
    return sum + Math.max(...ofAnyEncoding.map((language) => language(text)));
  }, 0);

/** Whether an encoding is one whose reading can be judged. */
export const isTellable = (encoding: string): encoding is TellableEncoding => encoding in languages;
