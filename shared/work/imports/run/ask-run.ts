/** What the agent of a directory on premises asks for: where to begin, a run, and that nothing has changed. */
import { randomUUID } from 'node:crypto';
import { defaultOptions } from '../../../domain/imports/import-options.ts';
import { uploadKey } from '../../../domain/imports/option-files.ts';
import type { Organisation, SynchronizationSwitch } from '../../../domain/organisation.ts';
import type { Principal } from '../../../domain/principal.ts';
import { type Refusal, Refused } from '../../../domain/refusals.ts';
import { asSwitchedOn, type SynchronizationState, stateUnder } from '../../../domain/synchronization/run-state.ts';
import { changeState } from '../change-synchronization.ts';
import type { Imports } from '../imports.ts';
import { watermarkOf } from '../plan/plan-run.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';
import { type BeginUploadPorts, beginUpload, type UploadedImport } from './begin-upload.ts';
import { refuseTooLarge } from './request-import.ts';

export type AskRunPorts = BeginUploadPorts & {
  imports: Pick<Imports, 'begin' | 'read'>;
  synchronization: SynchronizationStore;
  importBucket: string;
  organisation: Organisation;
};

/** What a run's file is called. */
const fileName = 'synchronization.jsonl';

/** What a run does with what it finds: people alone, without licences, whose credentials wait until somebody sends them. */
const runOptions = { ...defaultOptions, existingPeople: 'update', credentials: 'later' } as const;

/** What a run is asked for with; `fileSize` in bytes. */
export type AskedRun = {
  scope: 'delta' | 'full';
  dryRun: boolean;
  fileSize?: number | undefined;
  principal: Principal;
};

/**
 * Begins a run that waits for its file. A dry run may come before synchronisation is switched on. Throws `Refused`
 * SynchronizationOff, SynchronizationOnHold, FileTooLarge, TooManyOpenImports.
 */
export const startRun = async (
  { scope, dryRun, fileSize, principal }: AskedRun,
  ports: AskRunPorts,
): Promise<UploadedImport> => {
  const { importBucket, synchronization, now } = ports;
  refuseTooLarge(fileName, fileSize);
  const [id, began] = [randomUUID(), now()];
  const organisation = dryRun ? asSwitchedOn(ports.organisation, began) : ports.organisation;
  const onPremisesSync = switchedOn({ organisation });
  refuse(refusalOfHold(stateUnder(onPremisesSync, await synchronization.read())));
  const file = { bucket: importBucket, key: uploadKey(id, fileName) };
  const options = { ...runOptions, dryRun };
  const begin = { id, kind: 'synchronization', file, options, owner: principal, synchronization: { scope } } as const;
  const begun = await beginUpload(begin, fileSize, ports);
  if (!dryRun)
    await changeState(onPremisesSync, (state) => ({ state: { ...state, latestImportId: id } }), synchronization);
  return begun;
};

/**
 * Moves the watermark where nothing has changed: one conditional write. Throws `Refused` WatermarkOutdated,
 * SynchronizationOff, SynchronizationOnHold, SynchronizationRunning.
 */
export const confirmRun = async (
  { previous, watermark }: { previous: string; watermark: string },
  ports: Pick<AskRunPorts, 'imports' | 'synchronization' | 'organisation' | 'now'>,
): Promise<void> => {
  await changeState(
    switchedOn(ports),
    async (state) => {
      refuse(refusalOfHold(state));
      refuse(await refusalOfRunning(state, ports));
      if (state.watermark?.hash !== previous) throw new Refused({ code: 'WatermarkOutdated' });
      return { state: { ...state, watermark: watermarkOf(watermark), lastSyncDateTime: ports.now() } };
    },
    ports.synchronization,
  );
};

const switchedOn = ({ organisation }: Pick<AskRunPorts, 'organisation'>): SynchronizationSwitch => {
  const { onPremisesSync } = organisation;
  if (!onPremisesSync?.isEnabled) throw new Refused({ code: 'SynchronizationOff' });
  return onPremisesSync;
};

const refusalOfHold = ({ undoneImportId }: SynchronizationState): Refusal | undefined =>
  undoneImportId === undefined ? undefined : { code: 'SynchronizationOnHold', fact: undoneImportId };

const refusalOfRunning = async (
  { runningImportId: id }: SynchronizationState,
  { imports }: Pick<AskRunPorts, 'imports'>,
): Promise<Refusal | undefined> => {
  const running = id === undefined ? undefined : await imports.read(id);
  return running && running.stage !== 'settled' ? { code: 'SynchronizationRunning', fact: running.id } : undefined;
};

const refuse = (refusal: Refusal | undefined): void => {
  if (refusal) throw new Refused(refusal);
};
