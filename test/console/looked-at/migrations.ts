/** The states of migration batches. */
import { batchIds } from '../played/migrations.ts';
import type { LookedAt } from './looked-at.ts';

export const migrationStates: readonly LookedAt[] = [
  { name: 'migrations', path: '/migrations' },
  {
    name: 'migration-new-fault',
    path: '/migrations/new',
    prepare: async (page) => {
      await page.waitForSelector('main form button[type=submit]');
      await page.evaluate(`document.querySelector('main form button[type=submit]').click()`);
    },
  },
  { name: 'migration-created', path: `/migrations/${batchIds.created}` },
  { name: 'migration-synced', path: `/migrations/${batchIds.synced}` },
  { name: 'migration-failed', path: `/migrations/${batchIds.failed}` },
];
