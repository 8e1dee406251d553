/** What the tests of a page have in common: one browser and one console with played answers. */
import { type Chromium, startChromium } from '../pages/chromium.ts';
import { playedRoutes } from './pages.ts';
import { type PlayedConsole, startPlayedConsole } from './played-console.ts';

type InConsole = { chromium: Chromium; console: PlayedConsole };

/**
 * Starts both before the tests of a block and hands them to `take`. After each test the answers are those of the beginning
 * again, and the browser must have had nothing to complain of.
 */
export const beginInConsole = (take: (both: InConsole) => void): void => {
  let both: InConsole | undefined;
  beforeAll(async () => {
    const [chromium, console] = await Promise.all([startChromium(), startPlayedConsole(playedRoutes())]);
    both = { chromium, console };
    take(both);
  });
  afterAll(async () => {
    await both?.chromium.close();
    both?.console.close();
  });
  afterEach(() => {
    both?.console.reset();
    Object.assign(both?.console.place.routes ?? {}, playedRoutes());
    expect([...new Set(both?.chromium.complaints.splice(0))]).toEqual([]);
  });
};
