/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const homePages: readonly ConsolePage[] = [
  {
    path: '/',
    title: ({ home }) => home.title,
    permission: 'readPeople',
    section: 'top',
    contentType: 'dashboard',
    Component: lazyPage(() => import('./home-page.tsx'), 'HomePage'),
  },
];
