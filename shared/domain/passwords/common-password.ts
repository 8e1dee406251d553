/** Whether a password is a common one, as it is or with what people put around it. */

import { leastPoints, pointsAlong, pointsOf } from './password-points.ts';
import { withoutCase, withoutDisguise } from './plain-form.ts';

/** The port to the list: whether it has a text of `commonForm`. It may now and then say so of another text. */
export type IsCommonPassword = (form: string) => boolean;

/** The form in which passwords are on the list and looked up. */
export const commonForm = (password: string): string => withoutDisguise(withoutCase(password));

/** Fewest characters of a word: shorter ones are in nearly everything. */
const leastWord = 4;
/** Fewest characters of a word that counts between other letters: of shorter ones, long passwords are made. */
const leastAmongLetters = 7;
/** Most characters of a word: the longest of the list has 20. */
const mostWord = 20;

/**
 * Whether a password is soon guessed: worth fewer than five points altogether (of what it repeats, once), or when a word of the list in it counts
 * as one point. So `Liverpool1`, `!Liverpool2026` and `L1verpool123!` are, and `Liverpool-kite` is not.
 */
export const isCommon = (password: string, isOnList: IsCommonPassword): boolean => {
  const text = withoutCase(password);
  return pointsOf(once(text)) < leastPoints || wordsIn(text).some((word) => isOnList(withoutDisguise(word)));
};

/** What may be the word in a password: all of it but beginnings and endings of few points. */
const wordsIn = (text: string): string[] => {
  const { before, after } = pointsAlong(text);
  const words = new Set<string>();
  for (const [start, first] of before.entries()) {
    for (let end = start + leastWord; end <= text.length; end += 1) {
      if (1 + first + (after[end] ?? 0) >= leastPoints) continue;
      const isAmongLetters = /\p{L}/u.test(text.slice(0, start) + text.slice(end));
      if (isAmongLetters && end - start < leastAmongLetters) continue;
      const word = text.slice(start, end);
      words.add(word).add(once(word));
    }
  }
  return [...words].filter(({ length }) => length >= leastWord && length <= mostWord);
};

/** What a text repeats, or the text: `kitekite` is `kite`. */
const once = (text: string): string => /^(.+?)\1+$/s.exec(text)?.[1] ?? text;
