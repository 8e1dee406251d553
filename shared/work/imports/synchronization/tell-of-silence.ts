/** Administrators hear, once, that no run of synchronisation has come through for a day: an agent that stands still tells nobody. */
import type { Organisation } from '../../../domain/organisation.ts';
import { isSilent, stateUnder } from '../../../domain/synchronization/run-state.ts';
import type { Instant } from '../../../domain/time.ts';
import { runsMissing } from '../../../mail/imports/runs-missing.ts';
import { mailAdministrators } from '../../mailing/mail-administrators.ts';
import type { Mailer } from '../../mailing/mailer.ts';
import { changeState } from '../change-synchronization.ts';
import type { SynchronizationStore } from '../synchronization-store.ts';

export type SilencePorts = {
  synchronization: Pick<SynchronizationStore, 'read' | 'write'>;
  mailer: Mailer;
  organisation: Organisation;
  now: () => Instant;
};

/** Noted after the mail: a crash in between tells it again, and nothing is untold. A run that comes through has it told anew. */
export const tellOfSilence = async (ports: SilencePorts): Promise<void> => {
  const { synchronization, organisation, now } = ports;
  const { onPremisesSync } = organisation;
  if (!onPremisesSync?.isEnabled) return;
  if (!isSilent(stateUnder(onPremisesSync, await synchronization.read()), now())) return;
  const content = runsMissing({ organisation, language: organisation.preferredLanguage });
  if (!(await mailAdministrators(content, ports))) return;
  await changeState(
    onPremisesSync,
    (state) => ({ state: { ...state, toldOfSilenceDateTime: now() } }),
    synchronization,
  );
};
