/** How people come from a directory on premises, as the API shows it. */
import type {
  objectErrorResource,
  synchronizationResource,
} from '../../../shared/graph/synchronization/synchronization-resource.ts';
import { read } from './call.ts';
import type { OnWire } from './on-wire.ts';
import type { Page } from './people.ts';

/** GET directory/onPremisesSynchronization, of which there is one. */
export type Synchronization = OnWire<ReturnType<typeof synchronizationResource>>;

/** Somebody who is not here as they are on premises, and why. */
export type ObjectError = OnWire<ReturnType<typeof objectErrorResource>>;

/** Where it lies. */
export const synchronizationPath = 'directory/onPremisesSynchronization';

/** How it stands now; null where there is none. */
export const synchronizationQuery = {
  queryKey: ['synchronization'],
  queryFn: async () => (await read<Page<Synchronization>>(synchronizationPath)).value[0] ?? null,
  staleTime: 0,
};

/** Hours without a run that came through, after which something is wrong: administrators are told of it by mail then. */
const silentHours = 24;

/** Whether it is on, and no run has come through for a day. */
export const isSilent = (
  { onPremisesSyncEnabled, onHold, lastSyncDateTime }: Synchronization,
  now = Date.now(),
): boolean =>
  onPremisesSyncEnabled &&
  onHold === null &&
  lastSyncDateTime !== null &&
  now - Date.parse(lastSyncDateTime) > silentHours * 3_600_000;
