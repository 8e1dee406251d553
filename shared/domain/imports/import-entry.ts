/** What the audit tells of an import's life: that it was asked for, begun, resumed, undone, cancelled and ended. */
import type { ActivityName } from '../audit/activities.ts';
import type { AuditDetail, AuditEntry } from '../audit.ts';
import { shortLine } from '../one-line.ts';
import type { Actor } from '../principal.ts';
import type { Instant } from '../time.ts';
import type { ImportJob } from './import-job.ts';
import { fileNameOf } from './option-files.ts';

/** What is done to an import as a whole. */
export type ImportActivity = Extract<ActivityName, `${string} import` | `${string} migration batch`>;

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
  target: { type: 'Import', id: importId, displayName: shortLine(fileNameOf(file.key), longestName) },
  modifiedProperties: [],
  additionalDetails: [
    detail('kind', kind === 'import' && options.dryRun ? 'dryRun' : kind),
    ...(undoes === undefined ? [] : [detail('undoes', undoes)]),
    ...(applies === undefined ? [] : [detail('applies', applies)]),
    ...details,
  ],
});

/** So much of a file's name is told: a key of S3 has up to 1,024 bytes. */
const longestName = 256;

/** A fact as an entry has it. */
export const detail = (key: string, value: string | number): AuditDetail => ({ key, value: String(value) });
