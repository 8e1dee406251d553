/** Chinese characters read aloud, by a dictionary that is loaded when it is needed: no cold start waits for it. */
import type { ReadChinese } from '../../../domain/names/spelling.ts';

/**
 * Loads the dictionary. Surnames have their own readings (曾 is Zeng), and ü is written as in passports (GB/T 28039):
 * 吕 is Lyu.
 */
export const loadReadChinese = async (): Promise<ReadChinese> => {
  const { pinyin } = await import('pinyin-pro');
  return (characters, isSurname) => {
    const syllables = pinyin(characters, { toneType: 'none', type: 'array', surname: isSurname ? 'head' : 'off' });
    const isRead = syllables.every((syllable) => /^[a-zü]+$/.test(syllable));
    return isRead ? syllables.join('').replaceAll('ü', 'yu') : undefined;
  };
};
