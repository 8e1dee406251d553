/** Imports that stand still are taken up again: a queue may lose a message after days, the record does not. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { addDays, addSeconds, type Instant } from '../../../domain/time.ts';
import type { Queues } from '../../queues.ts';
import type { Imports } from '../imports.ts';

export type RevivePorts = {
  imports: Pick<Imports, 'open' | 'read' | 'progress' | 'revive' | 'requestCancel'>;
  queues: Pick<Queues, 'files' | 'notices'>;
  now: () => Instant;
};

/** Standing still means: no sign of life for longer than any step may run (15 minutes); doubled with each revival. */
const stillSeconds = 20 * 60;

/** Revivals after which only dead letters can hold the rest: 20 minutes, doubled nine times, is a week. */
export const maxRevivals = 9;

/** An address for an upload is good for an hour; who has not used it after a day has changed their mind. */
const daysWithoutUpload = 1;

/** A file that is gone cannot give its missing chunks any more: after a day without a sign the import ends without them. */
const daysWithoutFile = 1;

/** Looks at every import that is not closed. */
export const reviveImports = async (ports: RevivePorts): Promise<void> => {
  for (const id of await ports.imports.open()) {
    const job = await ports.imports.read(id);
    if (job?.stage === 'holding') await askHeld(job, ports);
    else if (job?.stage === 'uploading') await giveUp(job, ports);
    else if (job) await revive(job, ports);
  }
};

/** Has imports that wait for seats of a licence look again whether there are enough. */
export const continueHeldImports = async (skuId: string, ports: Omit<RevivePorts, 'now'>): Promise<void> => {
  for (const id of await ports.imports.open()) {
    const job = await ports.imports.read(id);
    if (job?.stage === 'holding' && job.seats.some((seats) => seats.skuId === skuId)) await goOn(job, ports);
  }
};

/** The notice that it waits may have been lost or delayed. */
const askHeld = async (job: ImportJob, ports: RevivePorts): Promise<void> => {
  if (!job.isOwnerNotifiedOfHold) await ports.queues.notices([{ kind: 'importResults', importId: job.id }]);
  await goOn(job, ports);
};

const goOn = ({ id }: ImportJob, { queues }: Pick<RevivePorts, 'queues'>): Promise<void> =>
  queues.files([{ kind: 'continueImport', importId: id }]);

const giveUp = async (job: ImportJob, ports: RevivePorts): Promise<void> => {
  if (addDays(job.createdDateTime, daysWithoutUpload) > ports.now()) return;
  await ports.imports.requestCancel(job.id);
  await goOn(job, ports);
};

const revive = async (job: ImportJob, { imports, queues, now }: RevivePorts): Promise<void> => {
  const { lastChunkDateTime } = await imports.progress(job.id);
  const lastSign = [job.lastStepDateTime, lastChunkDateTime ?? job.lastStepDateTime].sort()[1] ?? job.lastStepDateTime;
  const still = addSeconds(lastSign, stillSeconds * 2 ** job.revivals) <= now();
  if (!still || job.revivals >= maxRevivals) return;
  const revived: ImportJob = {
    ...job,
    ...restarted(job, lastSign, now()),
    revivals: job.revivals + 1,
    lastStepDateTime: now(),
  };
  if (!(await imports.revive(job, revived))) return;
  if (job.stage === 'settled') await queues.notices([{ kind: 'importResults', importId: job.id }]);
  else await queues.files([{ kind: 'continueImport', importId: job.id }]);
};

/** Where a revived import goes on: one that waits for chunks sends those again that have no result. */
const restarted = (job: ImportJob, lastSign: Instant, now: Instant): Partial<ImportJob> => {
  if (job.stage !== 'provisioning') return {};
  if (!job.refusal) return { stage: 'sending', nextRow: 1 };
  return addDays(lastSign, daysWithoutFile) <= now ? { chunks: 0 } : {};
};
