/**
 * Takes a picture of every page of the console, in each language, width and look: `npm run pictures -- --into FOLDER
 * --only NAME --language nl`. Chinese needs fonts-noto-cjk.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChromium } from '../pages/chromium.ts';
import { everyLook, openPage } from './looks.ts';
import { lookedAt, playedRoutes } from './pages.ts';
import { startPlayedConsole } from './played-console.ts';

const { values } = parseArgs({
  options: {
    into: { type: 'string', default: 'pictures' },
    only: { type: 'string' },
    language: { type: 'string' },
    width: { type: 'string' },
    look: { type: 'string' },
  },
});
const console = await startPlayedConsole(playedRoutes());
const chromium = await startChromium();
mkdirSync(values.into, { recursive: true });
for (const each of lookedAt) {
  if (values.only !== undefined && !each.name.startsWith(values.only)) continue;
  for (const look of everyLook) {
    if (values.language !== undefined && look.language !== values.language) continue;
    if (values.width !== undefined && look.width !== Number(values.width)) continue;
    if (values.look !== undefined && look.dark !== (values.look === 'dark')) continue;
    const page = await openPage(chromium, console, each, look);
    const name = `${each.name}-${look.language}-${look.width}-${look.dark ? 'dark' : 'light'}.png` as const;
    // Not puppeteer's own picture of a whole page: it changes the window, and the layout is caught in between.
    const height = (await page.evaluate('document.documentElement.scrollHeight')) as number;
    await page.setViewport({ width: look.width, height: Math.max(900, height) });
    await new Promise((resolve) => setTimeout(resolve, 400));
    await page.screenshot({ path: join(values.into, name) as `${string}.png` });
    await page.browserContext().close();
  }
}
for (const complaint of chromium.complaints) process.stderr.write(`${complaint}\n`);
await chromium.close();
console.close();
