/** What somebody reads, hears and does on a page. */
import type { Page } from 'puppeteer-core';

/** A machine that is busy with everything else takes long; what is waited for comes at once on an idle one. */
const patience = 60_000;

/** The words that are seen of an element; '' while it is hidden. */
export const seen = (page: Page, selector: string): Promise<string> =>
  page.evaluate(`document.querySelector(${JSON.stringify(selector)}).innerText.trim()`) as Promise<string>;

/** The heading of the step that is shown. */
export const heading = (page: Page): Promise<string> => seen(page, 'section:not([hidden]) h1');

/** The problems that are shown. */
export const problems = async (page: Page): Promise<string[]> =>
  (await seen(page, 'section:not([hidden]) [role=alert]')).split('\n').filter(Boolean);

/** The id of the element that has the focus. */
export const focused = (page: Page): Promise<string> =>
  page.evaluate('document.activeElement.id || document.activeElement.textContent') as Promise<string>;

/** Ids of the fields that are marked as wrong, of which each is described by the problems. */
export const marked = (page: Page): Promise<string[]> =>
  page.evaluate(`[...document.querySelectorAll('section:not([hidden]) [aria-invalid=true]')]
    .filter((field) => field.getAttribute('aria-describedby').split(' ')
      .some((id) => document.getElementById(id).getAttribute('role') === 'alert'))
    .map(({ id }) => id)`) as Promise<string[]>;

/** Replaces what stands in a field. */
export const fill = async (page: Page, id: string, text: string): Promise<void> => {
  await page.click(`#${id}`, { count: 3 });
  await page.keyboard.press('Backspace');
  await page.type(`#${id}`, text);
};

/** Waits until the page has a heading, by its text. */
export const untilHeading = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(`document.querySelector('section:not([hidden]) h1')?.innerText === ${JSON.stringify(text)}`, {
    timeout: patience,
  });

/** Waits until a problem is shown that has these words. */
export const untilProblem = (page: Page, text: string): Promise<unknown> =>
  page.waitForFunction(
    `document.querySelector('section:not([hidden]) [role=alert]')?.innerText.includes(${JSON.stringify(text)})`,
    { timeout: patience },
  );
