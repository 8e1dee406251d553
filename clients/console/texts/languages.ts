/** The languages of the console, each with its file, which is loaded when it is chosen. */
import type { Catalogue } from './catalogue.ts';

export const languages = ['en', 'nl', 'de', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** What each language calls itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: 'English',
  nl: 'Nederlands',
  de: 'Deutsch',
  'zh-Hans': '简体中文',
};

/** How Cloudscape calls a language. */
export const componentLocales: Readonly<Record<Language, string>> = {
  en: 'en',
  nl: 'nl',
  de: 'de',
  'zh-Hans': 'zh-CN',
};

const files: Readonly<Record<Language, () => Promise<Catalogue>>> = {
  en: async () => (await import('./english/catalogue.ts')).catalogue,
  nl: async () => (await import('./dutch/catalogue.ts')).catalogue,
  de: async () => (await import('./german/catalogue.ts')).catalogue,
  'zh-Hans': async () => (await import('./chinese/catalogue.ts')).catalogue,
};

/** Loads a language. */
export const loadLanguage = (language: Language): Promise<Catalogue> => files[language]();

/** The language of ours that a tag such as `nl-BE` or `zh-CN` means; undefined where we have none. */
export const languageOf = (tag: string | null | undefined): Language | undefined => {
  const [primary = '', ...rest] = (tag ?? '').toLowerCase().split(/[-_]/);
  if (primary === 'zh') return rest.some((part) => ['hant', 'tw', 'hk', 'mo'].includes(part)) ? undefined : 'zh-Hans';
  return languages.find((language) => language === primary);
};

const keptUnder = 'muster-language';

/** The language that was chosen in this browser, else the first of `tags` that we have, else English. */
export const chosenLanguage = (tags: readonly (string | null | undefined)[]): Language =>
  [localStorage.getItem(keptUnder), ...tags].map(languageOf).find((language) => language !== undefined) ?? 'en';

/** Keeps a choice in this browser. */
export const keepLanguage = (language: Language): void => localStorage.setItem(keptUnder, language);
