/** The states of roles and of applications. */
import { roleIds } from '../../../shared/domain/access/roles.ts';
import { clickOn } from '../acting.ts';
import { idOfApplication } from '../played/access.ts';
import { answered, empty, unavailable } from './answered.ts';
import type { LookedAt } from './looked-at.ts';

const role = (name: keyof typeof roleIds) => `/roles/${roleIds[name]}`;

export const accessStates: readonly LookedAt[] = [
  { name: 'roles', path: '/roles' },
  { name: 'role', path: role('User Administrator') },
  { name: 'role-without-members', path: role('License Administrator') },
  { name: 'role-of-a-reader', path: role('Global Administrator'), roles: ['Directory Readers'] },
  { name: 'role-not-yours', path: role('Global Administrator'), roles: ['Privileged Role Administrator'] },
  { name: 'role-add', path: role('User Administrator'), prepare: (page) => clickOn(page, 'main button') },
  { name: 'role-remove', path: role('User Administrator'), prepare: (page) => clickOn(page, 'main td button') },
  { name: 'applications', path: '/applications' },
  { name: 'applications-none', path: '/applications', prepare: answered('applications', empty) },
  { name: 'applications-unavailable', path: '/applications', prepare: answered('applications', unavailable, 503) },
  { name: 'applications-of-a-reader', path: '/applications', roles: ['Reports Reader'] },
  { name: 'application', path: `/applications/${idOfApplication(0)}` },
  { name: 'application-expired', path: `/applications/${idOfApplication(3)}` },
  { name: 'application-new', path: `/applications/${idOfApplication(2)}` },
  {
    name: 'application-remove',
    path: `/applications/${idOfApplication(0)}`,
    prepare: (page) => clickOn(page, 'main button', 1),
  },
  {
    name: 'application-faults',
    path: '/applications',
    prepare: async (page) => {
      await clickOn(page, 'main h1 ~ * button, main button');
      await clickOn(page, '[role=dialog] button[class*=primary]');
    },
  },
];
