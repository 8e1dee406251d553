/** Imports that stand still are taken up again: a queue may lose a message after days, the record does not. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { addDays, addSeconds, type Instant } from '../../../domain/time.ts';
import type { SweepMessage } from '../../../messages/queues.ts';
import type { Queues } from '../../queues.ts';
import type { SparingPorts } from '../../sparing.ts';
import type { Imports } from '../imports.ts';

export type RevivePorts = SparingPorts & {
  imports: Pick<Imports, 'openPage' | 'read' | 'progress' | 'revive' | 'requestCancel'>;
  queues: Pick<Queues, 'files' | 'notices' | 'sweeps'>;
  now: () => Instant;
  shouldPause: () => boolean;
};

/** Standing still means: no sign of life for longer than any step may run (15 minutes); doubled with each revival. */
const stillSeconds = 20 * 60;

/** Revivals after which only dead letters can hold the rest: 20 minutes, doubled nine times, is a week. */
export const maxRevivals = 9;

/** An address for an upload is good for an hour; who has not used it after a day has changed their mind. */
const daysWithoutUpload = 1;

/** A file that is gone cannot give its missing chunks any more: after a day without a sign the import ends without them. */
const daysWithoutFile = 1;

/** Imports that are looked at together. */
const pageSize = 25;

type Walk = Extract<SweepMessage, { kind: 'imports' }>;

/**
 * Looks at every import that is not over, from where the walk stands: takes up those that stand still, asks those on hold
 * whether there are seats by now, gives up those whose file never came. A walk for a licence looks at those alone that wait
 * for its seats. It stops when time is short and has another call go on; each comes further in the order of their ids, so
 * that it ends. An import that cannot be read or written is told of, and the others are looked at.
 */
export const reviveImports = async (walk: Walk, ports: RevivePorts): Promise<void> => {
  for (let { after } = walk; ; ) {
    const { ids, next } = await ports.imports.openPage({ top: pageSize, after });
    const ends = await Promise.allSettled(ids.map((id) => lookAt(id, walk, ports)));
    for (const [index, end] of ends.entries()) {
      if (end.status === 'fulfilled') continue;
      if (ports.isTransient(end.reason)) throw end.reason;
      ports.reportSetAside({ importId: ids[index] ?? '' }, end.reason);
    }
    if (next === undefined) return;
    if (ports.shouldPause()) return ports.queues.sweeps([{ ...walk, after: next }]);
    after = next;
  }
};

const lookAt = async (id: string, { skuId }: Walk, ports: RevivePorts): Promise<void> => {
  const job = await ports.imports.read(id);
  if (!job) return;
  if (skuId !== undefined) {
    if (job.stage === 'holding' && job.seats.some((seats) => seats.skuId === skuId)) await goOn(job, ports);
  } else if (job.stage === 'holding') await askHeld(job, ports);
  // It begins at its moment, which its own step looks at.
  else if (job.stage === 'waiting') await goOn(job, ports);
  else if (job.stage === 'uploading') await giveUp(job, ports);
  else await revive(job, ports);
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
