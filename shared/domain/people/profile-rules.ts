/** The rules for single properties of a person, whether the person is new or changed. An absent property breaks none. */

import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import { isMailAddress } from '../mail-address.ts';
import { beginningOf } from '../one-line.ts';
import { listProperties, type PersonProperty, personProperties, textProperties } from '../person-properties.ts';
import type { Refusal } from '../refusals.ts';
import { isBlank, unseenIn } from '../unseen-characters.ts';
import type { Draft } from './draft.ts';

/** How many business phone numbers a person has (Entra). */
const maxPhones = 20;

/** How many addresses any list of them has: Entra's bound of alternate addresses, well below the 50 of a mail by SES. */
export const maxMailAddresses = 20;

const countryCodes = new Set(codes.map(([alpha2]) => alpha2));

/** ISO 3166-1 alpha-2, as the registry lists it. */
export const isCountryCode = (text: string): boolean => countryCodes.has(text);

/** A nickname that no mail system would take. */
export const nicknameRefusals = ({ mailNickname }: Pick<Draft, 'mailNickname'>): Refusal[] =>
  mailNickname !== undefined && !/^[\x21-\x7e]+$/.test(mailNickname)
    ? [{ code: 'ValueInvalid', target: 'mailNickname', fact: 'only ASCII characters without spaces' }]
    : [];

/** Properties with a longest value, each with its length. */
const limits = Object.entries(personProperties).flatMap(([name, facts]) =>
  'maxLength' in facts ? [{ name: name as keyof Draft & PersonProperty, maxLength: facts.maxLength }] : [],
);

/** Texts that have rules of their own for their characters. */
const judgedElsewhere: readonly PersonProperty[] = ['mailNickname', 'usageLocation', 'preferredLanguage'];

/** Of several lines in a directory on premises. */
const hasLines = (name: PersonProperty) => name === 'streetAddress';

/** Every text that is too long or has characters that nobody sees, and too many phone numbers. */
export const textRefusals = (draft: Draft): Refusal[] => [...lengthRefusals(draft), ...characterRefusals(draft)];

const characterRefusals = (draft: Draft): Refusal[] => [
  ...[...textProperties, ...listProperties]
    .filter((name) => !judgedElsewhere.includes(name))
    .flatMap((name) => unseenRefusals(name, [draft[name] ?? []].flat(), hasLines(name))),
  ...unseenRefusals('credentialDelivery.to', draft.sendCredentialsTo ?? []),
];

const unseenRefusals = (target: string, texts: readonly string[], lines = false): Refusal[] => {
  const found = texts.map((text) => unseenIn(text, { lines })).find(Boolean);
  // A name of nothing else is missing, which is all that is said of it.
  if (!found || (target === 'displayName' && texts.every(isBlank))) return [];
  return [{ code: 'ValueInvalid', target, fact: `it has the invisible character ${found}` }];
};

const lengthRefusals = (draft: Draft): Refusal[] => {
  const refusals: Refusal[] = [];
  for (const { name, maxLength } of limits) {
    if (longestOf(draft[name]) > maxLength) {
      refusals.push({ code: 'ValueTooLong', target: name, fact: String(maxLength) });
    }
  }
  if ((draft.businessPhones?.length ?? 0) > maxPhones) {
    refusals.push({ code: 'ValueInvalid', target: 'businessPhones', fact: `at most ${maxPhones} numbers` });
  }
  return refusals;
};

const longestOf = (value: Draft[PersonProperty]): number => {
  if (typeof value === 'string') return value.length;
  return Array.isArray(value) ? Math.max(0, ...value.map((text) => text.length)) : 0;
};

/** A country that is none. */
export const countryRefusals = ({ usageLocation }: Pick<Draft, 'usageLocation'>): Refusal[] =>
  usageLocation !== undefined && !isCountryCode(usageLocation)
    ? [{ code: 'CountryUnknown', target: 'usageLocation', fact: beginningOf(usageLocation, 64) }]
    : [];

/** A language that is none. */
export const languageRefusals = ({ preferredLanguage }: Pick<Draft, 'preferredLanguage'>): Refusal[] =>
  preferredLanguage !== undefined && !isLanguageTag(preferredLanguage)
    ? [{ code: 'LanguageUnknown', target: 'preferredLanguage', fact: beginningOf(preferredLanguage, 64) }]
    : [];

/** Tags that were found good. People share a few languages, and to look into a tag takes longer than all other rules. */
const goodTags = new Set<string>();
const maxGoodTags = 1000;

/** BCP 47 knows no longest tag; RFC 5646 tells implementers to expect 35 characters. */
const longestTag = 35;

const isLanguageTag = (text: string): boolean => {
  if (goodTags.has(text)) return true;
  try {
    if (text.length > longestTag || Intl.getCanonicalLocales(text).length !== 1) return false;
  } catch {
    return false;
  }
  if (goodTags.size < maxGoodTags) goodTags.add(text);
  return true;
};

/** Addresses that are none, or too many of them. */
export const addressRefusals = (addresses: readonly string[], target: string): Refusal[] => {
  if (addresses.length > maxMailAddresses) {
    return [{ code: 'ValueInvalid', target, fact: `at most ${maxMailAddresses} addresses` }];
  }
  return addresses.every(isMailAddress) ? [] : [{ code: 'MailAddressInvalid', target }];
};
