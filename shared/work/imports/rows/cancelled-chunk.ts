/** A chunk of an import that goes no further. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { Refused } from '../../../domain/refusals.ts';
import type { Instant } from '../../../domain/time.ts';
import type { Imports } from '../imports.ts';
import type { ChunkPlace, EarlierRows } from './record-rows.ts';

export type CancelledChunkPorts = { imports: Pick<Imports, 'record'>; now: () => Instant };

/**
 * Counts the chunk, once for each time that its import was cancelled, however often it is delivered. Its rows that are
 * still open stay so: a resumed import does them.
 */
export const markCancelled = async (
  { importId, importedAt, firstRow }: ChunkPlace,
  { done, replaced }: EarlierRows,
  { resumptions }: Pick<ImportJob, 'resumptions'>,
  { imports, now }: CancelledChunkPorts,
): Promise<void> => {
  if (replaced?.cancelledIn !== undefined && replaced.cancelledIn >= resumptions) return;
  const place = { importId, importedAt, firstRow: (done.at(-1)?.rowNumber ?? firstRow - 1) + 1 };
  const nothing = { rows: [], seats: {}, waiting: {} };
  await imports.record({ ...place, ...nothing, finishedDateTime: now(), cancelledIn: resumptions }, replaced);
};

/**
 * Does something for the rows of a chunk; where nobody stands behind the import any more, it is asked to stop instead,
 * and `otherwise` counts the chunk. In this order: a chunk that was counted first would seem to be one that was done.
 */
export const unlessOwnerGone = async <End>(
  importId: string,
  { imports }: { imports: Pick<Imports, 'requestCancel'> },
  act: () => Promise<End>,
  otherwise: () => Promise<End>,
): Promise<End> => {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof Refused && error.refusals[0]?.code === 'OwnerGone')) throw error;
    await imports.requestCancel(importId, { because: 'OwnerGone' });
    return otherwise();
  }
};
