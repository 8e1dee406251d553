/** The record of synchronisation, changed by one of several who may want to at the same moment. */
import { Refused } from '../../../domain/refusals.ts';
import { type SynchronizationState, stateUnder } from '../../../domain/synchronization/run-state.ts';
import type { SynchronizationSwitch } from '../../../domain/synchronization/synchronization-settings.ts';
import type { SynchronizationStore } from './synchronization-store.ts';

/** Tries at one change; each lost one means that somebody else's was written. */
const maxTries = 20;

/**
 * Writes what the record is to be as it stands under a switch; the change is asked again where somebody else's came
 * between, and nothing is written where it gives nothing. Throws `Refused` ConcurrentChange when that happens too often.
 */
export const changeState = async (
  onPremisesSync: SynchronizationSwitch,
  change: (state: SynchronizationState) => Promise<SynchronizationState | undefined> | SynchronizationState | undefined,
  store: Pick<SynchronizationStore, 'read' | 'write'>,
): Promise<SynchronizationState | undefined> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await store.read();
    const after = await change(stateUnder(onPremisesSync, before));
    if (!after) return undefined;
    if (await store.write(before, after)) return after;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};
