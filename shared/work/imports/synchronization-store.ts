/** The port to what is kept of synchronisation between runs. */
import type { AuditEntry } from '../../domain/audit.ts';
import type { RefusalCode } from '../../domain/refusals.ts';
import type { SynchronizationState } from '../../domain/synchronization/run-state.ts';
import type { Instant } from '../../domain/time.ts';

/** Why an object is not here as it is on premises: it stays until a run brings it through, or no longer names it. */
export type ObjectError = {
  objectGuid: string;
  userPrincipalName: string;
  code: RefusalCode;
  target?: string;
  fact?: string;
  /** When it was first refused, and by which run last. */
  occurredDateTime: Instant;
  importId: string;
};

/** The record of synchronisation before and after a write that goes along with another. */
export type MovedState = { before: SynchronizationState | undefined; after: SynchronizationState };

export type SynchronizationStore = {
  read(): Promise<SynchronizationState | undefined>;
  /** Writes the record with the next version, and entries that tell of it; false when somebody wrote since `before` was read. */
  write(
    before: SynchronizationState | undefined,
    after: SynchronizationState,
    audit?: readonly AuditEntry[],
  ): Promise<boolean>;
  /** Errors in the order of objectGUIDs, after one; `next` is absent on the last page. */
  errors(page: { top: number; after?: string }): Promise<{ errors: ObjectError[]; next?: string }>;
  /** The errors of these objects, by objectGUID. */
  errorsOf(objectGuids: readonly string[]): Promise<Map<string, ObjectError>>;
  /** Puts errors and takes away those of objects; done twice it is done. */
  putErrors(change: { put: readonly ObjectError[]; remove: readonly string[] }): Promise<void>;
};
