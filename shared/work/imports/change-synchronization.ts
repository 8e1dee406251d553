/** The record of synchronisation, changed by one of several who may want to at the same moment. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { SynchronizationSwitch } from '../../domain/organisation.ts';
import { Refused } from '../../domain/refusals.ts';
import { type SynchronizationState, stateUnder } from '../../domain/synchronization/run-state.ts';
import type { SynchronizationStore } from './synchronization-store.ts';

/** The record as it is to be, with entries that tell of it; undefined where it is to stay. */
type Change = { state: SynchronizationState; audit?: readonly AuditEntry[] } | undefined;

/** Tries at one change; each lost one means that somebody else's was written. */
const maxTries = 20;

/**
 * Writes what the record is to be as it stands under a switch; the change is asked again where somebody else's came
 * between. Throws `Refused` ConcurrentChange when that happens too often, and to whoever goes by a switch of before.
 */
export const changeState = async (
  onPremisesSync: SynchronizationSwitch,
  change: (state: SynchronizationState) => Promise<Change> | Change,
  store: Pick<SynchronizationStore, 'read' | 'write'>,
): Promise<SynchronizationState | undefined> => {
  for (let tries = 0; tries < maxTries; tries += 1) {
    const before = await store.read();
    if (before && before.since > onPremisesSync.since) break;
    const wanted = await change(stateUnder(onPremisesSync, before));
    if (!wanted) return undefined;
    if (await store.write(before, wanted.state, wanted.audit)) return wanted.state;
  }
  throw new Refused({ code: 'ConcurrentChange' });
};
