/** Graph's onPremisesDirectorySynchronization, with what an agent needs to begin its next run. */
import type { Organisation } from '../../domain/organisation.ts';
import { defaultSynchronization } from '../../domain/organisation.ts';
import { organizationId } from '../../domain/settings/shown-settings.ts';
import type { SynchronizationState } from '../../domain/synchronization/run-state.ts';
import type { Sentence } from '../../refusals/sentences-in.ts';
import type { ObjectError } from '../../work/imports/synchronization-store.ts';

/** Beyond Graph: everything from `onPremisesSyncEnabled` on. */
export const synchronizationResource = (
  organisation: Organisation,
  state: SynchronizationState | undefined,
  { errors, next }: { errors: readonly ObjectError[]; next?: string },
) => {
  const { accidentalDeletionPrevention, ...features } = organisation.synchronization ?? defaultSynchronization;
  const { undoneImportId, heldImportId } = state ?? {};
  return {
    id: organizationId,
    configuration: { accidentalDeletionPrevention },
    features,
    onPremisesSyncEnabled: organisation.onPremisesSync?.isEnabled ?? false,
    source: state?.source ?? null,
    watermark: state?.watermark?.text ?? null,
    retry: errors.map(({ objectGuid }) => objectGuid),
    retryIsComplete: next === undefined,
    onHold:
      undoneImportId !== undefined ? ('undone' as const) : heldImportId !== undefined ? ('deletions' as const) : null,
    heldRunId: undoneImportId ?? heldImportId ?? null,
    latestRunId: state?.latestImportId ?? null,
    lastSyncDateTime: state?.lastSyncDateTime ?? null,
  };
};

/**
 * Why an object is not here as it is on premises, in the language of `sentence`; Graph has these on each person, as
 * onPremisesProvisioningErrors.
 */
export const objectErrorResource = (
  { objectGuid, userPrincipalName, importId, ...error }: ObjectError,
  sentence: Sentence,
) => ({
  objectGuid,
  userPrincipalName: userPrincipalName || null,
  code: error.code,
  message: sentence(error),
  target: error.target ?? null,
  occurredDateTime: error.occurredDateTime,
  runId: importId,
});
