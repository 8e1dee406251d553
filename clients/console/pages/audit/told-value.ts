/** A value of the audit, which is JSON text, in the reader's words. */
import { never } from '../../../../shared/domain/settings/shown-settings.ts';
import type { AuditTexts } from '../../texts/english/audit.ts';
import type { PeopleTexts } from '../../texts/english/people.ts';
import type { SettingsTexts } from '../../texts/english/settings.ts';
import type { Formats } from '../../texts/formats.ts';

/** What values are told with: texts, formats, names of properties, and of licences by their ids. */
export type Told = Pick<Formats, 'moment' | 'day' | 'number' | 'list' | 'country'> & {
  audit: AuditTexts;
  settings: Pick<SettingsTexts, 'clouds'>;
  people: Pick<PeopleTexts, 'allowed' | 'blocked'>;
  names: Readonly<Record<string, string>>;
  nameOf: (skuId: string) => string;
  languageNames: Readonly<Record<string, string>>;
};

/** The words of a property's value; undefined where there is none. Text that is no JSON is told as it is. */
export const told = (property: string, json: string | null, words: Told): string | undefined => {
  if (json === null) return undefined;
  try {
    return valueWords(property, JSON.parse(json), words);
  } catch {
    return json;
  }
};

const valueWords = (property: string, value: unknown, words: Told): string | undefined => {
  const { audit, number, list } = words;
  if (value === null || value === '') return undefined;
  if (typeof value === 'boolean') {
    if (property === 'accountEnabled') return value ? words.people.allowed : words.people.blocked;
    return value ? audit.yes : audit.no;
  }
  if (typeof value === 'number') return value === never ? audit.never : number(value);
  if (typeof value === 'string') return textWords(property, value, words);
  if (Array.isArray(value)) {
    if (value.length === 0) return undefined;
    return list(value.map((each) => valueWords(property, each, words) ?? ''));
  }
  return recordWords(value as Readonly<Record<string, unknown>>, words);
};

const textWords = (
  property: string,
  text: string,
  { audit, moment, country, languageNames, settings }: Told,
): string => {
  if (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(text)) return moment(text);
  if (property === 'usageLocation' || property === 'countryLetterCode') return country(text);
  if (property === 'preferredLanguage') return languageNames[text] ?? text;
  const values: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    ...audit.values,
    cloud: settings.clouds,
  };
  return values[property]?.[text] ?? text;
};

/** What a record is by its usual names; of any other one, what stands in it. */
const recordWords = (record: Readonly<Record<string, unknown>>, words: Told): string => {
  const { audit, day, nameOf } = words;
  const text = (name: string) => (typeof record[name] === 'string' ? (record[name] as string) : undefined);
  const skuId = text('skuId');
  if (skuId !== undefined) return nameOf(skuId);
  const name = text('servicePlanName') ?? text('displayName') ?? text('state');
  const end = text('endDateTime');
  if (end !== undefined) return audit.secret(name ?? audit.properties.passwordCredentials, day(end));
  if (name !== undefined) return audit.states[name as keyof typeof audit.states] ?? name;
  return partWords(record, words).join(', ');
};

/** Each part with what it is called; a part without a name is told where it speaks for itself. */
const partWords = (record: Readonly<Record<string, unknown>>, words: Told): string[] =>
  Object.entries(record).flatMap(([part, value]) => {
    const name = words.names[part];
    const told = valueWords(part, value, words);
    if (told === undefined || (name === undefined && typeof value !== 'string' && typeof value !== 'number')) return [];
    return name === undefined ? told : words.audit.setTo(name, told);
  });
