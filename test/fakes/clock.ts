/** A clock that tests move. */
import { addSeconds, type Instant, instant } from '../../shared/domain/time.ts';

/** The moment at which most tests begin: a Monday, far from daylight saving and year ends. */
export const monday = instant('2026-01-05T09:00:00Z');

export const clockAt = (start: Instant = monday) => {
  let at = start;
  return {
    now: () => at,
    pass: ({ seconds = 0, minutes = 0, days = 0 }: { seconds?: number; minutes?: number; days?: number }) => {
      at = addSeconds(at, seconds + minutes * 60 + days * 86_400);
    },
  };
};
