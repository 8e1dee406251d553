/** How much a browser loads: packed as for a deployment, which takes ten seconds where the sources have changed. */
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { builtConsole } from '../../infra/parts/console/built-console.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { beginInConsole } from './in-console.ts';
import { openPage } from './looks.ts';
import type { PlayedConsole } from './played-console.ts';

const kilobyte = 1024;
const folder = builtConsole(11);
const sizeOf = (path: string) => statSync(join(folder, `${path}.br`)).size;

test('the whole console is 650 KB at most', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.br'));
  const all = files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
  expect(Math.ceil(all / kilobyte)).toBeLessThanOrEqual(650);
});

test('no file asks for a font, and nothing is written by a script that the policy forbids', () => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  expect(files.filter((name) => /woff|ttf/.test(name))).toEqual([]);
});

describeInChromium('the first load of the people page', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  test('is 400 KB at most in at most 8 requests', async () => {
    await openPage(chromium, console, { path: '/users' });
    const paths = console.files.map((path) =>
      path.includes('/assets/') ? path.slice('/console/'.length) : 'index.html',
    );
    const bytes = paths.reduce((sum, path) => sum + sizeOf(path), 0);
    expect(Math.ceil(bytes / kilobyte)).toBeLessThanOrEqual(400);
    expect([...paths, ...console.asked.map(({ path }) => path)].length).toBeLessThanOrEqual(8);
  });
});
