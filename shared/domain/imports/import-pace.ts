/** How fast an import goes, and when it may be done. */

import type { Instant } from '../time.ts';
import type { ImportJob } from './import-job.ts';
import { type ImportProgress, rowsDone } from './import-progress.ts';

/** Rows a second, and the seconds that are left at that pace; null where the import is over, waits or has just begun. */
export type ImportPace = { rowsPerSecond: number | null; secondsLeft: number | null };

const unknown: ImportPace = { rowsPerSecond: null, secondsLeft: null };

/**
 * The pace since the import began. It counts the time of the plan, too, so that it is low at first and what is left is
 * rather told too long than too short.
 */
export const paceOf = (job: ImportJob, progress: ImportProgress, now: Instant): ImportPace => {
  const done = rowsDone(progress);
  const seconds = (new Date(now).getTime() - new Date(job.createdDateTime).getTime()) / 1000;
  if (job.status !== 'running' || done === 0 || seconds <= 0) return unknown;
  const rowsPerSecond = Math.round((done / seconds) * 10) / 10;
  if (job.rows === undefined) return { rowsPerSecond, secondsLeft: null };
  return { rowsPerSecond, secondsLeft: Math.ceil((Math.max(0, job.rows - done) * seconds) / done) };
};
