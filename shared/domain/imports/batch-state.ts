/** How far a batch and its people are, in Exchange's words. */

import type { BatchMarks } from '../migrations/migration.ts';
import type { ImportJob } from './import-job.ts';
import { type ImportProgress, type RowOutcome, rowsDone } from './import-progress.ts';

/** States of a batch by Exchange's names, of which it has more: those of mail that is moved. */
export const batchStatuses = [
  'Created',
  'Waiting',
  'Starting',
  'Syncing',
  'Synced',
  'SyncedWithErrors',
  'Stopped',
  'Completed',
  'CompletedWithErrors',
  'Failed',
] as const;
export type BatchStatus = (typeof batchStatuses)[number];

/** States of somebody in a batch. `Skipped` is ours: the row is of no person. */
export const userStatuses = ['Synced', 'Completed', 'Failed', 'Stopped', 'Skipped'] as const;
export type UserStatus = (typeof userStatuses)[number];

/** The state of a batch. */
export const batchStatusOf = (
  { stage, status, migration }: Pick<ImportJob, 'stage' | 'status' | 'migration'>,
  { refused }: Pick<ImportProgress, 'refused'>,
  marks: BatchMarks,
): BatchStatus => {
  switch (stage) {
    case 'uploading':
      return 'Created';
    case 'waiting':
      return migration?.startAfterDateTime === undefined ? 'Created' : 'Waiting';
    case 'planning':
      return 'Starting';
    case 'holding':
      return 'Waiting';
    case 'sending':
    case 'provisioning':
      return 'Syncing';
    case 'settled':
      if (status === 'failed') return 'Failed';
      if (status === 'cancelled') return 'Stopped';
      if (marks.finalizedDateTime !== undefined) return refused > 0 ? 'CompletedWithErrors' : 'Completed';
      if (marks.stoppedDateTime !== undefined) return 'Stopped';
      return refused > 0 ? 'SyncedWithErrors' : 'Synced';
  }
};

/** Whether every row of a batch has its outcome, and nobody has stopped or completed it. */
export const isSynced = (status: BatchStatus): boolean => status === 'Synced' || status === 'SyncedWithErrors';

export const isCompleted = (status: BatchStatus): boolean => status === 'Completed' || status === 'CompletedWithErrors';

/** The people of a batch, counted as Exchange does. `totalCount` is null until the file was read; else it is the sum. */
export type BatchCounts = {
  totalCount: number | null;
  activeCount: number;
  syncedCount: number;
  finalizedCount: number;
  failedCount: number;
  stoppedCount: number;
  skippedCount: number;
};

/** The counts of a batch in this state. Rows without an outcome are active, or stopped where it is over. */
export const batchCountsOf = (
  { rows }: Pick<ImportJob, 'rows'>,
  progress: ImportProgress,
  status: BatchStatus,
): BatchCounts => {
  const { refused: failedCount, skipped: skippedCount } = progress;
  const done = rowsDone(progress);
  const taken = done - failedCount - skippedCount;
  const rest = Math.max(0, (rows ?? 0) - done);
  const isOver = status === 'Stopped' || status === 'Failed';
  const isStoppedWhole = status === 'Stopped' && rest === 0;
  return {
    totalCount: rows ?? null,
    activeCount: isOver ? 0 : rest,
    syncedCount: isCompleted(status) || isStoppedWhole ? 0 : taken,
    finalizedCount: isCompleted(status) ? taken : 0,
    failedCount,
    stoppedCount: (isOver ? rest : 0) + (isStoppedWhole ? taken : 0),
    skippedCount,
  };
};

/** The state of somebody whose row has this outcome, in a batch in this state. */
export const userStatusOf = (outcome: RowOutcome, status: BatchStatus, isWhole: boolean): UserStatus => {
  if (outcome === 'refused') return 'Failed';
  if (outcome === 'skipped') return 'Skipped';
  if (isCompleted(status)) return 'Completed';
  return status === 'Stopped' && isWhole ? 'Stopped' : 'Synced';
};
