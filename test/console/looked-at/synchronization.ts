/** The states of synchronisation. */
import { clickOn } from '../acting.ts';
import { playedSynchronization } from '../played/synchronization.ts';
import { answered, unavailable } from './answered.ts';
import type { LookedAt } from './looked-at.ts';

const path = '/synchronization';
const api = 'directory/onPremisesSynchronization';
const shown = (state: object) => answered(api, { value: [playedSynchronization(state)] }, 200, { isWhole: true });
const nobodyYet = { onPremisesSyncEnabled: false, source: null, lastSyncDateTime: null, latestRunId: null, retry: [] };

export const synchronizationStates: readonly LookedAt[] = [
  { name: 'synchronization', path },
  { name: 'synchronization-none', path, prepare: shown(nobodyYet) },
  { name: 'synchronization-undone', path, prepare: shown({ onHold: 'undone', heldRunId: 'r' }) },
  {
    ...{ name: 'synchronization-held', path, roles: ['Hybrid Identity Administrator'] },
    prepare: shown({ onHold: 'deletions', heldRunId: 'r' }),
  },
  { name: 'synchronization-silent', path, prepare: shown({ lastSyncDateTime: '2026-01-05T08:00:00.000Z' }) },
  { name: 'synchronization-unavailable', path, prepare: answered(api, unavailable, 503) },
  { name: 'synchronization-off', path, prepare: (page) => clickOn(page, 'main button') },
];
