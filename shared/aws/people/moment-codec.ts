/** Moments as numbers: 8 bytes of an item instead of 24. */
import { instant } from '../../domain/time.ts';

/** The moments that an ordinary person has; those of rare states are kept as text. */
const moments: ReadonlySet<string> = new Set([
  'createdDateTime',
  'changedDateTime',
  'temporaryUntil',
  'leaseUntil',
  'retryAt',
  'sentDateTime',
]);

/** A value as it is kept: milliseconds since 1970 in the place of a moment. */
export const encodeMoment = (name: string, value: unknown): unknown =>
  typeof value === 'string' && moments.has(name) ? Date.parse(value) : value;

/** The value again; a moment that was kept as text stays. */
export const decodeMoment = (name: string, value: unknown): unknown =>
  typeof value === 'number' && moments.has(name) ? instant(value) : value;
