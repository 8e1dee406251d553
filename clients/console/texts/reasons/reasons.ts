/**
 * Why imports ended, by the codes that the audit keeps: nothing else is there of it, so that the sentences of refusals,
 * which tell facts, do not fit. They come with the pages that tell of the audit, in all languages, and not with the first
 * load.
 */
import type { MailLanguage } from '../../../../shared/domain/organisation.ts';
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';

const reasons: Readonly<Record<MailLanguage, Readonly<Record<string, string>>>> = {
  en: english,
  nl: dutch,
  de: german,
  'zh-Hans': chinese,
};

/** The words of a code in a language; undefined where there are none. */
export const reasonIn = (language: MailLanguage, code: string): string | undefined => reasons[language][code];
