/** The sentences of refusals in the language of whoever is refused. */
import type { MailLanguage } from '../domain/organisation.ts';
import { type Refusal, sentenceOf } from '../domain/refusals.ts';
import { acceptedLanguage } from './accepted-language.ts';
import type { Translation } from './translated.ts';
import type { FileRefusalCode, RequestRefusalCode, RowRefusalCode } from './words/refusal-texts.ts';

/** What a refusal says to people. Its facts are told in the same words, as far as they are more than names and numbers. */
export type Sentence = (refusal: Refusal) => string;

/** How what is kept in English, or as a code, is told in a language: refusals, and the notes of a file. */
export type Telling = { sentence: Sentence; note: (english: string) => string };

/** The same with the headers that say so: without them a cache would give one language to whoever reads another. */
export type ToldIn = Telling & { headers: Readonly<Record<string, string>> };

/** Those in the language that the headers of a request ask for, else in English. */
export const toldIn = async (headers: Readonly<Record<string, string | undefined>>): Promise<ToldIn> => {
  const language = acceptedLanguage(headers['accept-language']) ?? 'en';
  return { ...(await tellingIn(language)), headers: { 'content-language': language, vary: 'Accept-Language' } };
};

/** The sentences of refusals in a language. */
export const sentencesIn = async (language: MailLanguage): Promise<Sentence> => (await tellingIn(language)).sentence;

/** All but English is loaded when it is asked for. */
const tellingIn = async (language: MailLanguage): Promise<Telling> => {
  if (language === 'en') return inEnglish;
  const { translated } = await import('#translated-refusals');
  const texts = translated[language];
  return { sentence: (refusal) => told(refusal, texts), note: texts.note };
};

/** Where nothing else is asked for. */
export const inEnglish: Telling = { sentence: sentenceOf, note: (english) => english };

const told = (refusal: Refusal, { files, rows, requests, fact: factOf }: Translation): string => {
  const { code, target = '?', proposal } = refusal;
  const fact = refusal.fact === undefined ? undefined : factOf(refusal.fact);
  if (Object.hasOwn(requests, code))
    return requests[code as RequestRefusalCode]({ ...refusal, ...(fact !== undefined && { fact }) });
  if (Object.hasOwn(rows, code)) return rows[code as RowRefusalCode](fact ?? '?', target);
  return files[code as FileRefusalCode](fact ?? '?', target, proposal);
};
