/** A migration batch is made, started, completed and taken off the list, by keyboard alone. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { chinese } from '../../clients/console/texts/chinese/chinese.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { pressOn, standStill, tabTo, typeInto } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { batchIds, playedMigrations } from './played/migrations.ts';
import { type PlayedBucket, startPlayedBucket } from './played-bucket.ts';
import { type PlayedConsole, refusal, startPlayedConsole } from './played-console.ts';

const { migrations, addMany } = english;

describeInChromium('migrations', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  let bucket: PlayedBucket;
  const folder = mkdtempSync(join(tmpdir(), 'migrations-'));
  const file = join(folder, 'mailboxes.csv');
  writeFileSync(file, 'PrimarySmtpAddress,DisplayName\nada@contoso.com,Ada\n');

  beforeAll(async () => {
    bucket = await startPlayedBucket();
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole({}, { uploadHost: bucket.url })]);
  });
  beforeEach(() => {
    bucket.reset();
    console.place.routes = { ...playedRoutes(), ...playedMigrations(bucket.url) };
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

  const open = (path: string, language = 'en', roles?: readonly string[]) =>
    openPage(chromium, console, { path, ...(roles && { roles }) }, { language });
  const sent = (method: string, end: RegExp) =>
    console.asked.filter((one) => one.method === method && end.test(one.path));
  const choose = async (page: Page) => {
    const input = (await page.waitForSelector('input[type=file]')) as unknown as {
      uploadFile: (path: string) => Promise<void>;
    };
    await input.uploadFile(file);
  };

  test('what is missing is said at its field; then the batch is made, its file sent, and it is started and completed', async () => {
    const page = await open('/migrations/new');
    await pressOn(page, migrations.make);
    await seeText(page, migrations.nameMissing);
    await seeText(page, addMany.faults.missing);
    expect(sent('POST', /migrationBatches$/)).toEqual([]);
    await page.keyboard.type('Berlin 2');
    await choose(page);
    await pressOn(page, migrations.make);
    await seeText(page, migrations.added('Berlin 2'));
    const asked = {
      displayName: 'Berlin 2',
      migrationType: 'exchangeCutover',
      autoStart: false,
      fileName: 'mailboxes.csv',
    };
    expect(sent('POST', /migrationBatches$/).map(({ body }) => body)).toEqual([asked]);
    expect(bucket.place.arrived.size).toBe(1);
    await seeText(page, migrations.created);
    await pressOn(page, migrations.actions.start);
    await seeText(page, migrations.what.start);
    await pressOn(page, migrations.actions.start);
    await seeText(page, migrations.done.start);
    await seeText(page, migrations.synced);
    await pressOn(page, migrations.actions.complete);
    await seeText(page, migrations.what.complete);
    await pressOn(page, migrations.actions.complete);
    await seeText(page, migrations.states.Completed);
    expect(sent('POST', /\/(start|complete)$/)).toHaveLength(2);
    await page.browserContext().close();
  });

  test('the upload breaks: sent again, it is the same batch', async () => {
    const page = await open('/migrations/new');
    await seeText(page, migrations.noMail);
    await typeInto(page, migrations.name, 'Broken');
    await choose(page);
    bucket.place.breaks = () => true;
    await pressOn(page, migrations.make);
    await page.waitForSelector('main [class*=alert]', { timeout: 30_000 });
    await seeText(page, english.problems.offline.title);
    bucket.place.breaks = () => false;
    await pressOn(page, migrations.make);
    await seeText(page, migrations.added('Broken'));
    expect(sent('POST', /migrationBatches$/)).toHaveLength(1);
    await page.browserContext().close();
  });

  test('a refusal of the server stands on the page, and what was typed stays: a cutover while synchronisation is on', async () => {
    const sentence = 'A cutover is not possible while directory synchronization is on.';
    console.place.routes['POST migrationBatches'] = () => refusal(400, 'CutoverWhileSynchronized', sentence);
    const page = await open('/migrations/new');
    await typeInto(page, migrations.name, 'Berlin 3');
    await choose(page);
    await pressOn(page, migrations.make);
    await seeText(page, sentence);
    expect(await page.evaluate(`document.querySelector('input[name=displayName]').value`)).toBe('Berlin 3');
    await page.browserContext().close();
  });

  test.each([
    ['en', english, 'The domain fabrikam.example is not one of the organisation'],
    ['zh-Hans', chinese, '域 fabrikam.example 不属于本组织'],
  ])('users are shown by the state of their mailbox: %s', async (language, { migrations: words }, reason) => {
    const page = await open(`/migrations/${batchIds.synced}`, language);
    // Those who failed come first, with the reason.
    await seeText(page, reason);
    await tabTo(page, words.filter);
    await page.keyboard.press('Space');
    for (let presses = 0; presses < 3; presses += 1) await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await seeText(page, 'user1@contoso.com');
    const asked = console.asked.filter(({ path }) => path.endsWith('/users')).map(({ query }) => query.get('$filter'));
    expect(asked.at(-1)).toBe("mailbox eq 'grace'");
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await page.browserContext().close();
  });

  test('taken off the list', async () => {
    const page = await open(`/migrations/${batchIds.completed}`);
    await pressOn(page, migrations.actions.remove);
    await seeText(page, migrations.what.remove);
    await pressOn(page, migrations.actions.remove);
    await seeText(page, migrations.done.remove);
    expect(sent('DELETE', new RegExp(`${batchIds.completed}$`))).toHaveLength(1);
    await page.browserContext().close();
  });

  test('who may only read sees no way to change anything', async () => {
    const page = await open(`/migrations/${batchIds.synced}`, 'en', ['Reports Reader']);
    await seeText(page, migrations.users);
    const names = `[...document.querySelectorAll('button')].map((one) => one.textContent)`;
    expect(await page.evaluate(`${names}.includes(${JSON.stringify(migrations.actions.complete)})`)).toBe(false);
    await page.browserContext().close();
  });
});
