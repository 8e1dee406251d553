/**
 * Every page once, in a language, width and look that go round from page to page: axe, a silent console, no overflow, what
 * a screen reader reads, and one of the ways in which people look who need larger letters or other colours.
 */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { misplaced, ways, wrongIn } from '../pages/every-way.ts';
import { lookAt, untilStill } from '../pages/look-at.ts';
import { readWrongly, unseen } from '../pages/seen-by-everybody.ts';
import { findings } from './findings.ts';
import { beginInConsole } from './in-console.ts';
import type { LookedAt } from './looked-at/looked-at.ts';
import { everyLook, languages, openPage, reopen } from './looks.ts';
import { lookedAt } from './pages.ts';
import type { PlayedConsole } from './played-console.ts';

/** All ways of looking at all pages with CONSOLE_LOOKS=all; it takes three quarters of an hour of a machine with two cores. */
const isAll = process.env.CONSOLE_LOOKS === 'all';

/** What is wrong in a way of looking, with what is open opened there. */
const wrongInWay = async (page: Page, each: LookedAt, way: (typeof ways)[number]): Promise<string[]> => {
  if (each.keepsPlace) {
    await lookAt(page, way[1]);
    await reopen(page, each);
  }
  return wrongIn(page, way);
};

/** Of those that go round, the one whose turn it is. */
const turnOf = <One>(list: readonly One[], index: number): One => list[index % list.length] as One;

const everythingWrong = async (page: Page): Promise<string[]> => [
  ...(await findings(page)),
  ...(await misplaced(page)),
  ...(await readWrongly(page)),
];

const cases = lookedAt.map((each, index) => {
  const { language, width, dark } = turnOf(everyLook, index * 7 + 1);
  const [name] = turnOf(ways, index);
  return [each.name, language, width, dark ? 'dark' : 'light', name, each, index] as const;
});
const allCases = lookedAt.flatMap((each) => languages.map((language) => [each.name, language, each] as const));

describeInChromium('every page of the console', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  if (isAll) {
    test.each(allCases)('%s, %s, in every way', async (_name, language, each) => {
      const page = await openPage(chromium, console, each, { language, isStill: true });
      const wrong: string[] = [];
      for (const { width, dark } of everyLook.filter((look) => look.language === language)) {
        await lookAt(page, { width, dark });
        const faults = [...(await everythingWrong(page)), ...(await unseen(page))];
        wrong.push(...faults.map((fault) => `${width} px, ${dark ? 'dark' : 'light'}: ${fault}`));
      }
      for (const way of ways) wrong.push(...(await wrongInWay(page, each, way)));
      expect(wrong).toEqual([]);
      await page.browserContext().close();
    });
  } else {
    test.each(cases)('%s, %s, %d px, %s; %s', async (...[, , , , , each, index]) => {
      const page = await openPage(chromium, console, each, { ...turnOf(everyLook, index * 7 + 1), isStill: true });
      await untilStill(page);
      expect(await everythingWrong(page)).toEqual([]);
      expect(await wrongInWay(page, each, turnOf(ways, index))).toEqual([]);
      await page.browserContext().close();
    });
  }
});
