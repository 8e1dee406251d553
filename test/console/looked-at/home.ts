/** The states of the first page, of licences, and of deleted users. */
import type { Page } from 'puppeteer-core';
import { clickOn } from '../acting.ts';
import { playedLicences } from '../played/people.ts';
import type { LookedAt } from './looked-at.ts';

const [, full] = playedLicences();

/** Chooses one of the deleted and presses a button of the head: remove is the first, restore the second. */
const act = (at: number, ...chosen: number[]) => {
  return async (page: Page) => {
    for (const index of chosen) await clickOn(page, 'main tbody input[type=checkbox]', index);
    await clickOn(page, 'main h1 ~ * button, main [class*=awsui_actions] button', at);
  };
};

export const homeStates: readonly LookedAt[] = [
  { name: 'home', path: '' },
  { name: 'home-numbers', path: '', prepare: (page) => clickOn(page, 'main [aria-controls][aria-expanded=false]') },
  { name: 'home-of-a-reader', path: '', roles: ['Directory Readers'] },
  { name: 'licences', path: '/licences' },
  { name: 'licences-add', path: '/licences', prepare: (page) => clickOn(page, 'main [class*=awsui_actions] button') },
  { name: 'licence', path: `/licences/${full?.skuId}` },
  {
    name: 'licence-seats',
    path: `/licences/${full?.skuId}`,
    prepare: (page) => clickOn(page, 'main [class*=awsui_actions] button'),
  },
  { name: 'licence-nowhere', path: '/licences/none' },
  { name: 'deleted-users', path: '/deleted-users' },
  { name: 'deleted-users-of-a-reader', path: '/deleted-users', roles: ['Reports Reader'] },
  { name: 'deleted-users-restore', path: '/deleted-users', prepare: act(1, 1) },
  { name: 'deleted-users-remove', path: '/deleted-users', prepare: act(0, 2) },
  { name: 'deleted-users-remove-many', path: '/deleted-users', prepare: act(0, 1, 2) },
];
