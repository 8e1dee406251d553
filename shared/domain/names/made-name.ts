/** User names made by a pattern. */
import type { Draft } from '../people/draft.ts';
import type { Refusal } from '../refusals.ts';
import { longestLocalPart } from '../user-name.ts';
import type { NameReading } from './name-reading.ts';
import { type ReadChinese, spelled } from './spelling.ts';
import type { PatternProperty, Placeholder, UserNamePattern } from './user-name-pattern.ts';

/** The part before the @ that a pattern makes of a draft, or why it makes none. */
export type MadeName = { localPart: string } | { refusal: Refusal };

/** Makes it: lower case, at most 64 characters, with no dot first or last nor two in a row. */
export const madeName = (
  draft: Draft,
  { parts }: UserNamePattern,
  reading: NameReading & { readChinese: ReadChinese },
): MadeName => {
  const texts: string[] = [];
  for (const part of parts) {
    const filled = typeof part === 'string' ? { text: part } : filledIn(part, draft, reading);
    if ('refusal' in filled) return filled;
    texts.push(filled.text);
  }
  const localPart = tidy(texts.join(''));
  return { localPart };
};

const tidy = (text: string): string =>
  text
    .replace(/\.{2,}/g, '.')
    .replace(/^\.+/, '')
    .slice(0, longestLocalPart)
    .replace(/[.-]+$/, '');

type Filled = { text: string } | { refusal: Refusal };

const filledIn = (
  { property, first }: Placeholder,
  draft: Draft,
  { isGerman, isMandarin, readChinese }: NameReading & { readChinese: ReadChinese },
): Filled => {
  const value = draft[property]?.trim();
  if (!value) return unmade(property, `${property} is missing`);
  const spelling = { isGerman, readChinese: isMandarin ? readChinese : undefined, isSurname: property !== 'givenName' };
  const name = spelled(value, spelling, keptIn[property] ?? '');
  if ('strange' in name)
    return unmade(property, `${property} has ${name.strange}, ${whyStrange(name.strange, isMandarin)}`);
  const text = first === undefined ? name.text : name.text.slice(0, first).replace(/-$/, '');
  return /[a-z0-9]/.test(text) ? { text } : unmade(property, `${property} has neither letters nor digits`);
};

/** What else than letters, digits and hyphens a property keeps. */
const keptIn: Partial<Record<PatternProperty, string>> = { mailNickname: '._', employeeId: '._' };

const whyStrange = (character: string, isMandarin: boolean): string =>
  !isMandarin && /\p{Script=Han}/u.test(character)
    ? 'which is read as Mandarin alone, and this name is not'
    : 'which cannot be spelled with the letters of a user name';

const unmade = (target: PatternProperty, fact: string): Filled => ({
  refusal: { code: 'UserNameNotMade', target, fact },
});

/** The name for one of several people: the second is `pat.doe2`, and `1042-2` behind a digit, so that no two run together. */
export const numberedName = (localPart: string, number: number): string => {
  if (number === 1) return localPart;
  const ending = `${/\d$/.test(localPart) ? '-' : ''}${number}`;
  return `${localPart.slice(0, longestLocalPart - ending.length)}${ending}`;
};
