/** The mails that tell an import's owner that it waits for seats, and how it ended. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import { type BatchMarks, completesItself } from '../../../domain/migrations/migration.ts';
import { shortLine } from '../../../domain/one-line.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Policy } from '../../../domain/policy.ts';
import type { Instant } from '../../../domain/time.ts';
import { mostNamed } from '../../../mail/imports/import-blocks.ts';
import { importOnHold } from '../../../mail/imports/import-on-hold.ts';
import type { ImportOutcome } from '../../../mail/imports/import-outcome.ts';
import { importResults } from '../../../mail/imports/import-results.ts';
import { runOnHold } from '../../../mail/imports/run-on-hold.ts';
import type { Directory } from '../../directory.ts';
import { mailAdministrators } from '../../mailing/mail-administrators.ts';
import type { Mailer } from '../../mailing/mailer.ts';
import type { Imports } from '../imports.ts';
import type { MigrationBatches } from '../migration-batches.ts';
import { isToTellOfRun, toldOfRun } from '../synchronization/tell-of-runs.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';
import { onHold, outcomeOf } from './import-outcome.ts';

export type ResultPorts = {
  imports: Pick<Imports, 'read' | 'progress' | 'roleRows' | 'resultPage' | 'isOpen' | 'close' | 'advance'>;
  directory: Pick<Directory, 'catalogue' | 'readPeople'>;
  synchronization: Pick<SynchronizationStore, 'read' | 'write'>;
  batches: Pick<MigrationBatches, 'marks' | 'mark'>;
  mailer: Mailer;
  organisation: Organisation;
  policy: Pick<Policy, 'mailboxGraceDays'>;
  now: () => Instant;
};

/**
 * Mails the results of a settled import and closes it, or what one on hold waits for. What has been told is left alone;
 * a delayed mail stays owed. Each is marked after its mail: a crash in between tells it again, and nothing is untold.
 */
export const sendImportResults = async (importId: string, ports: ResultPorts): Promise<void> => {
  const job = await ports.imports.read(importId);
  if (job?.stage === 'settled') await (job.migration ? tellBatch : tellEnd)(job, ports);
  if (job?.stage === 'holding') await (job.kind === 'synchronization' ? tellHeldRun : tellHold)(job, ports);
};

const tellEnd = async (job: ImportJob, ports: ResultPorts): Promise<void> => {
  const { imports, organisation } = ports;
  if (!(await imports.isOpen(job.id))) return;
  // Of a run nobody hears that all went well, as it does every half an hour, nor of each that fails for one reason.
  if (job.kind === 'synchronization' && !(await isToTellOfRun(job, ports))) return imports.close(job.id);
  const content = importResults(await toldOutcome(job, imports), {
    organisation,
    language: organisation.preferredLanguage,
  });
  if (!(await mailAdministrators(content, ports))) return;
  if (job.kind === 'synchronization') await toldOfRun(ports);
  await imports.close(job.id);
};

/** What is told of an import's rows; of those of one outcome only where there are some, since all are read through. */
const toldOutcome = async (job: ImportJob, imports: ResultPorts['imports']): Promise<ImportOutcome> => {
  const [progress, roles] = [await imports.progress(job.id), await imports.roleRows(job.id, mostNamed)];
  const refused = progress.refused > 0 ? await firstRefused(job.id, imports) : [];
  return outcomeOf(job, progress, roles, refused);
};

/**
 * Of a batch that is told when its mailboxes are made, and when it is completed; of one that is completed by itself at
 * once, the final report alone.
 */
const tellBatch = async (job: ImportJob, ports: ResultPorts): Promise<void> => {
  const { imports, batches, now } = ports;
  const marks = await batches.marks(job.id);
  const isNew = await imports.isOpen(job.id);
  const isSynced = job.status === 'succeeded';
  if (isNew && isSynced && job.migration && completesItself(job.migration, now())) {
    // Somebody else may have marked it meanwhile: whatever is so then is told.
    await batches.mark(job, marks, { ...marks, finalizedDateTime: marks.finalizedDateTime ?? now() });
    return tellMarked(job, await batches.marks(job.id), isNew, ports);
  }
  return tellMarked(job, marks, isNew, ports);
};

const tellMarked = async (job: ImportJob, marks: BatchMarks, isNew: boolean, ports: ResultPorts): Promise<void> => {
  const { imports, batches, organisation, policy } = ports;
  const isCompleted = marks.finalizedDateTime !== undefined;
  const isOwed = isCompleted && !marks.isFinalReportSent;
  if (!isNew && !isOwed) return;
  const { displayName, notificationEmails = [] } = job.migration ?? { displayName: '' };
  const batch = { displayName, isCompleted, graceDays: policy.mailboxGraceDays };
  const outcome = { ...(await toldOutcome(job, imports)), ...(job.status === 'succeeded' && { batch }) };
  const content = importResults(outcome, { organisation, language: organisation.preferredLanguage });
  if (!(await mailAdministrators(content, ports, notificationEmails))) return;
  if (isOwed) await markReported(job, marks, batches);
  if (isNew) await imports.close(job.id);
};

/** Somebody may have marked it while the mail left; that it left is kept all the same. */
const markReported = async (job: ImportJob, marks: BatchMarks, batches: ResultPorts['batches']): Promise<void> => {
  let before = marks;
  while (!(await batches.mark(job, before, { ...before, isFinalReportSent: true }))) {
    before = await batches.marks(job.id);
    if (before.isFinalReportSent) return;
  }
};

/** Its first deletions are named as they are called now; whoever is gone since is left out. */
const tellHeldRun = async (job: ImportJob, ports: ResultPorts): Promise<void> => {
  const { heldDeletions: deletions, firstDeletions = [] } = job.synchronization ?? {};
  if (job.isOwnerNotifiedOfHold || deletions === undefined) return;
  const { imports, directory, organisation } = ports;
  const people = await directory.readPeople(firstDeletions);
  const named = people.map(({ displayName, userPrincipalName }) => ({
    displayName: shortLine(displayName, 64),
    userPrincipalName,
  }));
  const content = runOnHold(
    { id: job.id, deletions, named },
    { organisation, language: organisation.preferredLanguage },
  );
  if (await mailAdministrators(content, ports)) await imports.advance(job, { ...job, isOwnerNotifiedOfHold: true });
};

const firstRefused = async (id: string, imports: ResultPorts['imports']): Promise<RowResult[]> =>
  (await imports.resultPage(id, { top: mostNamed, after: 0, outcome: 'refused' })).rows;

const tellHold = async (job: ImportJob, ports: ResultPorts): Promise<void> => {
  const { imports, directory, organisation } = ports;
  if (job.isOwnerNotifiedOfHold) return;
  const waits = onHold(job, await directory.catalogue());
  // With seats enough it goes on by itself at any moment.
  if (!waits) return;
  const content = importOnHold(waits, { organisation, language: organisation.preferredLanguage });
  // One that has gone on meanwhile is not marked: nobody asks it any more.
  if (await mailAdministrators(content, ports)) await imports.advance(job, { ...job, isOwnerNotifiedOfHold: true });
};
