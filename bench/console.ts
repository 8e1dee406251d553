/** How long an administrator waits for the list of people in a large organisation, in a real browser. */
import type { Page } from 'puppeteer-core';
import { type Chromium, startChromium } from '../test/pages/chromium.ts';
import type { Benchmark, Figure } from './parts/benchmark.ts';
import { fillDirectory } from './parts/full-directory.ts';
import { now } from './parts/import-in-process.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { median, repeated, shown } from './parts/numbers.ts';

const usualPeople = 100_000;
const visits = 5;
const patience = { timeout: 120_000 };

/** The names of people, which lead to their pages. */
const rowLink = 'main tbody a[href*="/users/"]';

/** Notes the moment at which the first person can be clicked on. */
const watch = `new MutationObserver((_, observer) => {
  if (!document.querySelector(${JSON.stringify(rowLink)})) return;
  observer.disconnect();
  setTimeout(() => { window.usableAt = performance.now(); });
}).observe(document, { childList: true, subtree: true });`;

/** Milliseconds of the longest answer of the API for people since `from`, a moment of the page's own clock. */
const longestAnswer = (page: Page, from: number): Promise<number> =>
  page.evaluate(`Math.max(...performance.getEntriesByType('resource')
    .filter(({ name, startTime }) => name.includes('/v1.0/users?') && startTime >= ${from})
    .map(({ requestStart, responseEnd }) => responseEnd - requestStart))`) as Promise<number>;

const clockOf = (page: Page): Promise<number> => page.evaluate('performance.now()') as Promise<number>;

const until = (page: Page, isSo: string): Promise<unknown> =>
  page.waitForFunction(isSo, patience).catch(async () => {
    throw new Error(`Not within two minutes: ${isSo}; there is: ${await page.evaluate('document.body.innerText')}`);
  });

/** Opens the list without anything of an earlier visit, turns the page, and looks for somebody. */
const visit = async (signedIn: Page, url: string, wanted: string) => {
  const page = await signedIn.browserContext().newPage();
  await page.setCacheEnabled(false);
  await page.evaluateOnNewDocument(watch);
  await page.bringToFront();
  await page.goto(`${url}/console/users`, patience);
  await until(page, 'window.usableAt');
  const usable = (await page.evaluate(
    `window.usableAt - performance.getEntriesByType('navigation')[0].responseStart`,
  )) as number;
  const first = await longestAnswer(page, 0);

  const shownFirst = await page.$eval(rowLink, ({ textContent }) => textContent);
  const turned = await clockOf(page);
  await page.click('main button[aria-label="Next page"]');
  await until(
    page,
    `document.querySelector(${JSON.stringify(rowLink)})?.textContent !== ${JSON.stringify(shownFirst)}`,
  );
  const next = await longestAnswer(page, turned);

  const looked = await clockOf(page);
  await page.type('main input[type=search]', wanted);
  await until(
    page,
    `(() => {
      const names = [...document.querySelectorAll(${JSON.stringify(rowLink)})].map(({ textContent }) => textContent);
      return names.length === 10 && names.every((name) => name.startsWith(${JSON.stringify(wanted)}));
    })()`,
  );
  const search = await longestAnswer(page, looked);
  await page.close();
  return { usable, first, next, search };
};

/** Waiting for the list of people. */
export const consolePages: Benchmark = {
  name: 'console',
  measures: 'The list of people of the console in Chromium, its files not in the browser’s cache, with warm functions',
  run: (smoke, rows = smoke ? 1_000 : usualPeople) =>
    withMuster('deployed', async (muster): Promise<Figure[]> => {
      const table = functionNamed(muster, 'read-users').environment.DIRECTORY_TABLE ?? '';
      await fillDirectory(muster.clients.dynamodb, table, { people: rows, due: 0, now: now() }, true);
      let chromium: Chromium | undefined;
      try {
        chromium = await startChromium();
        const page = await chromium.newPage();
        await page.goto(await muster.consoleLink(), patience);
        // The address signs in by itself, and leads on to the console.
        await page.waitForSelector('#console-head', patience);
        // Ten people have a name that begins so: those of one decade.
        const wanted = `person.${String(Math.floor(rows / 20)).padStart(6, '0')}`;
        await visit(page, muster.url, wanted);
        const runs = await repeated(smoke ? 1 : visits, () => visit(page, muster.url, wanted));
        const of = (what: keyof (typeof runs)[number]) => `${shown(median(runs.map((run) => run[what])))} ms`;
        return [
          { what: 'people', measured: shown(rows) },
          { what: 'usable after the first byte', measured: of('usable'), beside: 'goal: 2,000 ms' },
          { what: 'the API’s answer for the first page', measured: of('first'), beside: 'goal: 1,000 ms' },
          { what: 'for the next page', measured: of('next'), beside: 'goal: 1,000 ms' },
          { what: 'for a search by beginning', measured: of('search'), beside: 'goal: 1,000 ms' },
        ];
      } finally {
        await chromium?.close();
      }
    }),
};
