/** Comparisons with moments, as a range of places in time. */
import { Refused } from '../../domain/refusals.ts';
import { type Instant, instant } from '../../domain/time.ts';
import { isUuid } from '../../domain/uuid.ts';
import type { Comparison } from '../odata/conditions.ts';
import type { Operator } from '../odata/odata-filter.ts';

/** A text or moment of a filter that is none. */
export const invalid = (fact: string) => new Refused({ code: 'QueryInvalid', target: '$filter', fact });

/** Longer than any id, name or activity. */
const longestText = 128;

/** The text of a comparison; an id as we write it, whatever its case. Throws `Refused` QueryInvalid for one that nothing has. */
export const textOf = (value: string): string => {
  if (value.length > longestText || value === '') throw invalid(`a text has 1 to ${longestText} characters`);
  return isUuid(value) ? value.toLowerCase() : value;
};

/** Whether a comparison narrows a range of places; if so it does. Throws `Refused` QueryInvalid for what is no moment. */
export const narrows = (
  { operator, value: { type, text } }: Comparison,
  range: { from?: string; before?: string },
): boolean => {
  if (!isTime(operator) || type !== 'DateTime') return false;
  narrow(range, operator, momentOf(text));
  return true;
};

const isTime = (operator: Operator): operator is 'ge' | 'gt' | 'le' | 'lt' => /^[gl][et]$/.test(operator);

const momentOf = (literal: string): Instant => {
  const isMoment = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/.test(literal);
  const date = new Date(isMoment ? literal : Number.NaN);
  const moment = Number.isNaN(date.getTime()) ? '' : instant(date);
  // Years outside 0 to 9999 are written longer, and would not sort.
  if (moment.length !== 24) throw invalid('a moment is written as 2026-01-31T09:00:00Z');
  return moment as Instant;
};

/** Places begin with their time: those of a moment lie between `<time>#` and `<time>#~`. */
const narrow = (
  range: { from?: string; before?: string },
  operator: 'ge' | 'gt' | 'le' | 'lt',
  moment: Instant,
): void => {
  const place = operator === 'ge' || operator === 'lt' ? `${moment}#` : `${moment}#~`;
  if (operator === 'ge' || operator === 'gt') {
    range.from = range.from !== undefined && range.from > place ? range.from : place;
  } else {
    range.before = range.before !== undefined && range.before < place ? range.before : place;
  }
};
