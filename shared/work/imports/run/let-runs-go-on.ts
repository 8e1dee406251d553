/** An administrator lets runs go on that wait since one was undone. */
import { randomUUID } from 'node:crypto';
import type { SynchronizationSwitch } from '../../../domain/organisation.ts';
import { actorOf, type Principal } from '../../../domain/principal.ts';
import { organizationId } from '../../../domain/settings/shown-settings.ts';
import type { Instant } from '../../../domain/time.ts';
import { changeState } from '../change-synchronization.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';

/** The next run is taken again, and the audit tells who said so; nothing where none waits. */
export const letRunsGoOn = async (
  { onPremisesSync, principal }: { onPremisesSync: SynchronizationSwitch; principal: Principal },
  { synchronization, now }: { synchronization: SynchronizationStore; now: () => Instant },
): Promise<void> => {
  const entryOf = (importId: string) => ({
    id: randomUUID(),
    activityDateTime: now(),
    activityDisplayName: 'Resume synchronization' as const,
    initiatedBy: actorOf(principal),
    target: { type: 'Organization' as const, id: organizationId, displayName: organizationId },
    modifiedProperties: [{ displayName: 'onHold', oldValue: 'undone' }],
    correlationId: importId,
  });
  await changeState(
    onPremisesSync,
    ({ undoneImportId, ...state }) =>
      undoneImportId === undefined ? undefined : { state, audit: [entryOf(undoneImportId)] },
    synchronization,
  );
};
