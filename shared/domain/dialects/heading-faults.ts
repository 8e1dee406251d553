/** What can be wrong with the headings of a file, as far as their meanings tell. */
import type { Refusal } from '../refusals.ts';
import { type Column, mayRepeat } from './columns.ts';
import type { Format } from './formats.ts';
import { headingKey } from './heading-key.ts';
import { listed } from './listed.ts';

/** Two headings that are one, or that mean one property which has one value. Where neither has a use it is no fault. */
export const duplicates = (headings: readonly string[], columns: readonly (Column | undefined)[]): Refusal[] => {
  const repeated = headings.filter((heading, index) => {
    const column = columns[index];
    if (column === 'ignored') return false;
    const isTwin = (other: string, otherIndex: number) =>
      otherIndex !== index &&
      ((heading !== '' && columns[otherIndex] !== 'ignored' && headingKey(other) === headingKey(heading)) ||
        (column !== undefined && !mayRepeat(column) && columns[otherIndex] === column));
    return headings.some(isTwin);
  });
  return repeated.length === 0 ? [] : [{ code: 'DuplicateHeadings', fact: listed(repeated) }];
};

/** The headings that mean nothing. */
export const strangeAmong = (headings: readonly string[], columns: readonly (Column | undefined)[]): string[] =>
  headings
    .map((heading, index) => heading || `(column ${index + 1} has none)`)
    .filter((_, index) => columns[index] === undefined);

/** What a file must have and has not. */
export const missing = (
  columns: readonly (Column | undefined)[],
  format: Format,
  makesUserNames = false,
): Refusal[] => {
  // Where nothing is known, naming two of the headings that lack would hide that all of them are strange.
  if (columns.every((column) => column === undefined)) return [];
  const refusals: Refusal[] = [];
  if (!makesUserNames && !columns.includes('userPrincipalName')) {
    refusals.push({ code: 'HeadingMissing', target: 'userPrincipalName', fact: 'the user name (User Name)' });
  }
  if (!columns.includes('displayName') && !format.displayNameFrom && !hasNames(columns)) {
    refusals.push({ code: 'HeadingMissing', target: 'displayName', fact: 'the display name (Display Name)' });
  }
  return refusals;
};

/** Whether a display name can be made of other names in the file. */
export const hasNames = (columns: readonly (Column | undefined)[]): boolean =>
  (['givenName', 'surname', 'surnameAndGivenName'] as const).some((name) => columns.includes(name));

/** Whether a cell is an address, or a user name: no heading is. */
export const isAddress = (cell: string): boolean => /^\s*[^\s@]+@[^\s@]+\.[^\s@]+\s*$/u.test(cell);
