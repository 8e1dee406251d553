/** Of which runs of synchronisation administrators hear: of one that fails, and then for a day of no other. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import { stateUnder } from '../../../domain/synchronization/run-state.ts';
import { addDays, type Instant } from '../../../domain/time.ts';
import { changeState } from '../change-synchronization.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';

type TellPorts = {
  synchronization: Pick<SynchronizationStore, 'read' | 'write'>;
  organisation: Pick<Organisation, 'onPremisesSync'>;
  now: () => Instant;
};

/** Days for which one mail tells of all runs that fail. */
const quietDays = 1;

/** Whether a run that is over is to be told of: it failed, and of none was told since one last came through, or for a day. */
export const isToTellOfRun = async (job: ImportJob, ports: TellPorts): Promise<boolean> => {
  const { onPremisesSync } = ports.organisation;
  if (job.status !== 'failed' || !onPremisesSync?.isEnabled) return false;
  const { toldOfFailureDateTime: told, lastSyncDateTime: through = '' } = stateUnder(
    onPremisesSync,
    await ports.synchronization.read(),
  );
  return told === undefined || told < through || addDays(told, quietDays) <= ports.now();
};

/** Notes that administrators were told. */
export const toldOfRun = async ({ synchronization, organisation, now }: TellPorts): Promise<void> => {
  const { onPremisesSync } = organisation;
  if (!onPremisesSync) return;
  await changeState(
    onPremisesSync,
    (state) => ({ state: { ...state, toldOfFailureDateTime: now() } }),
    synchronization,
  );
};
