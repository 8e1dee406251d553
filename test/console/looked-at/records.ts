/** The states of the audit and of the sign-ins. */
import type { Page } from 'puppeteer-core';
import { answered, empty, unavailable } from './answered.ts';
import type { LookedAt } from './looked-at.ts';

/** Opens one of the choices above the list, counted from 0. */
const openChoice = async (page: Page, at: number): Promise<void> => {
  const choices = await page.waitForSelector('.filters button').then(() => page.$$('.filters button'));
  await choices[at]?.focus();
  await page.keyboard.press('Enter');
  await page.waitForNetworkIdle({ idleTime: 400 });
};

export const recordsStates: readonly LookedAt[] = [
  { name: 'audit', path: '/audit' },
  { name: 'audit-of-a-reader', path: '/audit', roles: ['Reports Reader'] },
  { name: 'audit-none', path: '/audit', prepare: answered('auditLogs', empty) },
  { name: 'audit-unavailable', path: '/audit', prepare: answered('auditLogs', unavailable, 503) },
  {
    name: 'audit-between',
    path: '/audit',
    prepare: async (page) => {
      await openChoice(page, 0);
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await page.waitForNetworkIdle({ idleTime: 150 });
    },
  },
  {
    name: 'audit-person-choice',
    path: '/audit',
    prepare: (page) => openChoice(page, 1),
    keepsPlace: true,
  },
  { name: 'sign-ins', path: '/sign-ins' },
  { name: 'sign-ins-none', path: '/sign-ins', prepare: answered('auditLogs', empty) },
];
