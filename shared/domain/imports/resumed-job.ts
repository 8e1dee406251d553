/** What an import is when somebody has it go on. */

import type { Migration } from '../migrations/migration.ts';
import { isSamePrincipal, type Principal } from '../principal.ts';
import type { Instant } from '../time.ts';
import type { ImportJob, SynchronizationRun } from './import-job.ts';

/** Ends that can be mended: the file can be put there again, more refusals can be meant to be taken, a limit can be raised. */
const mendable = new Set(['FileUnavailable', 'TooManyRefusals', 'ImportImpossible']);

/**
 * The import as it goes on: from its plan, with the rows that have their outcome. One that is on hold goes on without the
 * seats that it waits for. Whoever is not its owner stands behind it from here on, in the place of who resumed it before.
 * Undefined where it cannot: it succeeded, failed for good, runs, or never had its file.
 */
export const resumedJob = (job: ImportJob, principal: Principal, now: Instant): ImportJob | undefined => {
  if (job.migration && notBegun.has(job.stage)) return startedJob(job, job.migration, principal, now);
  if (!isResumable(job)) return undefined;
  const {
    completedDateTime: _end,
    refusal: _refusal,
    chunks: _chunks,
    report: _report,
    isOwnerNotifiedOfHold: _told,
    resumedBy: _former,
    decided: _decided,
    counting: _counting,
    place: _place,
    reporting: _reporting,
    ...rest
  } = job;
  return {
    ...rest,
    ...(isSamePrincipal(job.owner, principal) ? {} : { resumedBy: principal }),
    options: isOnHold(job) ? { ...job.options, seatsShort: 'unlicensed' } : job.options,
    ...(job.synchronization && { synchronization: resumedRun(job) }),
    stage: 'planning',
    status: 'running',
    nextRow: 1,
    chunksBegun: 0,
    resumptions: job.resumptions + 1,
    revivals: 0,
    continuations: 0,
    lastStepDateTime: now,
  };
};

/** Stages of a migration batch that somebody is still to start. */
const notBegun: ReadonlySet<ImportJob['stage']> = new Set(['uploading', 'waiting']);

/**
 * A batch as somebody starts it: with its file, or as soon as that is there. It counts as a resumption, so that whoever
 * binds its file at the same moment sees it.
 */
const startedJob = (job: ImportJob, migration: Migration, principal: Principal, now: Instant): ImportJob => {
  const resumptions = job.resumptions + 1;
  return {
    ...job,
    ...(isSamePrincipal(job.owner, principal) ? {} : { resumedBy: principal }),
    migration: { ...migration, startedBy: resumptions },
    ...(job.stage === 'waiting' && { stage: 'planning', status: 'running' }),
    resumptions,
    lastStepDateTime: now,
  };
};

/** Whoever lets a run go on that waits for its deletions has looked at them. */
const resumedRun = (job: ImportJob): SynchronizationRun => {
  const { scope, mayDelete } = job.synchronization ?? { scope: 'full' };
  return { scope, ...((mayDelete || isOnHold(job)) && { mayDelete: true }) };
};

const isOnHold = ({ stage }: ImportJob): boolean => stage === 'holding';

/** Whether it can go on at all. */
export const isResumable = (job: ImportJob): boolean => {
  const { stage, status, file, refusal, kind } = job;
  if (isOnHold(job) || stage === 'waiting') return true;
  const hasFile = kind === 'undo' || file.versionId !== undefined || file.etag !== undefined;
  if (stage !== 'settled' || !hasFile) return false;
  return status === 'cancelled' || (status === 'failed' && refusal !== undefined && mendable.has(refusal.code));
};

/** Whether an import is to stop because of its refused rows. Who resumed it has seen them. */
export const isTooMany = (refused: number, { options, resumptions, migration }: ImportJob): boolean =>
  options.stopAfterRefusals !== undefined &&
  resumptions === (migration?.startedBy ?? 0) &&
  refused >= options.stopAfterRefusals;
