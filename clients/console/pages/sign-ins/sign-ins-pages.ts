/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const signInsPages: readonly ConsolePage[] = [
  {
    path: '/sign-ins',
    title: ({ signIns }) => signIns.title,
    permission: 'readAudits',
    section: 'records',
    contentType: 'table',
    Component: lazyPage(() => import('./sign-ins-page.tsx'), 'SignInsPage'),
  },
];
