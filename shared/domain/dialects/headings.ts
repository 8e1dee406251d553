/** From the heading line of a file to what each column means. */

import { beginningOf } from '../one-line.ts';
import { type Refusal, Refused } from '../refusals.ts';
import { type ColumnMapping, meaningsIn } from './column-mapping.ts';
import { type Column, mayRepeat } from './columns.ts';
import { entra, type Format, type FormatName, formats, headingKey, ownColumns } from './formats.ts';
import { templateOrder, templateOrder2020 } from './microsoft-headings.ts';

/** The headings of a file as they stand, and what each of them means. */
export type Headings = {
  readonly headings: readonly string[];
  /** The meaning of each heading, in the same order. */
  readonly columns: readonly Column[];
  readonly format: FormatName;
  /** The language of the headings; absent where the format has only one, or where none was recognised. */
  readonly language?: string;
  /** The people come from a mail migration, and have mailboxes. */
  readonly isMigration: boolean;
  /** What a row without a display name gets; absent where it must have one. */
  readonly displayNameFrom?: Format['displayNameFrom'];
  /** What the person who reads the report should know about how the file was understood. */
  readonly notes: readonly string[];
};

/** Microsoft's template has 16, Google's 29. */
const maxColumns = 200;

/** Characters of a heading; the longest that is known has 80. */
const longestHeading = 256;

/** Characters of all headings together: they are kept with the import, whose record may have 400 KB. */
const longestHeadings = 16_384;

/**
 * Recognises the headings of a file, in any order when they are known, else in the template's order. Those that a mapping
 * names mean what it says; where user names are made, no column needs to have them. `headings` has no empty ones at its end. Throws `Refused` with all that is wrong with them.
 */
export const recogniseHeadings = (
  headings: readonly string[],
  mapping: ColumnMapping = {},
  { makesUserNames = false } = {},
): Headings => {
  if (headings.length > maxColumns) throw new Refused({ code: 'TooManyColumns', fact: String(headings.length) });
  const fact = tooLong(headings);
  if (fact) throw new Refused({ code: 'HeadingsTooLong', fact });
  const said = meaningsIn(mapping, headings);
  const format = bestFormat(headings, makesUserNames);
  const columns = headings.map((heading) => said.get(headingKey(heading)) ?? columnOf(heading, format));
  // Whoever says what some columns mean has looked at them, so the others are not guessed.
  if (said.size === 0 && isInTemplateOrder(headings, columns)) return byPosition(headings);
  const [first, ...others] = [
    ...duplicates(headings, columns),
    ...unknown(headings, columns),
    ...missing(columns, format).filter(({ target }) => !makesUserNames || target !== 'userPrincipalName'),
  ];
  if (first) throw new Refused(first, ...others);
  return {
    headings,
    columns: columns as Column[],
    format: format.name,
    isMigration: format.name.startsWith('Exchange'),
    notes: [],
    ...(format.language && { language: format.language }),
    ...(format.displayNameFrom && { displayNameFrom: format.displayNameFrom }),
  };
};

const tooLong = (headings: readonly string[]): string | undefined => {
  const place = headings.findIndex((heading) => heading.length > longestHeading);
  if (place >= 0) return `column ${place + 1} has more than ${longestHeading} characters`;
  const all = headings.reduce((sum, { length }) => sum + length, 0);
  return all > longestHeadings ? `together they have more than ${longestHeadings} characters` : undefined;
};

/** The format that knows most of the headings, its column for the user name among them if there has to be one. */
const bestFormat = (headings: readonly string[], makesUserNames: boolean): Format => {
  if (headings.some((heading) => bracketed(heading))) return entra;
  const keys = headings.map(headingKey);
  const known = (format: Format) => {
    const columns = keys.map((key) => format.columns.get(key)).filter((column) => column !== undefined);
    return makesUserNames || columns.includes('userPrincipalName') ? columns.length : 0;
  };
  return formats.reduce((best, format) => (known(format) > known(best) ? format : best));
};

const columnOf = (heading: string, format: Format): Column | undefined => {
  const key = headingKey(heading);
  return (
    bracketed(heading) ??
    format.columns.get(key) ??
    ownColumns.get(key) ??
    (format.ignores?.test(key) ? 'ignored' : undefined) ??
    formats.find(({ columns }) => columns.has(key))?.columns.get(key)
  );
};

/** The column of a heading such as `First name [givenName]`. */
const bracketed = (heading: string): Column | undefined => {
  const [, label = '', property] = /^([^[]*)\[([^\]]+)\]/.exec(heading) ?? [];
  const column = property === undefined ? undefined : entra.columns.get(headingKey(property));
  // Entra's trap: the column is named accountEnabled and asks whether to block, in whatever language the label is.
  if (column === 'accountEnabled' && !headingKey(label).includes('enabled')) return 'blockSignIn';
  return column;
};

/**
 * Microsoft allows labels in any language in the template's order. Short words may be known by accident there ("Fax" is
 * one in many languages), so known ones are no objection when they stand in their places and none of them is a name.
 * What looks like a person is no heading.
 */
const isInTemplateOrder = (headings: readonly string[], columns: readonly (Column | undefined)[]): boolean => {
  const order = orderOfLength(headings.length);
  if (!order || headings.some((heading) => heading === '' || heading.includes('@'))) return false;
  return columns.every((column, index) => column === undefined || (index > 3 && column === order[index]));
};

const orderOfLength = (length: number) => [templateOrder, templateOrder2020].find((order) => order.length === length);

const byPosition = (headings: readonly string[]): Headings => ({
  headings,
  columns: orderOfLength(headings.length) ?? [],
  format: 'Microsoft 365',
  isMigration: false,
  notes: [
    `The headings are not known, so the ${headings.length} columns were taken in the order of Microsoft's template.`,
  ],
});

const duplicates = (headings: readonly string[], columns: readonly (Column | undefined)[]): Refusal[] => {
  const repeated = headings.filter((heading, index) => {
    const column = columns[index];
    const isTwin = (other: string, otherIndex: number) =>
      otherIndex !== index &&
      ((heading !== '' && headingKey(other) === headingKey(heading)) ||
        (column !== undefined && !mayRepeat(column) && columns[otherIndex] === column));
    return headings.some(isTwin);
  });
  return repeated.length === 0 ? [] : [{ code: 'DuplicateHeadings', fact: listed(repeated) }];
};

const unknown = (headings: readonly string[], columns: readonly (Column | undefined)[]): Refusal[] => {
  const names = headings.map((heading, index) => heading || `(column ${index + 1} has none)`);
  const strange = names.filter((_, index) => columns[index] === undefined);
  return strange.length === 0 ? [] : [{ code: 'HeadingsUnknown', fact: listed(strange) }];
};

const missing = (columns: readonly (Column | undefined)[], format: Format): Refusal[] => {
  // Where nothing is known, naming two of the headings that lack would hide that all of them are strange.
  if (columns.every((column) => column === undefined)) return [];
  const refusals: Refusal[] = [];
  if (!columns.includes('userPrincipalName')) {
    refusals.push({ code: 'HeadingMissing', target: 'userPrincipalName', fact: 'the user name (User Name)' });
  }
  if (!columns.includes('displayName') && !format.displayNameFrom) {
    refusals.push({ code: 'HeadingMissing', target: 'displayName', fact: 'the display name (Display Name)' });
  }
  return refusals;
};

/** Names in a sentence: each once, cut short, and no more than anybody reads. */
const listed = (names: readonly string[]): string => {
  const short = [...new Set(names)].map((name) => (name.length > 60 ? `${beginningOf(name, 60)}…` : name));
  return short.length > 20 ? `${short.slice(0, 20).join(', ')} and ${short.length - 20} more` : short.join(', ');
};

/** A heading of a file with the property that it means. */
export type MappedHeading = { readonly heading: string; readonly property: Column };

/** What each heading of a file was taken for, in the file's order: names alone, so that secrets stay where they are. */
export const mappingOf = ({ headings, columns: meanings }: Pick<Headings, 'headings' | 'columns'>): MappedHeading[] =>
  headings.map((heading, index) => ({ heading, property: meanings[index] ?? 'ignored' }));
