/** An import, taken on from wherever it stands. Every step may be done twice, or by two at once, with one result. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { isComplete } from '../../../domain/imports/import-progress.ts';
import { type BatchMarks, mayBegin } from '../../../domain/migrations/migration.ts';
import { asSwitchedOn } from '../../../domain/synchronization/run-state.ts';
import { actingPrincipal } from '../acting-principal.ts';
import { endImport } from '../end-import.ts';
import { forgetUpload } from '../forget-upload.ts';
import type { ImportPorts } from '../import-setting.ts';
import { planImport, tryHeldImport } from '../plan/plan-import.ts';
import { sendChunks } from '../send/send-chunks.ts';
import type { StepEnd } from '../step-end.ts';
import { settleImport } from './settle-import.ts';

/**
 * Takes an import's steps until it is settled, waits for its chunks, or must pause for lack of time. An import that is
 * unknown or settled is left alone: a message about it is simply late.
 */
export const continueImport = async (id: string, ports: ImportPorts): Promise<void> => {
  for (;;) {
    const job = await ports.imports.read(id);
    if (!job || (await takeStepOrEnd(job, seenBy(job, ports))) === 'pause') return;
  }
};

/** A dry run of synchronisation shows what would be if it were on. */
const seenBy = (job: ImportJob, ports: ImportPorts): ImportPorts => {
  const isShown = job.kind === 'synchronization' && job.options.dryRun;
  return isShown ? { ...ports, organisation: asSwitchedOn(ports.organisation, job.createdDateTime) } : ports;
};

/**
 * A step that can never succeed would be tried until its message is dead, and nobody told: it ends the import. Seats that
 * were set aside, and rows that were sent, are seen to by the step that met it.
 */
const takeStepOrEnd = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  try {
    return await takeStep(job, ports);
  } catch (error) {
    if (!ports.isImpossible(error) || !beforeRows.has(job.stage)) throw error;
    return endImport(job, { status: 'failed', refusal: { code: 'ImportImpossible' } }, ports);
  }
};

/** Stages in which an import has neither seats nor rows in hand. */
const beforeRows: ReadonlySet<ImportJob['stage']> = new Set(['planning', 'holding']);

const takeStep = async (job: ImportJob, ports: ImportPorts): Promise<StepEnd> => {
  switch (job.stage) {
    case 'uploading':
      return unlessCancelled(job, ports, async () => 'pause');
    case 'waiting':
      return unlessCancelled(job, ports, () => beginBatch(job, ports));
    case 'planning':
      return whileItMay(job, ports, () => planImport(job, ports));
    case 'holding':
      return whileItMay(job, ports, () => tryHeldImport(job, ports));
    case 'sending':
      return sendChunks(job, ports);
    case 'provisioning':
      return isComplete(job, await ports.imports.progress(job.id)) ? settleImport(job, ports) : 'pause';
    case 'settled':
      // A crash may have come between its end and this.
      if (job.refusal?.code === 'OwnerGone') await forgetUpload(job, ports);
      // Of a batch that was completed the final report is to be mailed.
      if (job.migration && isReportOwed(await ports.batches.marks(job.id))) {
        await ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
      }
      return 'pause';
  }
};

const isReportOwed = ({ finalizedDateTime, isFinalReportSent }: BatchMarks): boolean =>
  finalizedDateTime !== undefined && !isFinalReportSent;

/** A migration batch begins when it is to. */
const beginBatch = async (job: ImportJob, { imports, now }: ImportPorts): Promise<StepEnd> => {
  const at = now();
  if (job.migration && !mayBegin(job.migration, at)) return 'pause';
  await imports.advance(job, { ...job, stage: 'planning', lastStepDateTime: at });
  return 'next';
};

/** Nothing is planned, and no seat is taken, in the name of somebody who may not import now. */
const whileItMay = (job: ImportJob, ports: ImportPorts, step: () => Promise<StepEnd>): Promise<StepEnd> =>
  unlessCancelled(job, ports, async () =>
    (await actingPrincipal(job, ports))
      ? step()
      : endImport(job, { status: 'failed', refusal: { code: 'OwnerGone' } }, ports),
  );

/** Before any row is sent, nothing is in hand that a cancelled import would have to wait for. */
const unlessCancelled = async (job: ImportJob, ports: ImportPorts, step: () => Promise<StepEnd>): Promise<StepEnd> =>
  (await ports.imports.isCancelled(job.id)) ? endImport(job, { status: 'cancelled' }, ports) : step();
