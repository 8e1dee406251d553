/** All pages of the console, room by room, in the order of the side navigation. */
import { addManyPages } from './pages/add-many/add-many-pages.ts';
import { addUserPages } from './pages/add-user/add-user-pages.ts';
import { applicationsPages } from './pages/applications/applications-pages.ts';
import { auditPages } from './pages/audit/audit-pages.ts';
import { deletedUsersPages } from './pages/deleted-users/deleted-users-pages.ts';
import { homePages } from './pages/home/home-pages.ts';
import { importsPages } from './pages/imports/imports-pages.ts';
import { licencesPages } from './pages/licences/licences-pages.ts';
import { migrationsPages } from './pages/migrations/migrations-pages.ts';
import { peoplePages } from './pages/people/people-pages.ts';
import { personPages } from './pages/person/person-pages.ts';
import { rolesPages } from './pages/roles/roles-pages.ts';
import { settingsPages } from './pages/settings/settings-pages.ts';
import { signInsPages } from './pages/sign-ins/sign-ins-pages.ts';
import { synchronizationPages } from './pages/synchronization/synchronization-pages.ts';
import type { ConsolePage } from './shell/console-page.ts';

export const pageTable: readonly ConsolePage[] = [
  ...homePages,
  ...peoplePages,
  ...personPages,
  ...addUserPages,
  ...addManyPages,
  ...importsPages,
  ...migrationsPages,
  ...deletedUsersPages,
  ...licencesPages,
  ...rolesPages,
  ...applicationsPages,
  ...settingsPages,
  ...synchronizationPages,
  ...auditPages,
  ...signInsPages,
];
