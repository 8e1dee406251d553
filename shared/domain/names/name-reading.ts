/** How the names of a person are spelled, from what is known of where they are from. */
import type { Draft } from '../people/draft.ts';

/** What names are in when a person says neither language nor location. */
export type NameSetting = {
  /** The usage location that the import or the organisation has for people who state none. */
  usageLocation?: string | undefined;
  /** The language of the organisation. */
  preferredLanguage: string;
  /** Somebody in the same file has a name in kana. */
  isJapanese: boolean;
};

/** German spells ä as ae; Chinese characters are read as Mandarin. */
export type NameReading = { isGerman: boolean; isMandarin: boolean };

/** Where ä, ö and ü become ae, oe and ue. */
const germanLocations: ReadonlySet<string> = new Set(['DE', 'AT', 'CH', 'LI']);

/** Where Chinese characters have other readings: those of Japanese, Korean and Cantonese. */
const otherReadings: ReadonlySet<string> = new Set(['JP', 'KR', 'KP', 'HK', 'MO']);

/**
 * A person's language decides, else their usage location, else the location and language of the organisation. Chinese
 * characters are none of Mandarin either where a name, or another one in the same file, has kana, unless the language is
 * Chinese.
 */
export const nameReadingOf = (draft: Draft, setting: NameSetting): NameReading => {
  const language = draft.preferredLanguage?.toLowerCase();
  const own = draft.usageLocation?.toUpperCase();
  const location = own ?? setting.usageLocation?.toUpperCase();
  return {
    isGerman: isGerman(language, own, location, setting),
    isMandarin: isMandarin(language, location, setting.isJapanese || hasKana(draft)),
  };
};

const isGerman = (
  language: string | undefined,
  own: string | undefined,
  location: string | undefined,
  { preferredLanguage }: NameSetting,
): boolean => {
  if (language) return /^de\b/.test(language);
  return germanLocations.has(location ?? '') || (!own && preferredLanguage === 'de');
};

const isMandarin = (language: string | undefined, location: string | undefined, isJapanese: boolean): boolean => {
  if (language && /^(ja|ko|yue|zh-(?:\w+-)?(?:hk|mo))\b/.test(language)) return false;
  if (language && /^zh\b/.test(language)) return true;
  return !isJapanese && !otherReadings.has(location ?? '');
};

/** Whether one of a person's names is in kana or has the mark 々, which only Japanese has. */
export const hasKana = ({ displayName = '', givenName = '', surname = '' }: Draft): boolean =>
  /[\p{Script=Hiragana}\p{Script=Katakana}々〆]/u.test(displayName + givenName + surname);
