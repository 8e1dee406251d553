/** The sentences of refusals in the language of whoever is refused. */
import type { MailLanguage } from '../domain/organisation.ts';
import { type Refusal, sentenceOf } from '../domain/refusals.ts';
import { acceptedLanguage } from './accepted-language.ts';
import type { FileRefusalCode, RefusalTexts, RequestRefusalCode, RowRefusalCode } from './words/refusal-texts.ts';

/** What a refusal says to people. Facts are as they are told everywhere: names, numbers, and words in English. */
export type Sentence = (refusal: Refusal) => string;

/** Sentences in a language, and the headers that say so: without them a cache would give one to whoever reads another. */
export type ToldIn = { sentence: Sentence; headers: Readonly<Record<string, string>> };

/** Those in the language that the headers of a request ask for, else in English. */
export const toldIn = async (headers: Readonly<Record<string, string | undefined>>): Promise<ToldIn> => {
  const language = acceptedLanguage(headers['accept-language']) ?? 'en';
  return {
    sentence: await sentencesIn(language),
    headers: { 'content-language': language, vary: 'Accept-Language' },
  };
};

/** Those of a language. All but English is loaded when it is asked for. */
export const sentencesIn = async (language: MailLanguage): Promise<Sentence> => {
  if (language === 'en') return sentenceOf;
  const { translated } = await import('#translated-refusals');
  return (refusal) => told(refusal, translated[language]);
};

const told = (refusal: Refusal, { files, rows, requests }: RefusalTexts): string => {
  const { code, fact = '?', target = '?', proposal } = refusal;
  if (Object.hasOwn(requests, code)) return requests[code as RequestRefusalCode](refusal);
  if (Object.hasOwn(rows, code)) return rows[code as RowRefusalCode](fact, target);
  return files[code as FileRefusalCode](fact, target, proposal);
};
