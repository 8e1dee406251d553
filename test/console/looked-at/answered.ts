/** States of a page in which the API answers something else: nothing at all, a fault. */
import type { Page } from 'puppeteer-core';

/** Loads the page once more, with this answer to every request whose address begins with this text, or ends in it. */
export const answered =
  (text: string, body: unknown, status = 200, { isWhole = false } = {}) =>
  async (page: Page): Promise<void> => {
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      const isMeant = isWhole ? request.url().endsWith(`/v1.0/${text}`) : request.url().includes(`/v1.0/${text}`);
      if (!isMeant) return void request.continue();
      void request.respond({ status, contentType: 'application/json', body: JSON.stringify(body) });
    });
    await page.reload({ waitUntil: 'networkidle0' });
    await page.waitForSelector('h1');
    // It is asked again by itself before it is told.
    if (status >= 500) await page.waitForSelector('main [class*=awsui_alert]', { timeout: 30_000 });
  };

/** As a list without anything in it. */
export const empty = { value: [] };

/** As the gateway says that nobody answers. */
export const unavailable = { message: 'Service Unavailable' };
