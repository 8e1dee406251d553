/** The states of settings. */
import { clickOn } from '../acting.ts';
import { answered, unavailable } from './answered.ts';
import type { LookedAt } from './looked-at.ts';

export const settingsStates: readonly LookedAt[] = [
  { name: 'settings', path: '/settings' },
  { name: 'settings-of-a-reader', path: '/settings', roles: ['Directory Readers'] },
  { name: 'settings-unavailable', path: '/settings', prepare: answered('organization', unavailable, 503) },
  { name: 'settings-edit', path: '/settings', prepare: (page) => clickOn(page, 'main button') },
  { name: 'settings-domain', path: '/settings', prepare: (page) => clickOn(page, 'main td button', 1) },
];
