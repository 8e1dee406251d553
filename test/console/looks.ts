/** The ways in which pages are looked at: languages, widths, light and dark. */
import type { Page } from 'puppeteer-core';
import type { Chromium, Look } from '../pages/chromium.ts';
import type { LookedAt } from './looked-at/looked-at.ts';
import { type PlayedConsole, sessionOf } from './played-console.ts';

export const languages = ['en', 'nl', 'de', 'zh-Hans'] as const;

/** Every way there is. */
export const everyLook: readonly Required<Pick<Look, 'width' | 'dark' | 'language'>>[] = languages.flatMap((language) =>
  [1280, 360].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
);

/** Opens a page of the console and waits until it has what it asked for. */
export const openPage = async (
  chromium: Chromium,
  console: PlayedConsole,
  { path, prepare, roles, session }: Omit<LookedAt, 'name'>,
  { language = 'en', ...look }: Look = {},
): Promise<Page> => {
  console.place.session = sessionOf(roles, { preferredLanguage: language, ...session });
  const page = await chromium.newPage({ language, ...look });
  await page.goto(console.url + path, { waitUntil: 'networkidle0' });
  await prepared(page, prepare);
  return page;
};

/** The page anew, as it is now looked at. */
export const reopen = async (page: Page, { prepare }: Pick<LookedAt, 'prepare'>): Promise<void> => {
  await page.reload({ waitUntil: 'networkidle0' });
  await prepared(page, prepare);
};

const prepared = async (page: Page, prepare: LookedAt['prepare']): Promise<void> => {
  await page.waitForSelector('h1');
  await prepare?.(page);
  // What was pressed may have moved the page, and links under the bar that stays in sight.
  await page.evaluate('scrollTo(0, 0)');
};
