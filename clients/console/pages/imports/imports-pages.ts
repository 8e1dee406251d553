/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const importsPages: readonly ConsolePage[] = [
  {
    path: '/imports',
    title: ({ imports }) => imports.title,
    permission: 'readImports',
    section: 'users',
    contentType: 'table',
    Component: lazyPage(() => import('./imports-page.tsx'), 'ImportsPage'),
  },
  {
    path: '/imports/$id',
    title: ({ imports }) => imports.one,
    permission: 'readImports',
    above: '/imports',
    Component: lazyPage(() => import('./import-page.tsx'), 'ImportPage'),
  },
];
