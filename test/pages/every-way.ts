/** The ways in which people look at pages who need larger letters or other colours, and what is wrong with a page in them. */
import type { Page } from 'puppeteer-core';
import { lookAt, narrowest, twiceAsLarge, type Way } from './look-at.ts';
import { brokenWords, cutOff, readBeforeWhatIsAbove, tooWide, unseen } from './seen-by-everybody.ts';

export const ways: readonly (readonly [string, Way])[] = [
  ['320 px', narrowest],
  ['200 %', twiceAsLarge],
  ['forced colours, light', { forcedColours: true }],
  ['forced colours, dark', { forcedColours: true, dark: true }],
];

/** What is wrong with how a page is laid out in its window. */
export const misplaced = async (page: Page): Promise<string[]> =>
  (await Promise.all([tooWide(page), cutOff(page), brokenWords(page), readBeforeWhatIsAbove(page)])).flat();

/** What is wrong in a way of looking, which is named before each fault. */
export const wrongIn = async (page: Page, [name, way]: readonly [string, Way]): Promise<string[]> => {
  await lookAt(page, way);
  const faults = way.forcedColours ? await unseen(page) : await misplaced(page);
  return faults.map((fault) => `${name}: ${fault}`);
};

/** In all of them, one after the other. */
export const wrongInEveryWay = async (page: Page): Promise<string[]> => {
  const wrong: string[] = [];
  for (const way of ways) wrong.push(...(await wrongIn(page, way)));
  return wrong;
};
