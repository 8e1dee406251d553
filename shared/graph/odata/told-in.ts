/** The language in which an answer tells of refusals: the one that its request asks for, else English. */
import { acceptedLanguage } from '../../refusals/accepted-language.ts';
import { type Sentence, sentencesIn } from '../../refusals/sentences-in.ts';

/** Sentences in that language, and the headers that say so: without them a cache would give one to whoever reads another. */
export type ToldIn = { sentence: Sentence; headers: Readonly<Record<string, string>> };

/** By the headers of the request. */
export const toldIn = async (headers: Readonly<Record<string, string | undefined>>): Promise<ToldIn> => {
  const language = acceptedLanguage(headers['accept-language']) ?? 'en';
  return {
    sentence: await sentencesIn(language),
    headers: { 'content-language': language, vary: 'Accept-Language' },
  };
};
