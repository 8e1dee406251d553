/** What the audit tells of an import's end. */
import type { AuditDetail } from '../audit.ts';
import { type Actor, actorOf, systemActor } from '../principal.ts';
import { detail } from './import-entry.ts';
import type { ImportJob } from './import-job.ts';
import { type ImportProgress, rowOutcomes } from './import-progress.ts';

/** How it ended: its status with the refusal that ended it, its rows, and what became of them, as far as anything did. */
export const endDetails = (
  { status, refusal, rows }: ImportJob,
  progress: ImportProgress | undefined,
): AuditDetail[] => [
  detail('status', status),
  ...(refusal ? [detail('code', refusal.code)] : []),
  detail('rows', rows ?? 0),
  ...rowOutcomes.flatMap((outcome) => {
    const count = progress?.[outcome] ?? 0;
    return count > 0 || usualOutcomes.has(outcome) ? [detail(outcome, count)] : [];
  }),
];

/**
 * Whose end it is: the owner's, whose work it was; Muster's own where it ended an import that its owner did nothing about,
 * or might no more.
 */
export const endedBy = (before: ImportJob, after: ImportJob): Actor => {
  const isMustersOwn = before.stage === 'uploading' || ownEnds.has(after.refusal?.code ?? '');
  return isMustersOwn ? systemActor('import-users') : actorOf(after.owner);
};

/** Refusals by which Muster ends an import against its owner. */
const ownEnds: ReadonlySet<string> = new Set(['OwnerGone']);

/** Counts that every import has, if they are 0; only an undo deletes and restores. */
const usualOutcomes: ReadonlySet<string> = new Set(['created', 'updated', 'unchanged', 'refused']);
