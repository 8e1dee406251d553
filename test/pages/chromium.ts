/** Real Chromium, without a window: the one that CHROMIUM names, else the system's. */
import { existsSync } from 'node:fs';
import puppeteer, { type Browser, type BrowserContext, type Page } from 'puppeteer-core';

const places = [process.env.CHROMIUM ?? '', '/usr/bin/chromium'];
const executablePath = places.find((place) => place !== '' && existsSync(place));

/** A browser for a file of tests. */
export type Chromium = {
  /** A new page of somebody who was never here; what went wrong on it is collected in `complaints`. */
  newPage: (look?: Look) => Promise<Page>;
  /** What pages wrote to their console as an error, a violated Content-Security-Policy included, and what they threw. */
  complaints: string[];
  close: () => Promise<void>;
};

/** How wide somebody's window is, in which language the browser, whether it is dark, and whether nothing is to fade. */
export type Look = {
  width?: number;
  height?: number;
  language?: string;
  dark?: boolean;
  scale?: number;
  isStill?: boolean;
};

/** Starts the browser, with further arguments of its own. */
export const startChromium = async (further: readonly string[] = []): Promise<Chromium> => {
  if (executablePath === undefined) throw new Error(`No Chromium is at ${places.filter(Boolean).join(' or ')}.`);
  // In a container it is root who runs it, and root has no sandbox; shared memory is small there.
  const args = [
    '--disable-dev-shm-usage',
    '--disable-gpu',
    '--disable-extensions',
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...further,
  ];
  // An emulator of AWS has made its certificate itself, which Node is told to trust by this variable.
  const acceptInsecureCerts = process.env.NODE_EXTRA_CA_CERTS !== undefined;
  const browser: Browser = await puppeteer.launch({ executablePath, args, acceptInsecureCerts });
  const complaints: string[] = [];
  const newPage = async (look: Look = {}): Promise<Page> => {
    const { width = 1280, height = 900, language = 'en-GB', dark = false, scale = 1, isStill = false } = look;
    const context: BrowserContext = await browser.createBrowserContext();
    const page = await context.newPage();
    await page.setViewport({ width, height, deviceScaleFactor: scale });
    await page.setExtraHTTPHeaders({ 'accept-language': language });
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: dark ? 'dark' : 'light' },
      { name: 'prefers-reduced-motion', value: isStill ? 'reduce' : 'no-preference' },
    ]);
    page.on('pageerror', (error) => complaints.push(String(error)));
    page.on('console', (message) => {
      // That the API refused something is no complaint about the page.
      const isAnswer = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isAnswer) complaints.push(message.text());
    });
    return page;
  };
  return { newPage, complaints, close: () => browser.close() };
};

/**
 * Tests that need Chromium. Where none is installed they are skipped, and their name says so; in CI, where nobody would
 * notice, they fail instead.
 */
export const describeInChromium = (name: string, tests: () => void): void => {
  // A browser takes its time on a machine that is busy.
  jest.setTimeout(120_000);
  if (executablePath !== undefined || process.env.CI) describe(name, tests);
  else describe.skip(`${name} (skipped: install Chromium, or name it in CHROMIUM)`, tests);
};
