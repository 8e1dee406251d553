/** The states of adding a user: each step, what is wrong with one, the end, and the one pane. */
import type { Page } from 'puppeteer-core';
import { organizationIn } from '../played-console.ts';
import type { LookedAt } from './looked-at.ts';

const path = '/users/add';

const type = async (page: Page, field: string, text: string) => {
  await page.waitForSelector(`input[name=${field}]`);
  await page.type(`input[name=${field}]`, text);
};

/** Presses the main button of the form so many times, waiting for what comes of it. */
const goOn = async (page: Page, times: number) => {
  for (let time = 0; time < times; time += 1) {
    await page.evaluate(`[...document.querySelectorAll('main button')].findLast((one) =>
      getComputedStyle(one).backgroundColor !== 'rgba(0, 0, 0, 0)' && one.type !== 'button' || /primary/.test(one.className))?.click()`);
    await page.waitForNetworkIdle({ idleTime: 300 });
  }
};

const named = async (page: Page) => {
  await type(page, 'givenName', 'Anna');
  await type(page, 'surname', 'Jansen');
  await type(page, 'localPart', 'anna.jansen');
  await page.waitForNetworkIdle({ idleTime: 400 });
};

/** With the licence of which no seat is left. */
const licensed = async (page: Page) => {
  await named(page);
  await goOn(page, 1);
  await page.evaluate(`[...document.querySelectorAll('main input[type=checkbox]')].at(-1)?.click()`);
};

export const addUserStates: readonly LookedAt[] = [
  { name: 'add-user', path },
  { name: 'add-user-faults', path, prepare: (page) => goOn(page, 1) },
  { name: 'add-user-licences', path, prepare: licensed },
  {
    name: 'add-user-options',
    path,
    prepare: async (page) => {
      await licensed(page);
      await goOn(page, 1);
    },
  },
  {
    name: 'add-user-review',
    path,
    prepare: async (page) => {
      await licensed(page);
      await goOn(page, 2);
    },
  },
  {
    name: 'add-user-finished',
    path,
    prepare: async (page) => {
      await licensed(page);
      await goOn(page, 3);
    },
  },
  {
    name: 'add-user-pane',
    path,
    session: { organization: organizationIn('germany') },
  },
];
