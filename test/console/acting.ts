/** What somebody does on a page of the console, found by roles and words as a screen reader finds it. */
import type { Page } from 'puppeteer-core';

/** Presses what has this role and name, in any language of the page: `press(page, 'button', 'Save')`. */
export const press = async (page: Page, role: string, name: string): Promise<void> => {
  const element = await page.waitForSelector(`aria/${name}[role="${role}"]`, { timeout: 20_000 });
  await element?.evaluate('(each) => each.scrollIntoView({ block: "center" })' as never);
  await element?.click();
};
