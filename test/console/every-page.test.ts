/** Every page once, in a language, width and look that go round from page to page: axe, a silent console, no overflow. */
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { findings } from './findings.ts';
import { everyLook, openPage } from './looks.ts';
import { lookedAt, playedRoutes } from './pages.ts';
import { type PlayedConsole, startPlayedConsole } from './played-console.ts';

/** All ways of looking at all pages with CONSOLE_LOOKS=all; else each page once, every page in another way than the last. */
const looksOf = (index: number) =>
  process.env.CONSOLE_LOOKS === 'all'
    ? everyLook
    : [everyLook[(index * 7 + 1) % everyLook.length] as (typeof everyLook)[number]];

const cases = lookedAt.flatMap((each, index) =>
  looksOf(index).map(
    (look) => [each.name, look.language, look.width, look.dark ? 'dark' : 'light', each, look] as const,
  ),
);

describeInChromium('every page of the console', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beforeAll(async () => {
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole(playedRoutes())]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  test.each(cases)('%s, %s, %d px, %s', async (_name, _language, _width, _look, each, look) => {
    const page = await openPage(chromium, console, each, look);
    expect(await findings(page)).toEqual([]);
    await page.browserContext().close();
  });
});
