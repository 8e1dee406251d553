/** What somebody does on a page of the console. */
import type { Page } from 'puppeteer-core';

const patience = { timeout: 30_000 };

/** Presses what has this role and name, as a screen reader finds it: `press(page, 'button', 'Save')`. */
export const press = async (page: Page, role: string, name: string): Promise<void> => {
  const element = await page.waitForSelector(`aria/${name}[role="${role}"]`, patience);
  // Not below the bar at the top, which stays where it is.
  await element?.evaluate((each) => each.scrollIntoView({ block: 'center' }));
  await element?.click();
};

/** Clicks on one of those that fit, counted from 0: for whatever is done alike in every language. */
export const clickOn = async (page: Page, selector: string, at = 0): Promise<void> => {
  const found = `document.querySelectorAll(${JSON.stringify(selector)})[${at}]`;
  await page.waitForFunction(found, patience);
  await page.evaluate(`${found}.click()`);
  await page.waitForNetworkIdle({ idleTime: 150 });
};

/** Opens a tab of the page, counted from 0. */
export const openTab = (page: Page, at: number): Promise<void> => clickOn(page, '[role=tab]', at);

/** Opens the menu of actions at the head of the page and chooses one of them, counted from 0. */
export const openAction = async (page: Page, at: number): Promise<void> => {
  await clickOn(page, 'main button[aria-haspopup=true]');
  await clickOn(page, '[role=menuitem]', at);
};

/** Waits until a text is to be read somewhere on the page; if it never is, the error says what is read instead. */
export const seeText = async (page: Page, text: string, timeout = patience.timeout): Promise<void> => {
  const isRead = `document.body.innerText.includes(${JSON.stringify(text)})`;
  await page.waitForFunction(isRead, { timeout }).catch(async () => {
    throw new Error(`“${text}” is not on the page: ${(await words(page)).slice(0, 2_000)}`);
  });
};

/** What is read of the page. */
export const words = (page: Page): Promise<string> => page.evaluate('document.body.innerText') as Promise<string>;
