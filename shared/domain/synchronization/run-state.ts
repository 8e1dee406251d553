/** How far synchronisation has come: one record, which each run reads before it changes anybody and moves when it is over. */

import type { Organisation, SynchronizationSwitch } from '../organisation.ts';
import type { Refusal } from '../refusals.ts';
import { addDays, type Instant } from '../time.ts';

/** The directory that is read: objectGUID and DNS name of its naming context. */
export type Source = { id: string; domainName: string };

/** A watermark with its hash, by which it is named elsewhere. */
export type Watermark = { text: string; hash: string };

/** What is recorded. */
export type SynchronizationState = {
  /** The switch under which it was written: under another one nothing of it holds. */
  since: Instant;
  source?: Source;
  watermark?: Watermark;
  /** The run that may change people now. */
  runningImportId?: string;
  /** The run that was asked for last. */
  latestImportId?: string;
  /** The run whose end moved the watermark. */
  settledImportId?: string;
  /** When a run, or the word that nothing had changed, last came through. */
  lastSyncDateTime?: Instant;
  /** The run whose undoing stopped everything, until an administrator lets it go on. */
  undoneImportId?: string;
  /** The run whose deletions wait for somebody to look. */
  heldImportId?: string;
  /** When administrators were last told that a run had failed, and that there was none. */
  toldOfFailureDateTime?: Instant;
  toldOfSilenceDateTime?: Instant;
  version: number;
};

/** What a run says of itself in its first line. */
export type RunHead = { source: Source; scope: 'delta' | 'full'; previous: string | null; watermark: string };

/** The record as it holds under a switch: another switch begins anew. */
export const stateUnder = (
  { since }: SynchronizationSwitch,
  state: SynchronizationState | undefined,
): SynchronizationState => (state && state.since === since ? state : { since, version: state?.version ?? 0 });

/** The organisation as a dry run sees it that comes before switching on: as if it were on since then. */
export const asSwitchedOn = (organisation: Organisation, since: Instant): Organisation =>
  organisation.onPremisesSync?.isEnabled
    ? organisation
    : { ...organisation, onPremisesSync: { isEnabled: true, since } };

/** Why a run may not begin; undefined where it may. */
export const refusalOfRun = (
  { source, scope, previous }: RunHead,
  onPremisesSync: SynchronizationSwitch | undefined,
  state: SynchronizationState,
): Refusal | undefined => {
  if (!onPremisesSync?.isEnabled) return { code: 'SynchronizationOff' };
  if (state.undoneImportId !== undefined) return { code: 'SynchronizationOnHold', fact: state.undoneImportId };
  if (state.source && state.source.id.toLowerCase() !== source.id.toLowerCase()) {
    return { code: 'SourceChanged', fact: state.source.domainName };
  }
  if (scope === 'delta' && previous === null) return { code: 'WatermarkOutdated' };
  return (state.watermark?.hash ?? null) === previous ? undefined : { code: 'WatermarkOutdated' };
};

/** Days without a run after which administrators are told of it, as Entra does. */
const silentDays = 1;

/** Whether no run has come through for a day, by the switch or the last one, and nobody was told since. */
export const isSilent = (
  { since, lastSyncDateTime: last = since, toldOfSilenceDateTime: told }: SynchronizationState,
  now: Instant,
): boolean => addDays(last, silentDays) <= now && (told === undefined || told <= last);

/** The record after a run came through: its watermark holds, unless somebody undid a run meanwhile. */
export const settledState = (
  state: SynchronizationState,
  { importId, source, watermark, now }: { importId: string; source: Source; watermark: Watermark; now: Instant },
): SynchronizationState => {
  const { runningImportId: _running, heldImportId: _held, ...rest } = state;
  if (state.undoneImportId !== undefined) return rest;
  return { ...rest, source, watermark, settledImportId: importId, lastSyncDateTime: now };
};

/**
 * The record once a run is to be undone: everything waits, and the next run begins where that one did, or with everybody
 * where others came after it.
 */
export const undoneState = (
  state: SynchronizationState,
  { importId, before }: { importId: string; before?: Watermark | undefined },
): SynchronizationState => {
  const { watermark: _watermark, settledImportId, ...rest } = state;
  const back = settledImportId === importId && before ? { watermark: before } : {};
  return { ...rest, ...back, undoneImportId: importId };
};
