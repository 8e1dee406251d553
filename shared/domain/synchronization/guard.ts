/** What keeps a run from deleting people by mistake, before it has changed anybody. */

import type { SynchronizationSettings } from '../organisation.ts';
import type { Refusal } from '../refusals.ts';

/** What a run would do, and how many people are known from on premises; `isFull`: it names everybody. */
export type RunCounts = { isFull: boolean; upserts: number; deletions: number; known: number };

/** Whether the whole run waits for somebody to look at its deletions. */
export const isHeld = (
  deletions: number,
  { accidentalDeletionPrevention: { synchronizationPreventionType, alertThreshold } }: SynchronizationSettings,
): boolean => synchronizationPreventionType === 'enabledForCount' && deletions > alertThreshold;

/** A directory that answers with nobody has a fault: nothing is done by it, whatever is allowed. */
export const refusalOfEmpty = ({ isFull, upserts, known }: RunCounts): Refusal | undefined =>
  isFull && upserts === 0 && known > 0 ? { code: 'SourceEmpty', fact: String(known) } : undefined;
