/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const addUserPages: readonly ConsolePage[] = [
  {
    path: '/users/add',
    title: ({ addUser }) => addUser.title,
    permission: 'addPeople',
    above: '/users',
    contentType: 'wizard',
    Component: lazyPage(() => import('./add-user-page.tsx'), 'AddUserPage'),
  },
];
