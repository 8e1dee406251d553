/** A file of people is uploaded and checked, whatever the connection does; with the keyboard alone. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { pressOn, standStill, tabTo } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { importIds, playedImports } from './played/imports.ts';
import { type PlayedBucket, startPlayedBucket } from './played-bucket.ts';
import { type PlayedConsole, refusal, startPlayedConsole } from './played-console.ts';

const { addMany, imports, problems } = english;
const partSize = 64 * 1024;

describeInChromium('many people are added', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  let bucket: PlayedBucket;
  const folder = mkdtempSync(join(tmpdir(), 'add-many-'));
  const fileOf = (name: string, bytes: number): string => {
    const path = join(folder, name);
    writeFileSync(path, 'User Name,Display Name\n');
    truncateSync(path, bytes);
    return path;
  };
  const small = fileOf('mixed.csv', 1_000);
  const large = fileOf('large.csv', 10 * partSize - 100);

  beforeAll(async () => {
    bucket = await startPlayedBucket();
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole({}, { uploadHost: bucket.url })]);
  });
  beforeEach(() => {
    bucket.reset();
    const there = { url: bucket.url, arrived: bucket.place.arrived };
    const played = playedImports(there, undefined, { partSize, onePiece: 2 * partSize });
    console.place.routes = { ...playedRoutes(), ...played };
  });
  afterEach(() => {
    console.reset();
    expect(chromium.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
    bucket?.close();
    rmSync(folder, { recursive: true });
  });

  const open = (language = 'en', path = '/users/add-many') => openPage(chromium, console, { path }, { language });
  const choose = async (page: Page, path: string) => {
    const input = (await page.waitForSelector('input[type=file]')) as unknown as {
      uploadFile: (path: string) => Promise<void>;
    };
    await input.uploadFile(path);
  };
  const sent = (path: string) =>
    console.asked.filter((one) => one.method === 'POST' && one.path.split('/').at(-1) === path);

  /** A connection that is broken for every part but the first ones. */
  const breakAfter = (parts: number) => {
    bucket.place.breaks = (path) => Number(path.split('/')[1] ?? 1) > parts;
  };

  test('a small file goes in one piece, and its check is shown', async () => {
    const page = await open();
    await choose(page, small);
    await pressOn(page, addMany.check);
    await seeText(page, imports.rowsTitle.check);
    expect([...bucket.place.arrived.values()]).toEqual([1_000]);
    expect(console.asked.find(({ method }) => method === 'POST')?.body).toEqual({
      fileName: 'mixed.csv',
      fileSize: 1_000,
      dryRun: true,
    });
    await page.browserContext().close();
  });

  test('what cannot be a file of people stands beside the field, which has the focus', async () => {
    const page = await open();
    await tabTo(page, addMany.check);
    await page.keyboard.press('Enter');
    await seeText(page, addMany.faults.missing);
    expect(await page.evaluate('document.activeElement.type')).toBe('file');
    await choose(page, fileOf('old.xls', 10));
    await seeText(page, addMany.faults.otherWorkbook);
    await choose(page, fileOf('empty.csv', 0));
    await seeText(page, addMany.faults.empty);
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    expect(sent('imports')).toEqual([]);
    await page.browserContext().close();
  });

  test('what the server refuses of the file stands there too, and another one can be chosen', async () => {
    const page = await open();
    const answer = console.place.routes['POST imports'];
    console.place.routes['POST imports'] = () =>
      refusal(413, 'FileTooLarge', 'The file is larger than 2 GiB. Split it.', 'fileSize');
    await choose(page, small);
    await pressOn(page, addMany.check);
    await seeText(page, 'The file is larger than 2 GiB. Split it.');
    if (answer) console.place.routes['POST imports'] = answer;
    await choose(page, small);
    await pressOn(page, addMany.check);
    await seeText(page, imports.rowsTitle.check);
    await page.browserContext().close();
  });

  test('a large file goes in parts, three at once', async () => {
    const page = await open();
    bucket.place.hold = () => new Promise((resolve) => setTimeout(resolve, 30));
    await choose(page, large);
    await pressOn(page, addMany.check);
    await seeText(page, imports.rowsTitle.check);
    expect(bucket.place.begun).toHaveLength(10);
    expect(bucket.place.mostAtOnce).toBe(3);
    expect([...bucket.place.arrived.values()].reduce((sum, size) => sum + size, 0)).toBe(10 * partSize - 100);
    expect(sent('completeUpload')[0]?.body.parts).toHaveLength(10);
    await page.browserContext().close();
  });

  test('a connection that breaks is tried thrice; then it goes on with what is missing', async () => {
    const page = await open();
    breakAfter(4);
    await choose(page, large);
    await pressOn(page, addMany.check);
    await seeText(page, addMany.stopped);
    await seeText(page, problems.offline.title);
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    // The browser may try by itself as well: each try of the page has an address of its own.
    const signed = sent('uploadParts').map(({ body }) => body.partNumbers[0]);
    const tries = [5, 6, 7].map((number) => signed.filter((each) => each === number).length);
    expect(Math.max(...tries)).toBe(3);
    expect(bucket.place.arrived.size).toBe(4);
    bucket.place.breaks = () => false;
    bucket.place.begun.length = 0;
    await pressOn(page, addMany.goOn);
    await seeText(page, imports.rowsTitle.check);
    expect(bucket.place.begun).toHaveLength(6);
    expect(sent('completeUpload')).toHaveLength(1);
    await page.browserContext().close();
  });

  test('a reload finds the upload again, refuses another file, and goes on with the same one', async () => {
    const page = await open();
    breakAfter(4);
    await choose(page, large);
    await pressOn(page, addMany.check);
    await seeText(page, addMany.stopped);
    const leaving = new Promise<string>((resolve) =>
      page.once('dialog', async (dialog) => {
        resolve(dialog.type());
        await dialog.accept();
      }),
    );
    await page.reload({ waitUntil: 'networkidle0' });
    expect(await leaving).toBe('beforeunload');
    bucket.place.breaks = () => false;
    bucket.place.begun.length = 0;
    await seeText(page, addMany.interruptedTitle('large.csv'));
    await seeText(page, addMany.interrupted('40%'));
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await choose(page, small);
    await pressOn(page, addMany.goOn);
    await seeText(page, addMany.faults.another('large.csv'));
    expect(bucket.place.begun).toEqual([]);
    await choose(page, large);
    await pressOn(page, addMany.goOn);
    await seeText(page, imports.rowsTitle.check);
    expect(bucket.place.begun).toHaveLength(6);
    expect(sent('imports')).toHaveLength(1);
    expect(await page.evaluate(`sessionStorage.getItem('muster-upload')`)).toBe(null);
    await page.browserContext().close();
  });

  test('the answer to the end of an upload is lost: it is not ended twice', async () => {
    const page = await open();
    const answer = console.place.routes['POST imports/*/completeUpload'];
    console.place.routes['POST imports/*/completeUpload'] = async (asked) => {
      await answer?.(asked);
      return { hangUp: true };
    };
    await choose(page, large);
    await pressOn(page, addMany.check);
    // A browser may send it again by itself: the second one finds the upload over.
    await page.waitForFunction(
      `document.body.textContent.includes(${JSON.stringify(imports.rowsTitle.check)}) ||
        document.body.textContent.includes(${JSON.stringify(addMany.stopped)})`,
    );
    if (!(await page.evaluate(`document.body.textContent.includes(${JSON.stringify(imports.rowsTitle.check)})`))) {
      await pressOn(page, addMany.goOn);
    }
    await seeText(page, imports.rowsTitle.check);
    expect(bucket.place.begun).toHaveLength(10);
    await page.browserContext().close();
  });

  test('leaving while it is uploaded asks first, and cancelling throws away what was sent', async () => {
    const page = await open();
    bucket.place.hold = () => new Promise(() => {});
    await choose(page, large);
    await pressOn(page, addMany.check);
    await seeText(page, addMany.sending);
    await page.evaluate(`[...document.querySelectorAll('nav a')].find((one) => one.href.endsWith('/users')).click()`);
    await seeText(page, addMany.leaveTitle);
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await pressOn(page, english.shell.cancel);
    await seeText(page, addMany.stay);
    await pressOn(page, addMany.cancelUpload);
    await seeText(page, addMany.fileHint);
    expect(sent('abortUpload')).toHaveLength(1);
    await page.browserContext().close();
  });

  test('an upload that is over leads to what came of it', async () => {
    const page = await open('nl', `/users/add-many?import=${importIds.done}`);
    await seeText(page, dutch.addMany.uploadOverTitle);
    await pressOn(page, dutch.addMany.show);
    await seeText(page, dutch.imports.rowsTitle.import);
    await page.browserContext().close();
  });
});
