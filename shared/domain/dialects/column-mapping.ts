/** What the columns of a file mean where somebody says so, and how a file was understood. */

import { beginningOf } from '../one-line.ts';
import { type Refusal, Refused } from '../refusals.ts';
import { type Column, columns } from './columns.ts';
import { headingKey } from './formats.ts';

/** Properties by the headings that mean them, as somebody wrote them down. */
export type ColumnMapping = Readonly<Record<string, string>>;
const known: ReadonlySet<string> = new Set(columns);

/**
 * The meanings that a mapping gives to headings, by the headings as they are compared. Throws `Refused` MappingInvalid
 * for each property that there is not, and each heading that the file does not have.
 */
export const meaningsIn = (mapping: ColumnMapping, headings: readonly string[]): ReadonlyMap<string, Column> => {
  const present = new Set(headings.map(headingKey));
  const named = Object.entries(mapping);
  const [first, ...others] = named.flatMap(([heading, property]) => [
    ...(known.has(property) ? [] : [invalid(`${brief(property)} is no property`)]),
    ...(present.has(headingKey(heading)) ? [] : [invalid(`the file has no heading ${brief(heading)}`)]),
  ]);
  if (first) throw new Refused(first, ...others);
  return new Map(named.map(([heading, property]) => [headingKey(heading), property as Column]));
};

const invalid = (fact: string): Refusal => ({ code: 'MappingInvalid', fact });

const brief = (name: string): string => (name.length > 60 ? `${beginningOf(name, 60)}…` : name);
