/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const personPages: readonly ConsolePage[] = [
  {
    path: '/users/$id',
    title: ({ person }) => person.title,
    permission: 'readPeople',
    above: '/users',
    Component: lazyPage(() => import('./person-page.tsx'), 'PersonPage'),
  },
];
