/** What can be done with a migration batch: it is started, stopped, completed, and taken off the list. */

import { batchStatusOf, isCompleted, isSynced } from '../../domain/imports/batch-state.ts';
import type { ImportActivity } from '../../domain/imports/import-entry.ts';
import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { ImportProgress } from '../../domain/imports/import-progress.ts';
import type { BatchMarks } from '../../domain/migrations/migration.ts';
import { Refused } from '../../domain/refusals.ts';
import type { Batch, MigrationBatches } from '../imports/migration-batches.ts';
import {
  cancelImport,
  type ImportAsked,
  type ManageImportPorts,
  resumeImport,
  told,
} from '../imports/run/manage-imports.ts';

export type ManageBatchPorts = ManageImportPorts & { batches: MigrationBatches };

/** A batch as it stands, with its progress. */
export type ShownBatch = Batch & { progress: ImportProgress };

/** Tries at one batch; each lost one means that somebody else marked it. */
const maxTries = 10;

/** The batch of an id, unless it was taken off the list. Throws `Refused` NotFound. */
export const batchOf = async (
  id: string,
  { imports, batches }: { imports: Pick<ManageImportPorts['imports'], 'read' | 'progress'>; batches: MigrationBatches },
): Promise<ShownBatch> => {
  const job = /^[0-9a-f-]{36}$/.test(id) ? await imports.read(id) : undefined;
  if (!job?.migration) throw new Refused({ code: 'NotFound' });
  const [marks, progress] = await Promise.all([batches.marks(id), imports.progress(id)]);
  if (marks.removedDateTime !== undefined) throw new Refused({ code: 'NotFound' });
  return { job, marks, progress };
};

/**
 * Starts a batch that waits for it, or goes on with one that was stopped, is on hold, or failed in a way that can be
 * mended, with no more rights than its owner and whoever asks have both. Throws `Refused` NotFound, ImportNotResumable,
 * TooManyOpenImports.
 */
export const startBatch = async (asked: ImportAsked, ports: ManageBatchPorts): Promise<ImportJob> => {
  const { job, marks } = await batchOf(asked.id, ports);
  // Stopped when it was synced: there is nothing to be done again.
  if (job.stage === 'settled' && job.status === 'succeeded' && marks.stoppedDateTime !== undefined) {
    return marked(asked, ports, 'Resume import', ({ stoppedDateTime: _stopped, ...others }, shown) => {
      if (others.finalizedDateTime !== undefined || statusOf(shown) !== 'Stopped') {
        throw new Refused({ code: 'ImportNotResumable' });
      }
      return { ...others, startedDateTime: ports.now() };
    });
  }
  return resumeImport(asked, ports);
};

/** Stops a batch, wherever it stands; rows that have their outcome keep it. Throws `Refused` NotFound, ImportOver. */
export const stopBatch = async (asked: ImportAsked, ports: ManageBatchPorts): Promise<ImportJob> => {
  const shown = await batchOf(asked.id, ports);
  if (shown.job.stage !== 'settled') return cancelImport(asked, ports);
  return marked(asked, ports, 'Stop migration batch', (marks, now) => {
    if (!isSynced(statusOf(now))) throw new Refused({ code: 'ImportOver' });
    return { ...marks, stoppedDateTime: ports.now() };
  });
};

/**
 * Says that the mail of a batch is over there, of which the final report tells; done twice it is done. Throws `Refused`
 * NotFound, BatchNotSynced.
 */
export const completeBatch = async (asked: ImportAsked, ports: ManageBatchPorts): Promise<ImportJob> => {
  const job = await marked(asked, ports, 'Complete migration batch', (marks, shown) => {
    const status = statusOf(shown);
    if (isCompleted(status)) return undefined;
    if (!isSynced(status)) throw new Refused({ code: 'BatchNotSynced' });
    return { ...marks, finalizedDateTime: ports.now() };
  });
  // Its next step has the report mailed; should this be lost, the sweep finds that nobody was told.
  await ports.queues.files([{ kind: 'continueImport', importId: job.id }]);
  return job;
};

/** Takes a batch off the list that is not at work. Its people and its import stay. Throws `Refused` NotFound, ImportNotOver. */
export const deleteBatch = async (asked: ImportAsked, ports: ManageBatchPorts): Promise<void> => {
  await marked(asked, ports, 'Delete migration batch', (marks, { job }) => {
    if (job.stage !== 'settled') throw new Refused({ code: 'ImportNotOver' });
    return { ...marks, removedDateTime: ports.now() };
  });
};

const statusOf = ({ job, progress, marks }: ShownBatch) => batchStatusOf(job, progress, marks);

/** Marks a batch as `change` says, which may be asked again with newer marks; undefined where nothing is to be done. */
const marked = async (
  { id, principal }: ImportAsked,
  ports: ManageBatchPorts,
  activity: ImportActivity,
  change: (marks: BatchMarks, shown: ShownBatch) => Omit<BatchMarks, 'version'> | undefined,
): Promise<ImportJob> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const shown = await batchOf(id, ports);
    const after = change(shown.marks, shown);
    if (!after) return shown.job;
    const entries = told(shown.job, activity, principal, ports);
    if (await ports.batches.mark(shown.job, shown.marks, after, entries)) return shown.job;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};
