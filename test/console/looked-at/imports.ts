/** The states of adding many people, and of what came of their files. */

import { importIds } from '../played/imports.ts';
import type { LookedAt } from './looked-at.ts';

const at = (name: string, id: string): LookedAt => ({ name: `import-${name}`, path: `/imports/${id}` });

export const importStates: readonly LookedAt[] = [
  { name: 'add-many', path: '/users/add-many' },
  { name: 'add-many-interrupted', path: `/users/add-many?import=${importIds.uploading}` },
  {
    name: 'add-many-fault',
    path: '/users/add-many',
    prepare: async (page) => {
      await page.evaluate(`document.querySelector('main form button[type=submit]').click()`);
    },
  },
  { name: 'imports', path: '/imports' },
  at('check', importIds.check),
  at('updates', importIds.updates),
  at('headings', importIds.unknownHeadings),
  at('encoding', importIds.unclear),
  at('no-user-name', importIds.noUserName),
  at('hold', importIds.onHold),
  at('running', importIds.running),
  at('done', importIds.done),
  at('undo', importIds.undo),
  at('cancelled', importIds.cancelled),
  at('uploading', importIds.uploading),
  {
    name: 'import-apply',
    path: `/imports/${importIds.check}`,
    prepare: async (page) => {
      await page.waitForSelector('tbody tr');
      await page.evaluate(`document.querySelector('h1').closest('div[class*=header]').querySelector('button').click()`);
      await page.waitForSelector('[role=dialog]');
    },
  },
];
