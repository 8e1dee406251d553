/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const deletedUsersPages: readonly ConsolePage[] = [
  {
    path: '/deleted-users',
    title: ({ deletedUsers }) => deletedUsers.title,
    permission: 'readPeople',
    section: 'users',
    contentType: 'table',
    Component: lazyPage(() => import('./deleted-users-page.tsx'), 'DeletedUsersPage'),
  },
];
