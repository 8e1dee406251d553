import type { MailLanguage } from '../../domain/organisation.ts';
import { chinese } from './chinese.ts';
import { chineseAccount } from './chinese-account.ts';
import { dutch } from './dutch.ts';
import { dutchAccount } from './dutch-account.ts';
import { english } from './english.ts';
import { englishAccount } from './english-account.ts';
import { german } from './german.ts';
import { germanAccount } from './german-account.ts';
import type { AccountTexts, PageFacts, PageTexts, WrittenTexts } from './page-texts.ts';

const catalogue: Readonly<Record<MailLanguage, PageTexts>> = { en: english, nl: dutch, de: german, 'zh-Hans': chinese };
const accountCatalogue: Readonly<Record<MailLanguage, AccountTexts>> = {
  ...{ en: englishAccount, nl: dutchAccount, de: germanAccount },
  'zh-Hans': chineseAccount,
};

/** What each language calls itself. */
export const languageNames: Readonly<Record<MailLanguage, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  'zh-Hans': '简体中文',
};

/** The texts of the sign-in page in a language, with the facts in their places. */
export const writtenTexts = (language: MailLanguage, facts: PageFacts): WrittenTexts => {
  const texts = Object.entries(catalogue[language]);
  return Object.fromEntries(
    texts.map(([name, text]) => [name, typeof text === 'string' ? text : text(facts)]),
  ) as WrittenTexts;
};

/** Those of the account page: all of the other one too, with which it has the change of password in common. */
export const accountTexts = (language: MailLanguage, facts: PageFacts): WrittenTexts => ({
  ...writtenTexts(language, facts),
  ...accountCatalogue[language],
});
