/** How an organisation synchronises from its directory on premises: the names of Graph's onPremisesDirectorySynchronization. */
import type { Instant } from '../time.ts';

/** Whether people come from on premises at all. A watermark holds for as long as `since` is the same. */
export type SynchronizationSwitch = { isEnabled: boolean; since: Instant };

/** What administrators set of it. */
export type SynchronizationSettings = {
  accidentalDeletionPrevention: {
    synchronizationPreventionType: 'enabledForCount' | 'disabled';
    /** Deletions that a run may make; one more, and the run waits for somebody to look. */
    alertThreshold: number;
  };
  /** Nobody who is here already is taken over by user name or address. */
  blockSoftMatchEnabled: boolean;
  /** Nobody is taken over by an object that only shares the anchor. */
  blockCloudObjectTakeoverThroughHardMatchEnabled: boolean;
};

/** Entra's own defaults. */
export const defaultSynchronization: SynchronizationSettings = {
  accidentalDeletionPrevention: { synchronizationPreventionType: 'enabledForCount', alertThreshold: 500 },
  blockSoftMatchEnabled: false,
  blockCloudObjectTakeoverThroughHardMatchEnabled: false,
};
