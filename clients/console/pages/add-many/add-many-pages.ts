/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const addManyPages: readonly ConsolePage[] = [
  {
    path: '/users/add-many',
    title: ({ addMany }) => addMany.title,
    permission: 'manageImports',
    above: '/users',
    contentType: 'form',
    Component: lazyPage(() => import('./add-many-page.tsx'), 'AddManyPage'),
  },
];
