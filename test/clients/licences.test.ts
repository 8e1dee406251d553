/** Whatever of other people is in a bundle has the text of its licence beside it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundledPackages, licenceTexts } from '../../clients/licences/bundled-packages.ts';
import { builtConsole } from '../../infra/parts/console/built-console.ts';

const names = (packages: readonly { name: string }[]) => packages.map(({ name }) => name);

test('each package of the command and of the functions has its texts', async () => {
  const bundle = { write: false, bundle: true, metafile: true, platform: 'node', format: 'esm', outdir: 'x' } as const;
  const [command, functions] = await Promise.all([
    build({ ...bundle, entryPoints: ['clients/muster/muster.ts'], splitting: true }),
    build({ ...bundle, entryPoints: ['functions/*.ts'], mainFields: ['module', 'main'] }),
  ]);
  expect(names(bundledPackages(command.metafile))).toEqual(expect.arrayContaining(['commander', 'p-retry', 'zod']));
  expect(names(bundledPackages(functions.metafile))).toEqual(
    expect.arrayContaining(['@middy/core', 'csv-parse', 'zod']),
  );
  const packages = bundledPackages(command.metafile, functions.metafile);
  const text = licenceTexts(packages);
  for (const { name, version, texts } of packages) {
    expect([name, text.includes(`${name} ${version} (`)]).toEqual([name, true]);
    expect([name, texts.every((one) => one.length > 300 && text.includes(one))]).toEqual([name, true]);
  }
  // A licence that is the same for many stands there once.
  expect(text.split('"License" shall mean the terms').length).toBeLessThan(packages.length);
}, 60_000);

test('what esbuild left out of a bundle is not in it', () => {
  const left = { outputs: { 'x.js': { inputs: { 'node_modules/zod/index.js': { bytesInOutput: 0 } } } } } as never;
  expect(bundledPackages(left)).toEqual([]);
});

test('the console serves those of its own packages and of the functions behind it, and its page says where', () => {
  const folder = builtConsole(5);
  const [file = ''] = readdirSync(join(folder, 'assets')).filter((name) => /^licences-.*\.txt\.gz$/.test(name));
  const text = gunzipSync(readFileSync(join(folder, 'assets', file))).toString();
  for (const name of ['react-dom', '@cloudscape-design/components', '@tanstack/react-router', 'csv-parse'])
    expect(text).toContain(`\n${name} `);
  const page = gunzipSync(readFileSync(join(folder, 'index.html.gz'))).toString();
  expect(page).toContain(`<link rel="license" href="/console/assets/${file.replace('.gz', '')}">`);
}, 180_000);
