/** One batch, as the verbs of migrations ask for it and tell of it. */
import { importApi } from '../../imports/import-api.ts';
import { createProgress } from '../../imports/progress.ts';
import { followImport } from '../../imports/run-import.ts';
import type { Context } from '../context.ts';
import { exitCodes } from '../fault.ts';

/** The list of batches, and one of them. */
export const batchesPath = '/v1.0/migrationBatches';
export const addressOf = (id: string): string => `${batchesPath}/${encodeURIComponent(id)}`;

/** What is shown of batches in a list. */
export const batchColumns = {
  Batch: 'id',
  Name: 'displayName',
  Type: 'migrationType',
  Status: 'status',
  Total: 'totalCount',
  Synced: 'syncedCount',
  Failed: 'failedCount',
};

/** What is shown of one batch: its counts make up its total. */
export const batchPairs = {
  ...{ Batch: 'id', Name: 'displayName', Type: 'migrationType', Status: 'status', Total: 'totalCount' },
  ...{ Active: 'activeCount', Synced: 'syncedCount', Completed: 'finalizedCount', Failed: 'failedCount' },
  ...{ Stopped: 'stoppedCount', Skipped: 'skippedCount', 'Starts after': 'startAfterDateTime' },
  ...{ 'Completes after': 'completeAfterDateTime', 'Every row since': 'initialSyncDateTime' },
  ...{ 'Completed since': 'finalizedDateTime', Notes: 'notes' },
};

type Batch = { id: string; status: string; failedCount: number; error: { message: string } | null };

/**
 * Prints a batch, and says in words what is next. A batch that failed ends with exit code 1, and so does one that was
 * followed of which rows were refused.
 */
export const tellOf = async ({ print, say }: Context, told: unknown, isFollowed: boolean): Promise<void> => {
  const { id, status, failedCount, error } = told as Batch;
  await print(told, batchPairs);
  if (error) say(error.message);
  if (failedCount > 0) say(`Why rows were refused: muster migrations users ${id} --status Failed`);
  if (status === 'Created') say(`It waits for its start: muster migrations start ${id}`);
  if (/^Synced/.test(status)) {
    say(`Whose 30 days run: muster migrations users ${id} --mailbox grace`);
    say(`Once the mail is over there: muster migrations complete ${id}`);
  }
  if (status === 'Failed' || (isFollowed && failedCount > 0)) process.exitCode = exitCodes.refused;
};

/** Waits until each row has its outcome, or somebody has to decide; the answer is the batch. Its id is that of its import. */
export const followBatch = async ({ call, say }: Context, id: string): Promise<unknown> => {
  await followImport(importApi(call), id, createProgress('batch', say));
  return call('GET', addressOf(id));
};
