/** Undoing an import and applying a dry run, tried again by somebody else: no try decides for all who come after it. */
import { hash } from 'node:crypto';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { rowsDone } from '../../../domain/imports/import-progress.ts';
import type { Principal } from '../../../domain/principal.ts';
import { uuidFrom } from '../../../domain/uuid.ts';
import type { Imports } from '../imports.ts';

/** Where a try stands: one that is there already and holds, or the id of a new one and those before it. */
export type Try = { job: ImportJob } | { id: string; follows: string[] };

/** So many tries of one thing at most: each needs another asker, or one whose roles have changed. */
const maxTries = 30;

/**
 * The try that holds for whoever asks: the first that is still at work, has left nothing undone, or is their own, asked
 * for with the roles that they have. Otherwise the next one, whose id follows from that before it, so that two who ask
 * at once get the same. The first has the id that is given.
 */
export const tryOf = async (
  first: string,
  asker: Principal,
  { imports }: { imports: Pick<Imports, 'read' | 'progress'> },
): Promise<Try> => {
  const follows: string[] = [];
  for (let id = first; ; id = idAfter(id)) {
    const job = await imports.read(id);
    if (!job) return { id, follows };
    const holds = job.stage !== 'settled' || isOwn(job, asker) || (await isWhole(job, imports));
    if (holds || follows.length === maxTries) return { job };
    follows.push(id);
  }
};

/** Whether somebody has tried again since: then an earlier try does not go on beside it. */
export const isFollowed = async (
  { id, undoes, applies }: ImportJob,
  { imports }: { imports: Pick<Imports, 'read'> },
): Promise<boolean> =>
  (undoes !== undefined || applies !== undefined) && (await imports.read(idAfter(id))) !== undefined;

const idAfter = (id: string): string => uuidFrom(hash('sha256', JSON.stringify(['after', id])));

/** One that ended because its owner was gone holds for nobody, also when they are there again. */
const isOwn = ({ owner, refusal }: ImportJob, asker: Principal): boolean =>
  owner.kind === asker.kind &&
  owner.id === asker.id &&
  refusal?.code !== 'OwnerGone' &&
  asker.roles.every((role) => owner.roles.includes(role));

const isWhole = async (job: ImportJob, imports: Pick<Imports, 'progress'>): Promise<boolean> => {
  const progress = await imports.progress(job.id);
  return job.status === 'succeeded' && progress.refused === 0 && rowsDone(progress) >= (job.rows ?? 0);
};
