/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const rolesPages: readonly ConsolePage[] = [
  {
    path: '/roles',
    title: ({ roles }) => roles.title,
    permission: 'readRoles',
    section: 'access',
    contentType: 'table',
    Component: lazyPage(() => import('./roles-page.tsx'), 'RolesPage'),
  },
  {
    path: '/roles/$id',
    title: ({ roles }) => roles.role,
    permission: 'readRoles',
    above: '/roles',
    Component: lazyPage(() => import('./role-page.tsx'), 'RolePage'),
  },
];
