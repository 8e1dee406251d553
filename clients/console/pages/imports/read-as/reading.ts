/** How a file is to be read, as somebody says it on the page, and as the API is asked. */

import { everyOther } from '../../../../../shared/domain/dialects/column-mapping.ts';
import { type Column, mayRepeat } from '../../../../../shared/domain/dialects/columns.ts';
import type { Import, ReadAs } from '../../../api/imports.ts';

/** A heading of the file and what it is taken for. */
export type Meaning = { heading: string; property: string };

export type Reading = {
  meanings: readonly Meaning[];
  /** Whether columns that are neither known nor named are left out; undefined where that was not proposed. */
  leavesOutOthers: boolean | undefined;
  encoding: string;
  sheet: string;
  /** The heading of the column that was not found, and a pattern for user names in place of one. */
  missing: string;
  pattern: string;
};

/** What the page begins with: how the file was read, or what is proposed for headings that are not known. */
export const firstReading = ({ columns, error, options }: Import): Reading => {
  const { [everyOther]: others, ...proposed } = error?.options?.columns ?? {};
  const asked = Object.entries(proposed).map(([heading, property]) => ({ heading, property }));
  return {
    meanings: asked.length > 0 ? asked : columns.map(({ heading, property }) => ({ heading, property })),
    leavesOutOthers: others === undefined ? undefined : true,
    encoding: options.encoding ?? '',
    sheet: options.sheet ?? '',
    missing: '',
    pattern: options.userNamePattern ?? '',
  };
};

/** The body of another check: what was said before, and what is said now. */
export const readAs = (reading: Reading, one: Import): ReadAs => {
  const { meanings, leavesOutOthers, encoding, sheet, missing, pattern } = reading;
  const first = firstReading(one);
  const isProposed = one.error?.options !== undefined;
  const said = meanings.filter(({ heading, property }, index) => {
    return heading !== '' && (isProposed || first.meanings[index]?.property !== property);
  });
  const columns = {
    ...one.options.columns,
    ...Object.fromEntries(said.map(({ heading, property }) => [heading, property])),
    ...(leavesOutOthers && { [everyOther]: 'ignored' }),
    ...(missing.trim() !== '' && { [missing.trim()]: one.error?.target ?? '' }),
  };
  return {
    ...(Object.keys(columns).length > 0 && { columns }),
    ...(encoding !== '' && { encoding }),
    ...(sheet.trim() !== '' && { sheet: sheet.trim() }),
    ...(pattern.trim() !== '' && { userNamePattern: pattern.trim() }),
  };
};

/** Of headings that are taken for the same, where a file may have that once: the other heading, by their places. */
export const twiceIn = (meanings: readonly Meaning[]): ReadonlyMap<number, string> => {
  const places = new Map<string, number>();
  const twice = new Map<number, string>();
  for (const [place, { heading, property }] of meanings.entries()) {
    const before = places.get(property);
    if (before === undefined || mayRepeat(property as Column)) {
      places.set(property, place);
      continue;
    }
    twice.set(place, meanings[before]?.heading ?? '');
    if (!twice.has(before)) twice.set(before, heading);
  }
  return twice;
};

/** What has to be said before a file can be checked again that could not be read: else the same would come of it. */
export const lackingIn = (
  { encoding, missing, pattern }: Reading,
  { error }: Import,
): 'encoding' | 'heading' | undefined => {
  if (error?.code === 'EncodingUnclear' && encoding === '') return 'encoding';
  return error?.code === 'HeadingMissing' && missing.trim() === '' && pattern.trim() === '' ? 'heading' : undefined;
};
