/** The one home of moments: every time in Muster is a UTC ISO string, except where DynamoDB's TTL wants seconds. */

/** A UTC moment as `2026-01-31T09:00:00.000Z`: always 24 characters, so that text order is time order. */
export type Instant = string & { readonly __brand: 'Instant' };

/** Whole seconds since 1970, the unit of DynamoDB's TTL. A brand of its own, because milliseconds there never expire. */
export type EpochSeconds = number & { readonly __brand: 'EpochSeconds' };

/** A moment from a date or from text that `Date` reads. Throws a RangeError for what is no date. */
export const instant = (when: Date | string | number): Instant => new Date(when).toISOString() as Instant;

/** The day of a moment in UTC, as `2026-01-31`. */
export const dayOf = (moment: Instant): string => moment.slice(0, 10);

/** The moment `days` whole days (of 24 hours, so no daylight saving) after `from`; negative goes back. */
export const addDays = (from: Instant, days: number): Instant => addSeconds(from, days * 86_400);

/** Days from one moment to a later one; a day that has begun counts. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.ceil((new Date(to).getTime() - new Date(from).getTime()) / 86_400_000);

/** The moment `seconds` after `from`. */
export const addSeconds = (from: Instant, seconds: number): Instant =>
  instant(new Date(from).getTime() + seconds * 1000);

/** Seconds since 1970, rounded up, so that nothing expires before its moment. */
export const epochSeconds = (when: Instant): EpochSeconds => Math.ceil(new Date(when).getTime() / 1000) as EpochSeconds;

/** The earliest of the moments that are given; none when all are absent. */
export const earliest = (...moments: (Instant | undefined)[]): Instant | undefined =>
  moments.filter((moment) => moment !== undefined).sort()[0];
