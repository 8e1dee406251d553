/** How much ends on each of the days to come. */
import { addDays, dayOf, type Instant } from '../time.ts';
import type { DueEnd, EndKind } from './due-ends.ts';

/**
 * Ends of a day, and of how many people the index knows no more than that something falls due on it: those whom no
 * release since has written that notes ends.
 */
export type ForecastDay = Record<EndKind | 'unknown', number> & { day: string };

/** Days that are foretold. */
export const daysAhead = 30;

/** An entry of the due index: the next moment, and what ends; `ends` is undefined where an earlier release wrote it. */
export type DueEntry = { moment: Instant; ends: DueEnd[] | undefined };

/** Counts entries by day; `days` has what was counted, from today on. */
export const tally = (now: Instant) => {
  const days = Array.from({ length: daysAhead }, (_, ahead): ForecastDay => {
    return {
      day: dayOf(addDays(now, ahead)),
      ...{ password: 0, temporaryPassword: 0, grace: 0, deletion: 0, unknown: 0 },
    };
  });
  const byDay = new Map(days.map((day) => [day.day, day]));
  const count = ({ moment, ends }: DueEntry): void => {
    const found = ends ?? [{ kind: 'unknown' as const, day: dayOf(moment) }];
    for (const { kind, day } of found) {
      const counted = byDay.get(day);
      if (counted) counted[kind] += 1;
    }
  };
  return { days, count };
};

/** The first moment of which nothing is foretold. */
export const forecastEnd = (now: Instant): Instant => `${dayOf(addDays(now, daysAhead))}T00:00:00.000Z` as Instant;
