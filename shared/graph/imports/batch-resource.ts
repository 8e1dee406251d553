/** Migration batches and their people as the API shows them. */
import { graceEnd } from '../../domain/enforcement/next-due.ts';
import { batchCountsOf, batchStatusOf, userStatusOf } from '../../domain/imports/batch-state.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { RowResult } from '../../domain/imports/import-progress.ts';
import type { Person } from '../../domain/person.ts';
import type { Policy } from '../../domain/policy.ts';
import { actorOf } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';
import type { Sentence, Telling } from '../../refusals/sentences-in.ts';
import type { ShownBatch } from '../../work/migrations/manage-batches.ts';
import { importResource } from './import-resource.ts';

/** A batch's resource: its counts are Exchange's, and what is wrong with the whole of it is told as of an import. */
export const batchResource = ({ job, marks, progress }: ShownBatch, now: Instant, telling: Telling) => {
  const { migration } = job;
  if (!migration) throw new Error('an import that is no batch was shown as one');
  const { type, displayName, notificationEmails, autoStart, autoComplete } = migration;
  const status = batchStatusOf(job, progress, marks);
  const { error, notes } = importResource(job, progress, now, { telling });
  return {
    ...{ id: job.id, displayName, migrationType: type, status },
    ...batchCountsOf(job, progress, status),
    notificationEmails: [...notificationEmails],
    ...{ autoStart, startAfterDateTime: migration.startAfterDateTime ?? null },
    ...{ autoComplete, completeAfterDateTime: migration.completeAfterDateTime ?? null },
    ...{ notes, error },
    createdBy: actorOf(job.owner),
    createdDateTime: job.createdDateTime,
    initialSyncDateTime: job.status === 'succeeded' ? (job.completedDateTime ?? null) : null,
    stoppedDateTime: marks.stoppedDateTime ?? (job.status === 'cancelled' ? (job.completedDateTime ?? null) : null),
    finalizedDateTime: marks.finalizedDateTime ?? null,
  };
};

/** Somebody in a batch, or a row of nobody. `person` is whoever it is about, as they are now. */
export const batchUserResource = (
  row: RowResult,
  { job, marks, progress, person }: ShownBatch & { person: Person | undefined },
  { policy, sentence }: { policy: Pick<Policy, 'mailboxGraceDays'>; sentence: Sentence },
) => {
  const status = userStatusOf(row.outcome, batchStatusOf(job, progress, marks), isWhole(job));
  const isThere = person && !person.deleted;
  const isFault = row.outcome === 'refused' || row.outcome === 'skipped';
  return {
    userPrincipalName: (isThere ? person.userPrincipalName : row.userPrincipalName) || null,
    rowNumber: row.rowNumber,
    personId: isThere ? person.id : null,
    batchId: job.id,
    status,
    statusSummary: status,
    mailbox: (isThere && person.mailbox?.state) || null,
    mailboxGraceEndDateTime: (isThere && graceEnd(person, policy as Policy)) || null,
    error:
      isFault && row.code !== undefined
        ? { code: row.code, message: sentence({ ...row, code: row.code }), target: row.target ?? null }
        : null,
  };
};

const isWhole = ({ stage, status }: ImportJob): boolean => stage === 'settled' && status === 'succeeded';
