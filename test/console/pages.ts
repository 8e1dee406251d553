/** Every page of the console that is looked at: by axe, at several widths, and in pictures. */

import { accessStates } from './looked-at/access.ts';
import { addUserStates } from './looked-at/add-user.ts';
import { homeStates } from './looked-at/home.ts';
import { importStates } from './looked-at/imports.ts';
import type { LookedAt } from './looked-at/looked-at.ts';
import { migrationStates } from './looked-at/migrations.ts';
import { peopleStates } from './looked-at/people.ts';
import { recordsStates } from './looked-at/records.ts';
import { settingsStates } from './looked-at/settings.ts';
import { synchronizationStates } from './looked-at/synchronization.ts';
import { playedAccess } from './played/access.ts';
import { playedAddUser } from './played/add-user.ts';
import { playedDeletedUsers } from './played/deleted-users.ts';
import { playedHome } from './played/home.ts';
import { playedImports } from './played/imports.ts';
import { playedLicencesRoutes } from './played/licences.ts';
import { playedMigrations } from './played/migrations.ts';
import { batchOver, playedDirectory, playedPeople } from './played/people.ts';
import { playedRecords } from './played/records.ts';
import { playedSettings } from './played/settings.ts';
import { playedSynchronizationRoutes } from './played/synchronization.ts';
import type { PlayedRoutes } from './played-console.ts';

/** What the API answers to all of them. */
export const playedRoutes = (directory = playedDirectory()): PlayedRoutes => {
  const routes: PlayedRoutes = {
    ...playedPeople(directory),
    ...playedAddUser(),
    ...playedHome(),
    ...playedLicencesRoutes(),
    ...playedDeletedUsers(),
    ...playedImports(),
    ...playedMigrations(),
    ...playedAccess(directory),
    ...playedSynchronizationRoutes(),
    ...playedSettings(),
    ...playedRecords(),
  };
  return { ...routes, 'POST $batch': batchOver(routes) };
};

export const lookedAt: readonly LookedAt[] = [
  ...homeStates,
  ...peopleStates,
  ...addUserStates,
  ...importStates,
  ...migrationStates,
  ...accessStates,
  ...settingsStates,
  ...synchronizationStates,
  ...recordsStates,
  { name: 'no-page', path: '/nowhere' },
];
