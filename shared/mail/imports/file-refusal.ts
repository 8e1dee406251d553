import type { MailLanguage } from '../../domain/organisation.ts';
import { type Refusal, sentenceOf } from '../../domain/refusals.ts';
import type { FileRefusalCode } from '../../refusals/words/refusal-texts.ts';
import { textsIn } from '../texts/catalogue.ts';

/** A refusal in the mail's language; in English when it is not one of those that a whole file can have. */
export const fileRefusal = (refusal: Refusal, language: MailLanguage): string => {
  const { fileRefusals, fields } = textsIn(language);
  if (!(refusal.code in fileRefusals)) return sentenceOf(refusal);
  const { code, target = '?', fact = '?', proposal } = refusal;
  // The fact is English here; the heading is told by the words of the mail, and as the template spells it.
  const headings: Record<string, string> = {
    userPrincipalName: `${fields.userName} (User Name)`,
    displayName: `${fields.name} (Display Name)`,
  };
  const told = code === 'HeadingMissing' ? (headings[target] ?? fact) : fact;
  return fileRefusals[code as FileRefusalCode](told, target, proposal);
};
