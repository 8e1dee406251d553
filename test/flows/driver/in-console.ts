/** Somebody in the console of a running system, by a real browser. */
import type { Page } from 'puppeteer-core';
import { english } from '../../../clients/console/texts/english/english.ts';
import { type Chromium, startChromium } from '../../pages/chromium.ts';
import { fill, untilHeading } from '../../pages/reading.ts';
import { type ConsoleAddress, consoleAddress } from './console-address.ts';
import type { Muster } from './muster.ts';
import { someone, unique } from './names.ts';
import { sharedMuster } from './shared-muster.ts';

/** A browser, the shared system, and the console's origin. */
export type InConsole = { chromium: Chromium; muster: Muster; url: string; close: () => Promise<void> };

/** Starts a browser for the console of the shared system. */
export const startInConsole = async (): Promise<InConsole> => {
  const [chromium, muster] = await Promise.all([startChromium(), sharedMuster()]);
  const address: ConsoleAddress = await consoleAddress(muster);
  const close = async () => {
    await chromium.close();
    address.close();
    muster.close();
  };
  return { chromium, muster, url: address.url, close };
};

/** Counts the requests of a page's scripts: what the browser tells of them is of no use where it leaves a page in their midst. */
const countingRequests = `(() => {
  const ask = window.fetch;
  let [underway, since] = [0, 0];
  window.fetch = async (...request) => {
    underway += 1;
    try {
      return await ask(...request);
    } finally {
      [underway, since] = [underway - 1, performance.now()];
    }
  };
  window.isQuiet = () => underway === 0 && performance.now() - since > 100;
})()`;

/** A new page, of which `untilInConsole` can tell when it has what it asked for. */
export const newPage = async ({ chromium }: InConsole): Promise<Page> => {
  const page = await chromium.newPage();
  await page.evaluateOnNewDocument(countingRequests);
  return page;
};

/** Waits until a page of the console is there, with all that it asked for. */
export const untilInConsole = async (page: Page): Promise<void> => {
  const isThere = `location.pathname.startsWith('/console') && document.querySelector('h1') && window.isQuiet()
    && !document.body.innerText.includes(${JSON.stringify(english.shell.working)})`;
  await page.waitForFunction(isThere, { timeout: 60_000, polling: 50 });
};

/** Begins a session by an operator's token, at the sign-in page, which leads on to the console. */
export const beginByToken = async (inConsole: InConsole, token: string): Promise<Page> => {
  const page = await newPage(inConsole);
  await page.goto(`${inConsole.url}/signin`);
  await page.click('#use-operator-token');
  await untilHeading(page, 'Sign in with a token');
  await fill(page, 'operator-token', token);
  await page.click('#operator-button');
  await untilInConsole(page);
  return page;
};

/** Adds somebody with these roles, and lets them sign in at the sign-in page; then they are at a page of the console. */
export const signedInWith = async (inConsole: InConsole, roles: readonly string[], path = '') => {
  const { muster, url } = inConsole;
  const [person, password] = [someone('Vera'), `Kestrel-${unique()}-Meadow`];
  const passwordProfile = { password, forceChangePasswordNextSignIn: false };
  await muster.api.addUser({ ...person, passwordProfile, roles });
  const page = await newPage(inConsole);
  await page.goto(`${url}/signin?userName=${encodeURIComponent(person.userPrincipalName)}`);
  await fill(page, 'password', password);
  await page.click('#sign-in-button');
  await page.waitForFunction(`!location.pathname.includes('signin')`, { timeout: 60_000 });
  await page.goto(`${url}/console${path}`);
  await untilInConsole(page);
  return page;
};
