/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const applicationsPages: readonly ConsolePage[] = [
  {
    path: '/applications',
    title: ({ applications }) => applications.title,
    permission: 'manageApplications',
    section: 'access',
    contentType: 'table',
    Component: lazyPage(() => import('./applications-page.tsx'), 'ApplicationsPage'),
  },
  {
    path: '/applications/$id',
    title: ({ applications }) => applications.application,
    permission: 'manageApplications',
    above: '/applications',
    Component: lazyPage(() => import('./application-page.tsx'), 'ApplicationPage'),
  },
];
