/** Looks at a page that is open in another way: a smaller window, larger letters, dark, the system's own few colours. */
import type { Page } from 'puppeteer-core';
import type { Look } from './chromium.ts';

/** A way of looking; `forcedColours` is what Windows calls a contrast theme. */
export type Way = Pick<Look, 'width' | 'height' | 'dark' | 'scale'> & { forcedColours?: boolean };

/** The narrowest window of WCAG 1.4.10: one of 1280 pixels with everything four times as large. */
export const narrowest: Way = { width: 320, height: 640 };

/** Letters of 200 % in a window of 1280 by 900 pixels, as a browser's zoom makes them (WCAG 1.4.4). */
export const twiceAsLarge: Way = { width: 640, height: 450, scale: 2 };

/** Changes the window and waits until the page has followed. */
export const lookAt = async (
  page: Page,
  { width = 1280, height = 900, dark = false, scale = 1, forcedColours = false }: Way,
): Promise<void> => {
  const session = await page.createCDPSession();
  // Beside puppeteer, which knows no forced colours; what is named once takes the place of all that was.
  await session.send('Emulation.setEmulatedMedia', {
    features: [
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'forced-colors', value: forcedColours ? 'active' : 'none' },
      { name: 'prefers-reduced-motion', value: 'reduce' },
    ],
  });
  // Not by puppeteer, which loads the page anew where it takes the window for a telephone's.
  await session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: scale, mobile: false });
  await untilStill(page);
};

/** Waits until a page has followed its window and its answers. */
export const untilStill = (page: Page): Promise<unknown> => page.evaluate(stillness);

/**
 * Components follow the window by what they observe of their size, several times on a busy machine: until nothing differs
 * from a moment before. What is half faded has half its contrast; what turns round without an end is not waited for.
 */
const stillness = `(async () => {
  const pause = (time) => new Promise((resolve) => setTimeout(resolve, time));
  const shape = () => [document.documentElement.scrollWidth, document.body.scrollHeight, document.body.innerHTML.length].join();
  await pause(100);
  for (let before = '', times = 0; before !== shape() && times < 20; times += 1) {
    before = shape();
    await pause(50);
  }
  const ending = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity);
  await Promise.all(ending.map((one) => Promise.race([one.finished.catch(() => {}), pause(1_000)])));
})()`;
