/** What a page tells its script, of the settings of this moment. */
import { type MailLanguage, mailLanguages, type Organisation } from '../domain/organisation.ts';
import type { PasswordPolicy } from '../domain/passwords/password-rules.ts';
import type { PageData } from './browser/page-data.ts';
import type { writtenTexts } from './texts/catalogue.ts';

/** Whose page it is, and in which language. */
export type PageFor = {
  organisation: Pick<Organisation, 'displayName' | 'quickStartUrl'>;
  policy: PasswordPolicy;
  language: MailLanguage;
};

/** The data, with the texts of every language as `textsOf` has them. The guide is left out where it is no web address. */
export const pageDataOf = (
  { organisation: { displayName, quickStartUrl }, policy, language }: PageFor,
  title: PageData['title'],
  textsOf: typeof writtenTexts,
): PageData => {
  const { least, most } = policy.passwordLength;
  const rules = { least, most, kinds: policy.passwordClasses };
  const facts = { organisation: displayName, ...rules };
  const isWebAddress = /^https?:\/\//i.test(quickStartUrl);
  return {
    organisation: displayName,
    title,
    language,
    texts: Object.fromEntries(mailLanguages.map((each) => [each, textsOf(each, facts)])) as PageData['texts'],
    rules,
    ...(isWebAddress && { quickStartUrl }),
  };
};
