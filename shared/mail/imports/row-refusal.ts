import type { MailLanguage } from '../../domain/organisation.ts';
import { type Refusal, sentenceOf } from '../../domain/refusals.ts';
import { factIn } from '../../refusals/facts/fact-texts.ts';
import type { RowRefusalCode } from '../../refusals/words/refusal-texts.ts';
import { textsIn } from '../texts/catalogue.ts';

/** Why a row was refused, in the mail's language; in English when it is not one of those that rows usually have. */
export const rowRefusal = (refusal: Refusal, language: MailLanguage): string => {
  const { rowRefusals, facts } = textsIn(language);
  if (rowRefusals === undefined || !(refusal.code in rowRefusals)) return sentenceOf(refusal);
  const { code, target = '?', fact = '?' } = refusal;
  return rowRefusals[code as RowRefusalCode](facts ? factIn(facts)(fact) : fact, target);
};
