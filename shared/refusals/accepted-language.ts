/** The language that a request asks for by its header Accept-Language. */
import { type MailLanguage, mailLanguages } from '../domain/organisation.ts';

/** The dearest language of a header such as `nl-BE,nl;q=0.9,en;q=0.7` that there is; undefined where there is none. */
export const acceptedLanguage = (header = ''): MailLanguage | undefined => {
  for (const tag of preferredFirst(header)) {
    const language = nearestLanguage(tag);
    if (language) return language;
  }
  return undefined;
};

/** The language of a tag such as `nl-BE`, if there is one for it. */
export const nearestLanguage = (tag: string): MailLanguage | undefined => {
  const [primary] = tag.toLowerCase().split('-');
  return traditional.test(tag) ? undefined : mailLanguages.find((language) => language.split('-')[0] === primary);
};

/** Traditional Chinese is no Simplified Chinese: whoever reads that one may rather have their next language. */
const traditional = /^zh-(hant|tw|hk|mo)\b/i;

/** Longer headers than browsers send are not read to their end. */
const longestHeader = 1000;

/** The tags of a header, the dearest first; those with a weight of 0 are unwanted. */
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
