import type { MailLanguage } from '../../domain/organisation.ts';
import { chinese } from './chinese.ts';
import { dutch } from './dutch.ts';
import { english } from './english.ts';
import { german } from './german.ts';
import type { PageFacts, PageTexts, WrittenTexts } from './sign-in-texts.ts';

const catalogue: Readonly<Record<MailLanguage, PageTexts>> = { en: english, nl: dutch, de: german, 'zh-Hans': chinese };

/** What each language calls itself. */
export const languageNames: Readonly<Record<MailLanguage, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  'zh-Hans': '简体中文',
};

/** The texts of a language, with the facts in their places. */
export const writtenTexts = (language: MailLanguage, facts: PageFacts): WrittenTexts => {
  const texts = Object.entries(catalogue[language]);
  return Object.fromEntries(
    texts.map(([name, text]) => [name, typeof text === 'string' ? text : text(facts)]),
  ) as WrittenTexts;
};
