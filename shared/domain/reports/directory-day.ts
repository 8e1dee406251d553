/** How large the directory was on a day. */
import type { Sku } from '../licences/licences.ts';
import type { Instant } from '../time.ts';

/** People of a shard, those of them who are blocked, and the deleted who can be restored. */
export type PeopleCount = { people: number; blocked: number; deleted: number };

/** Seats of a licence on a day. */
export type SeatCount = Pick<Sku, 'skuId' | 'skuPartNumber' | 'enabled' | 'free' | 'reserved'>;

/**
 * A day of the directory. Each shard of people is counted by itself in the first sweeps of the day (UTC), so that a day is
 * no picture of one moment: who is added, deleted or renamed in those seconds may be counted or not. Seats are those of
 * one moment. `dateTime` is when the first shard was counted.
 */
export type DirectoryDay = PeopleCount & { day: string; dateTime: Instant; licences: SeatCount[] };

/** Days for which counts are kept: a year, and who looks at the end of it. */
export const daysKept = 400;

/** The sum of counts. */
export const sumOf = (counts: readonly PeopleCount[]): PeopleCount => ({
  people: counts.reduce((sum, { people }) => sum + people, 0),
  blocked: counts.reduce((sum, { blocked }) => sum + blocked, 0),
  deleted: counts.reduce((sum, { deleted }) => sum + deleted, 0),
});
