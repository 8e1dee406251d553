import type { MailLanguage } from '../domain/organisation.ts';
import { acceptedLanguage, nearestLanguage } from '../refusals/accepted-language.ts';

/** What a browser asks for: `?lang=` and the Accept-Language header, as they came. */
export type AskedLanguages = { lang?: string | undefined; acceptLanguage?: string | undefined };

/** The language of a page: what the address asks for, else what the browser prefers, else `usual`. Never an error. */
export const pageLanguage = ({ lang = '', acceptLanguage = '' }: AskedLanguages, usual: MailLanguage): MailLanguage =>
  nearestLanguage(lang) ?? acceptedLanguage(acceptLanguage) ?? usual;
