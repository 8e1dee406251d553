/** The pages of this room. */
import type { ConsolePage } from '../../shell/console-page.ts';
import { lazyPage } from '../../shell/lazy-page.tsx';

export const migrationsPages: readonly ConsolePage[] = [
  {
    path: '/migrations',
    title: ({ migrations }) => migrations.title,
    permission: 'readImports',
    section: 'users',
    contentType: 'table',
    Component: lazyPage(() => import('./migrations-page.tsx'), 'MigrationsPage'),
  },
  {
    path: '/migrations/new',
    title: ({ migrations }) => migrations.add,
    permission: 'manageImports',
    above: '/migrations',
    contentType: 'form',
    Component: lazyPage(() => import('./new-batch-page.tsx'), 'NewBatchPage'),
  },
  {
    path: '/migrations/$id',
    title: ({ migrations }) => migrations.one,
    permission: 'readImports',
    above: '/migrations',
    Component: lazyPage(() => import('./batch-page.tsx'), 'BatchPage'),
  },
];
