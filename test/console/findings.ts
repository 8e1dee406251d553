/** What is wrong with a page for whoever cannot see it, or has a small window. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer-core';
import { untilStill } from '../pages/look-at.ts';
import { tooWide } from '../pages/seen-by-everybody.ts';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Tables that have to be scrolled sideways to be read: what is cut off at their edge is not seen to be missing. */
export const scrolledTables = async (page: Page): Promise<string[]> =>
  (await page.evaluate(`[...document.querySelectorAll('table')].flatMap((table) => {
    for (let each = table.parentElement; each; each = each.parentElement) {
      if (!/auto|scroll/.test(getComputedStyle(each).overflowX)) continue;
      const more = each.scrollWidth - each.clientWidth;
      return more > 1 && table.offsetWidth > 0 ? ['a table is ' + more + ' px too wide: ' + table.innerText.slice(0, 80)] : [];
    }
    return [];
  })`)) as string[];

/**
 * What axe-core finds (it describes nothing else, which saves a third of its time), each with its element, and whether the
 * page, or a table on it, has to be scrolled sideways.
 */
export const findings = async (page: Page): Promise<string[]> => {
  await untilStill(page);
  await page.evaluate(axe);
  const found = (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ['violations'], selectors: false }).then(({ violations }) => violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => id + ': ' + html.slice(0, 200) + ' ' + failureSummary)))`,
  )) as string[];
  return [...found, ...(await tooWide(page)), ...(await scrolledTables(page))];
};
