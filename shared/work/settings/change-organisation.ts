/** What is set of the organisation itself, and of how its people come from a directory on premises. */
import type { ActivityName } from '../../domain/audit/activities.ts';
import { modifiedProperties } from '../../domain/audit.ts';
import type { Organisation } from '../../domain/organisation.ts';
import { defaultSynchronization, type SynchronizationSettings } from '../../domain/organisation.ts';
import type { Principal } from '../../domain/principal.ts';
import { type DirectorySettings, withDirectorySettings } from '../../domain/settings/directory-settings.ts';
import { organizationId, shownOrganisation, shownSynchronization } from '../../domain/settings/shown-settings.ts';
import type { Instant } from '../../domain/time.ts';
import {
  changeSettings,
  overlaid,
  type Patch,
  refuseUnseen,
  type Setter,
  type SettingsPorts,
} from './change-settings.ts';

/** What is to be set of the organisation; the switch of synchronisation is moved, and not set by its moment. */
export type OrganisationChange = Patch<
  Omit<DirectorySettings['organisation'], 'onPremisesSync' | 'synchronization'>
> & {
  onPremisesSyncEnabled?: boolean | undefined;
};

/**
 * Sets what is to be said of the organisation; null returns to the settings file. Throws `Refused` PreconditionFailed,
 * ConcurrentChange.
 */
export const changeOrganisation = (
  {
    change: { onPremisesSyncEnabled: enabled, ...change },
    ...setter
  }: { change: OrganisationChange } & Setter<Organisation>,
  ports: SettingsPorts,
): Promise<void> =>
  overlayOrganisation(
    (before) => ({ ...change, ...switchedTo(enabled, before, ports.now()) }),
    { activity: 'Update organization', shownOf: (one) => shownOrganisation(one, ports.region), ...setter },
    ports,
  );

/** A switch that is as it is to be keeps its moment, and with it the watermark. */
const switchedTo = (
  enabled: boolean | undefined,
  { onPremisesSync }: DirectorySettings['organisation'],
  now: Instant,
): Pick<DirectorySettings['organisation'], 'onPremisesSync'> =>
  enabled === undefined || onPremisesSync?.isEnabled === enabled
    ? {}
    : { onPremisesSync: { isEnabled: enabled, since: now } };

/** What is to be set of how people come from on premises; what is absent stays. */
export type SynchronizationChange = {
  [Name in keyof Omit<SynchronizationSettings, 'accidentalDeletionPrevention'>]?: boolean | undefined;
} & {
  accidentalDeletionPrevention?: { [Name in keyof Prevention]?: Prevention[Name] | undefined } | undefined;
};
type Prevention = SynchronizationSettings['accidentalDeletionPrevention'];

/** Sets how people come from on premises. Throws `Refused` ConcurrentChange. */
export const changeSynchronization = (
  { change, principal }: { change: SynchronizationChange; principal: Principal },
  ports: SettingsPorts,
): Promise<void> =>
  overlayOrganisation(
    (before) => ({ synchronization: withChange(before.synchronization ?? defaultSynchronization, change) }),
    { activity: 'Update synchronization', shownOf: shownSynchronization, principal },
    ports,
  );

const withChange = (
  settings: SynchronizationSettings,
  { accidentalDeletionPrevention, ...features }: SynchronizationChange,
): SynchronizationSettings => ({
  ...overlaid(settings, features),
  accidentalDeletionPrevention: overlaid(settings.accidentalDeletionPrevention, accidentalDeletionPrevention ?? {}),
});

/** Lays values over what is set of the organisation, and tells what of it then shows otherwise. */
const overlayOrganisation = (
  patchOf: (before: DirectorySettings['organisation']) => Patch<DirectorySettings['organisation']>,
  {
    activity,
    shownOf,
    principal,
    isAsSeen,
  }: { activity: ActivityName; shownOf: (one: Organisation) => Record<string, unknown> } & Setter<Organisation>,
  ports: SettingsPorts,
): Promise<void> =>
  changeSettings(
    async (before) => {
      const after = { ...before, organisation: overlaid(before.organisation, patchOf(before.organisation)) };
      const [old, fresh] = [before, after].map(
        (settings) => withDirectorySettings(ports.file, settings).organisation,
      ) as [Organisation, Organisation];
      refuseUnseen(old, isAsSeen);
      return {
        after,
        told: { type: 'Organization', id: organizationId, displayName: old.displayName },
        activity,
        shown: modifiedProperties(shownOf(old), shownOf(fresh)),
      };
    },
    principal,
    ports,
  );
