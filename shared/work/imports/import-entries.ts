/** The audit entries of an import's life, as the write that they tell of takes them along. */
import { randomUUID } from 'node:crypto';
import type { AuditDetail, AuditEntry } from '../../domain/audit.ts';
import { endDetails, endedBy } from '../../domain/imports/import-end.ts';
import { type ImportActivity, importEntry } from '../../domain/imports/import-entry.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { ImportProgress } from '../../domain/imports/import-progress.ts';
import { type Actor, actorOf } from '../../domain/principal.ts';
import type { Instant } from '../../domain/time.ts';

/** The entry of what somebody did to an import; without `initiatedBy` it was its owner. */
export const importEntries = (
  job: ImportJob,
  activity: ImportActivity,
  { initiatedBy = actorOf(job.owner), now }: { initiatedBy?: Actor; now: Instant },
  details: readonly AuditDetail[] = [],
): AuditEntry[] => [importEntry(job, { id: randomUUID(), activity, initiatedBy, now }, details)];

/** The entry of an import's end with its counts, as `after` has it. */
export const endEntries = (
  before: ImportJob,
  after: ImportJob,
  progress: ImportProgress | undefined,
  now: Instant,
): AuditEntry[] =>
  importEntries(after, 'End import', { initiatedBy: endedBy(before, after), now }, endDetails(after, progress));
