/** What ends in the days to come: passwords, graces of mailboxes, and the time in which deletions can be undone. */
import { type DueEntry, type ForecastDay, forecastEnd, tally } from '../../domain/reports/forecast.ts';
import { dayOf, type Instant } from '../../domain/time.ts';

/** The port to the due index. */
export type DueAhead = {
  /**
   * Hands over every entry whose next moment comes before `end`, in no order. Where there are more than one request can
   * read, those of the latest moments are missing: `completeTo` is the moment up to which all were handed over.
   */
  entriesBefore(end: Instant, take: (entry: DueEntry) => void): Promise<{ completeTo?: Instant }>;
};

/**
 * The days to come, today first. Nothing ends before its person's next moment, so that whatever ends on a day is known as
 * soon as all moments up to its end are; days of which that is not so are left out. Counts are by the policy under which
 * each person was last dated: after a policy was made longer, a day may still tell of people until their moment comes.
 */
export const forecast = async (due: DueAhead, now: Instant): Promise<ForecastDay[]> => {
  const { days, count } = tally(now);
  const { completeTo } = await due.entriesBefore(forecastEnd(now), count);
  return completeTo === undefined ? days : days.filter(({ day }) => day < dayOf(completeTo));
};
