import { type MailLanguage, mailLanguages } from '../domain/organisation.ts';

/** What a browser asks for: `?lang=` and the Accept-Language header, as they came. */
export type AskedLanguages = { lang?: string | undefined; acceptLanguage?: string | undefined };

/** The language of a page: what the address asks for, else what the browser prefers, else `usual`. Never an error. */
export const pageLanguage = ({ lang = '', acceptLanguage = '' }: AskedLanguages, usual: MailLanguage): MailLanguage => {
  for (const tag of [lang, ...preferredFirst(acceptLanguage)]) {
    const language = nearest(tag);
    if (language) return language;
  }
  return usual;
};

/** Traditional Chinese is no Simplified Chinese: whoever reads that one may rather have their next language. */
const traditional = /^zh-(hant|tw|hk|mo)\b/i;

const nearest = (tag: string): MailLanguage | undefined => {
  const [primary] = tag.toLowerCase().split('-');
  return traditional.test(tag) ? undefined : mailLanguages.find((language) => language.split('-')[0] === primary);
};

/** Longer headers than browsers send are not read to their end. */
const longestHeader = 1000;

/** The tags of a header such as `nl-BE,nl;q=0.9,en;q=0.7`, the dearest first; those with a weight of 0 are unwanted. */
const preferredFirst = (header: string): string[] =>
  header
    .slice(0, longestHeader)
    .split(',')
    .map((range) => {
      const [tag = '', ...parameters] = range.split(';').map((part) => part.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .map(({ tag }) => tag);
