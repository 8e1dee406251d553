/** What axe-core finds on a page, and what does not fit the window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { untilStill } from './look-at.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/**
 * Each finding with the places of it; what axe-core could not decide is one as well. Nothing where all is well. Frames are
 * left out: those of our pages run no script, and so no axe-core either.
 */
export const findings = async (page: Page): Promise<string[]> => {
  await untilStill(page);
  // As an isolated world's script: the page's own policy allows none but its own.
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, iframes: false, rules: { 'frame-tested': { enabled: false } } }).then(({ violations, incomplete }) =>
      [...violations, ...incomplete].map(({ id, nodes }) => id + ' at ' + nodes.map(({ target }) => target).join()))`,
  )) as string[];
  const isTooWide = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  return [...found, ...(isTooWide ? ['the page is wider than the window'] : [])];
};
