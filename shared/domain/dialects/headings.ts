/** From the heading line of a file to what each column means. */

import { type Refusal, Refused } from '../refusals.ts';
import { type ColumnMapping, hidden, meaningsIn } from './column-mapping.ts';
import type { Column, Meaning } from './columns.ts';
import type { Format, FormatName } from './formats.ts';
import { duplicates, hasNames, isAddress, missing, strangeAmong } from './heading-faults.ts';
import { listed } from './listed.ts';
import { bestFormat, mayBeUserName, meaningOf, settled } from './meanings.ts';
import { templateOrder, templateOrder2020 } from './microsoft-headings.ts';
import { proposedColumns } from './propose-mapping.ts';

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

/** Microsoft's template has 16, Google's 29, and a mailbox as Exchange's `Get-Mailbox` exports it some 250. */
const maxColumns = 400;

/** Characters of a heading; the longest that is known has 80. */
const longestHeading = 256;

/** Characters of all headings together: they are kept with the import, whose record may have 400 KB. */
const longestHeadings = 16_384;

/** How the headings of a file are to be read. */
export type HeadingRules = {
  /** Properties by the headings that mean them, whatever else those would be taken for. */
  readonly mapping?: ColumnMapping | undefined;
  /** The line of the file that they stand on. */
  readonly line?: number;
  readonly makesUserNames?: boolean;
};

/**
 * Recognises the headings of a file, in any order when they are known, else in the template's order. Those that a mapping
 * names mean what it says. `headings` has no empty ones at its end, and stands on `line`. Where user names are made, no
 * column needs to have them. Throws `Refused` with all that is wrong with them.
 */
export const recogniseHeadings = (
  headings: readonly string[],
  { mapping = {}, line = 1, makesUserNames = false }: HeadingRules = {},
): Headings => {
  if (headings.length > maxColumns) throw new Refused({ code: 'TooManyColumns', fact: String(headings.length) });
  const fact = tooLong(headings);
  if (fact) throw new Refused({ code: 'HeadingsTooLong', fact });
  const said = meaningsIn(mapping, headings);
  const format = bestFormat(headings, makesUserNames);
  const meanings = headings.map(
    (heading) =>
      said.of(heading) ??
      meaningBeside(makesUserNames, meaningOf(heading, format)) ??
      (said.ignoresOthers ? hidden(heading, 'ignored' as const) : undefined),
  );
  const columns = settled(headings, meanings);
  // Whoever says what some columns mean has looked at them, so the others are not guessed.
  if (said.isEmpty && isInTemplateOrder(headings, columns)) return byPosition(headings);
  const [first, ...others] = [
    ...duplicates(headings, columns),
    ...unknown(headings, columns, line),
    ...missing(columns, format, makesUserNames),
  ];
  if (first) throw new Refused(first, ...others);
  const displayNameFrom = format.displayNameFrom ?? insteadOfDisplayName(columns);
  return {
    headings,
    columns: columns as Column[],
    format: format.name,
    isMigration: format.name.startsWith('Exchange'),
    notes: notesOn(headings, columns as Column[], { meanings, displayNameFrom }),
    ...(format.language && { language: format.language }),
    ...(displayNameFrom && { displayNameFrom }),
  };
};

const tooLong = (headings: readonly string[]): string | undefined => {
  const place = headings.findIndex((heading) => heading.length > longestHeading);
  if (place >= 0) return `column ${place + 1} has more than ${longestHeading} characters`;
  const all = headings.reduce((sum, { length }) => sum + length, 0);
  return all > longestHeadings ? `together they have more than ${longestHeadings} characters` : undefined;
};

/** Where user names are made, an address that might have been one is another address of the person. */
const meaningBeside = (makesUserNames: boolean, meaning: Meaning | undefined): Meaning | undefined =>
  makesUserNames && mayBeUserName(meaning) && meaning !== 'userPrincipalName' ? 'otherMails' : meaning;

/** Where a file has a column for the display name, a row that leaves it blank is at fault. */
const insteadOfDisplayName = (columns: readonly (Column | undefined)[]): Format['displayNameFrom'] =>
  !columns.includes('displayName') && hasNames(columns) ? 'first and last name' : undefined;

/**
 * Microsoft allows labels in any language in the template's order. Short words may be known by accident there ("Fax" is
 * one in many languages), so known ones are no objection when they stand in their places, are fewer than half, and none
 * of them is a name. What looks like a person is no heading.
 */
const isInTemplateOrder = (headings: readonly string[], columns: readonly (Column | undefined)[]): boolean => {
  const order = orderOfLength(headings.length);
  if (!order || headings.some((heading) => heading === '' || heading.includes('@'))) return false;
  const strange = columns.filter((column) => column === undefined).length;
  return (
    strange * 2 > columns.length &&
    columns.every((column, index) => column === undefined || (index > 3 && column === order[index]))
  );
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

/** A line of people is never told: it may hold a password. */
const unknown = (headings: readonly string[], columns: readonly (Column | undefined)[], line: number): Refusal[] => {
  const strange = strangeAmong(headings, columns);
  if (strange.length === 0) return [];
  if (headings.some(isAddress)) {
    return [{ code: 'HeadingsUnknown', fact: `line ${line} has a person where headings should be` }];
  }
  const fact = line === 1 ? listed(strange) : `${listed(strange)} (line ${line})`;
  return [{ code: 'HeadingsUnknown', fact, proposal: proposedColumns(headings, columns) }];
};

/** What was left out, and what was made of something else. */
const notesOn = (
  headings: readonly string[],
  columns: readonly Column[],
  { meanings, displayNameFrom }: Pick<Headings, 'displayNameFrom'> & { meanings: readonly (Meaning | undefined)[] },
): string[] => {
  const nameColumn = columns.indexOf('userPrincipalName');
  const ignored = headings.filter((heading, index) => heading !== '' && columns[index] === 'ignored');
  const makesNames = displayNameFrom === 'first and last name' && !columns.includes('displayName') && hasNames(columns);
  return [
    ...(meanings[nameColumn] === 'userPrincipalName'
      ? []
      : [`User names were taken from ${listed([headings[nameColumn] ?? ''])}, since no column is named for them.`]),
    ...(ignored.length > 0 ? [`These columns have no use here and were left out: ${listed(ignored)}.`] : []),
    ...(makesNames ? ['Display names were made of first and last names, since no column has them.'] : []),
  ];
};

/** A heading of a file with the property that it means. */
export type MappedHeading = { readonly heading: string; readonly property: Column };

/** What each heading of a file was taken for, in the file's order: names alone, so that secrets stay where they are. */
export const mappingOf = ({ headings, columns: meanings }: Pick<Headings, 'headings' | 'columns'>): MappedHeading[] =>
  headings.map((heading, index) => ({ heading, property: meanings[index] ?? 'ignored' }));
