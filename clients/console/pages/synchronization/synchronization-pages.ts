/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const synchronizationPages: readonly ConsolePage[] = [
  {
    path: '/synchronization',
    title: ({ synchronization }) => synchronization.title,
    permission: 'manageSynchronization',
    section: 'organisation',
    Component: lazyPage(() => import('./synchronization-page.tsx'), 'SynchronizationPage'),
  },
];
