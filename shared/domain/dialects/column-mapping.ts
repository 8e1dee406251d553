/** What the columns of a file mean where somebody says so. */

import { beginningOf } from '../one-line.ts';
import { type Refusal, Refused } from '../refusals.ts';
import { type Column, columns } from './columns.ts';
import { headingKey, namesPassword } from './heading-key.ts';

/** Properties by the headings that mean them, as somebody wrote them down; `*` stands for all that are not known. */
export type ColumnMapping = Readonly<Record<string, string>>;
const known: ReadonlySet<string> = new Set(columns);

/** In place of a heading: every one that is neither named nor known. */
export const everyOther = '*';

/** What a mapping says: of headings by the way in which they are compared, and whether all others may be left out. */
export type SaidMeanings = {
  readonly of: (heading: string) => Column | undefined;
  readonly isEmpty: boolean;
  readonly ignoresOthers: boolean;
};

/**
 * The meanings that a mapping gives to headings. Throws `Refused` MappingInvalid for each property that there is not,
 * each heading that the file does not have, and a `*` that is not `ignored`. What is left out and may be a password is
 * taken for one of another system: no report has it.
 */
export const meaningsIn = (mapping: ColumnMapping, headings: readonly string[]): SaidMeanings => {
  const present = new Set(headings.map(headingKey));
  const { [everyOther]: others, ...named } = mapping;
  const [first, ...more] = [
    ...Object.entries(named).flatMap(([heading, property]) => [
      ...(known.has(property) ? [] : [invalid(`${brief(property)} is no property`)]),
      ...(present.has(headingKey(heading)) ? [] : [invalid(`the file has no heading ${brief(heading)}`)]),
    ]),
    ...(others === undefined || others === 'ignored' ? [] : [invalid('* can only be ignored')]),
  ];
  if (first) throw new Refused(first, ...more);
  const said = new Map(Object.entries(named).map(([heading, property]) => [headingKey(heading), property as Column]));
  return {
    of: (heading) => hidden(heading, said.get(headingKey(heading))),
    isEmpty: Object.keys(mapping).length === 0,
    ignoresOthers: others !== undefined,
  };
};

/** A column that is left out, or the same one kept out of reports where it may hold passwords. */
export const hidden = <Kept>(heading: string, column: Kept): Kept | 'foreignPassword' =>
  column === 'ignored' && namesPassword(heading) ? 'foreignPassword' : column;

const invalid = (fact: string): Refusal => ({ code: 'MappingInvalid', fact });

const brief = (name: string): string => (name.length > 60 ? `${beginningOf(name, 60)}…` : name);
