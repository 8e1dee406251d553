/** What is kept of synchronisation, in memory. */
import type { SynchronizationState } from '../../shared/domain/synchronization/run-state.ts';
import type { SynchronizationStore } from '../../shared/work/imports/synchronization-store.ts';
import { byText, copy, type Memory, turn } from './memory.ts';

/** Writes the record unless somebody wrote since it was read. */
export const moveState = (
  memory: Memory,
  before: SynchronizationState | undefined,
  after: SynchronizationState,
): boolean => {
  if (memory.synchronization?.version !== before?.version) return false;
  memory.synchronization = copy({ ...after, version: (before?.version ?? 0) + 1 });
  return true;
};

export const fakeSynchronization = (memory: Memory): SynchronizationStore => ({
  read: async () => {
    await turn();
    return copy(memory.synchronization);
  },
  write: async (before, after, audit = []) => {
    await turn();
    const isMoved = moveState(memory, before, after);
    if (isMoved) memory.audit.push(...copy(audit));
    return isMoved;
  },
  errors: async ({ top, after = '' }) => {
    await turn();
    const later = [...memory.objectErrors.values()]
      .filter(({ objectGuid }) => objectGuid > after)
      .sort((one, other) => byText(one.objectGuid, other.objectGuid));
    const errors = copy(later.slice(0, top));
    const last = later.length > top ? errors.at(-1)?.objectGuid : undefined;
    return { errors, ...(last !== undefined && { next: last }) };
  },
  errorsOf: async (objectGuids) => {
    await turn();
    return new Map(copy([...memory.objectErrors].filter(([objectGuid]) => objectGuids.includes(objectGuid))));
  },
  putErrors: async ({ put, remove }) => {
    await turn();
    for (const error of put) memory.objectErrors.set(error.objectGuid, copy(error));
    for (const objectGuid of remove) memory.objectErrors.delete(objectGuid);
  },
});
