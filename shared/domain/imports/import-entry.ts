/** What the audit tells of an import's life: that it was asked for, begun, resumed, undone, cancelled, and how it ended. */
import type { AuditDetail, AuditEntry } from '../audit.ts';
import { shortLine } from '../one-line.ts';
import { type Actor, actorOf, systemActor } from '../principal.ts';
import type { Instant } from '../time.ts';
import type { ImportJob } from './import-job.ts';
import { type ImportProgress, rowOutcomes } from './import-progress.ts';

/** What is done to an import as a whole. */
export type ImportActivity =
  /** An address was given for its file, which may never come. */
  | 'Request import'
  /** Its file is there, or what it undoes or applies is: rows may be done from now on. */
  | 'Begin import'
  | 'Apply import'
  | 'Undo import'
  | 'Resume import'
  | 'Cancel import'
  | 'Send credentials of import'
  | 'End import';

/** An entry that tells of an import; `details` are facts beside those that every such entry has. */
export const importEntry = (
  { id: importId, kind, options, file, undoes, applies }: ImportJob,
  { id, activity, initiatedBy, now }: { id: string; activity: ImportActivity; initiatedBy: Actor; now: Instant },
  details: readonly AuditDetail[] = [],
): AuditEntry => ({
  id,
  activityDateTime: now,
  activityDisplayName: activity,
  initiatedBy,
  target: { type: 'Import', id: importId, displayName: shortLine(file.key, longestName) },
  modifiedProperties: [],
  additionalDetails: [
    detail('kind', kind === 'import' && options.dryRun ? 'dryRun' : kind),
    ...(undoes === undefined ? [] : [detail('undoes', undoes)]),
    ...(applies === undefined ? [] : [detail('applies', applies)]),
    ...details,
  ],
});

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

/** So much of a file's name is told: a key of S3 has up to 1,024 bytes. */
const longestName = 256;

/** A fact as an entry has it. */
export const detail = (key: string, value: string | number): AuditDetail => ({ key, value: String(value) });
