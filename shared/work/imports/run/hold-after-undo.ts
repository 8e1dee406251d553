/** Synchronisation waits once a run is undone: the next one would only do it again. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import { undoneState } from '../../../domain/synchronization/run-state.ts';
import { changeState } from '../change-synchronization.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';

/**
 * Puts the watermark back to where the run began, and has every run wait; asked again it changes nothing. A run of before
 * synchronisation was switched has nothing to hold: everything begins anew anyhow.
 */
export const holdAfterUndo = async (
  { id, synchronization: run }: Pick<ImportJob, 'id' | 'synchronization'>,
  { synchronization }: { synchronization: Pick<SynchronizationStore, 'read' | 'write'> },
): Promise<void> => {
  const { since, before } = run ?? {};
  if (!since || (await synchronization.read())?.since !== since) return;
  await changeState(
    { isEnabled: true, since },
    (state) => (state.undoneImportId === id ? undefined : { state: undoneState(state, { importId: id, before }) }),
    synchronization,
  );
};
