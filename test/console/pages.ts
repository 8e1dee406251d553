/** Every page of the console that is looked at: by axe, at several widths, and in pictures. */

import { addUserStates } from './looked-at/add-user.ts';
import { importStates } from './looked-at/imports.ts';
import type { LookedAt } from './looked-at/looked-at.ts';
import { peopleStates } from './looked-at/people.ts';
import { playedAddUser } from './played/add-user.ts';
import { playedImports } from './played/imports.ts';
import { playedPeople } from './played/people.ts';
import type { PlayedRoutes } from './played-console.ts';

/** What the API answers to all of them. */
export const playedRoutes = (): PlayedRoutes => ({ ...playedPeople(), ...playedAddUser(), ...playedImports() });

export const lookedAt: readonly LookedAt[] = [
  ...peopleStates,
  ...addUserStates,
  ...importStates,
  { name: 'no-page', path: '/nowhere' },
];
