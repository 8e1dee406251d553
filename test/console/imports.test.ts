/** An import is looked at, mended, carried out and undone, by keyboard alone. */
import type { Page } from 'puppeteer-core';
import { chinese } from '../../clients/console/texts/chinese/chinese.ts';
import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { german } from '../../clients/console/texts/german/german.ts';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { pressOn, standStill, tabTo, typeInto } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { importIds, playedImports } from './played/imports.ts';
import { type PlayedConsole, refusal, startPlayedConsole } from './played-console.ts';

const { imports } = english;
const inLanguages = Object.entries({ en: english, nl: dutch, de: german, 'zh-Hans': chinese });

describeInChromium('imports', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beforeAll(async () => {
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole()]);
  });
  beforeEach(() => {
    console.place.routes = { ...playedRoutes(), ...playedImports() };
  });
  afterEach(() => {
    console.reset();
    expect(chromium.complaints.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
  });

  const open = (id: string, language = 'en', roles?: readonly string[]) =>
    openPage(chromium, console, { path: `/imports/${id}`, ...(roles && { roles }) }, { language });
  const sent = (action: string) =>
    console.asked.filter(({ method, path }) => method === 'POST' && path.endsWith(`/${action}`));
  const hasNoButton = async (page: Page, name: string) =>
    expect(
      await page.evaluate(`[...document.querySelectorAll('button')].some((one) => one.textContent === '${name}')`),
    ).toBe(false);
  /** Counts by their name, of those labels that stand on the page. */
  const countsOf = async (page: Page, labels: Readonly<Record<string, string>>) => {
    const shown = (await page.evaluate(
      `[...document.querySelectorAll('dt')].map((one) => [one.innerText, one.nextElementSibling.innerText])`,
    )) as [string, string][];
    const counts = new Map(shown);
    return Object.fromEntries(
      Object.entries(labels).flatMap(([name, label]) => (counts.has(label) ? [[name, counts.get(label)]] : [])),
    );
  };
  const choose = async (page: Page, name: string, presses: number) => {
    await tabTo(page, name);
    for (const key of ['Space', ...Array.from({ length: presses }, () => 'ArrowDown' as const), 'Enter'] as const) {
      await page.keyboard.press(key);
    }
  };

  test('refused rows say why in the language of the reader, and so is said as what the file was read', async () => {
    const page = await open(importIds.check, 'nl');
    await seeText(page, 'De weergavenaam ontbreekt. Geef er een op.');
    await seeText(page, dutch.imports.seatsToBuyOf('Microsoft 365 F3', '2'));
    // It stands in a part that is closed at first.
    const whole = String(await page.evaluate('document.body.textContent'));
    expect(whole).toContain(dutch.imports.readAs('export van Microsoft 365'));
    await page.browserContext().close();
  });

  test('on a narrow page the reason stands below the user', async () => {
    const page = await openPage(chromium, console, { path: `/imports/${importIds.check}` }, { width: 360 });
    await page.waitForFunction(
      `[...document.querySelectorAll('tbody')].some((one) => one.innerText.includes('No country is known for what stands in Usage Location: ZZ.'))`,
    );
    await page.browserContext().close();
  });

  test.each(inLanguages)('a check is carried out, with mails later, and undone: %s', async (language, texts) => {
    const words = texts.imports;
    const page = await open(importIds.check, language);
    await pressOn(page, words.apply);
    await seeText(page, words.willCreate(2));
    await seeText(page, words.willRefuse(9));
    await tabTo(page, words.credentialsNow);
    await page.keyboard.press('ArrowDown');
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await pressOn(page, words.apply);
    await seeText(page, words.applied);
    expect(sent('apply').map(({ body }) => body)).toEqual([{ credentials: 'later' }]);
    await seeText(page, words.rowsTitle.import);
    await seeText(page, words.mailsTitle);
    await seeText(page, words.showBounced);
    expect(await countsOf(page, words.mailStates)).toEqual({ owed: '0', sent: '1', bounced: '1' });
    await pressOn(page, words.undo);
    await seeText(page, words.undoWhat(2, 0));
    await typeInto(page, words.typeCount('2'), '3');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(`document.activeElement.textContent`)).not.toContain(words.undo);
    await page.keyboard.down('Shift');
    await page.keyboard.press('Tab');
    await page.keyboard.up('Shift');
    await page.keyboard.press('Backspace');
    await page.keyboard.type('2');
    await pressOn(page, words.undo);
    await seeText(page, words.undoBegun);
    await seeText(page, words.rowsTitle.undo);
    expect(sent('undo')).toHaveLength(1);
    await page.browserContext().close();
  });

  test('the answer to an apply is lost: the import that has begun is found, and not asked for again', async () => {
    const page = await open(importIds.check);
    const answer = console.place.routes['POST imports/*/apply'];
    let isDone = false;
    console.place.routes['POST imports/*/apply'] = async (asked) => {
      // What the browser repeats by itself is no second request of the page.
      if (!isDone) await answer?.(asked);
      isDone = true;
      return { hangUp: true };
    };
    await pressOn(page, imports.apply);
    await seeText(page, imports.willCreate(2));
    await pressOn(page, imports.apply);
    await seeText(page, imports.applied);
    await seeText(page, imports.rowsTitle.import);
    await page.goBack();
    await seeText(page, imports.appliedTitle);
    await hasNoButton(page, imports.apply);
    await page.browserContext().close();
  });

  test('headings that are not known are said, two of the same are told, and it is checked again', async () => {
    const page = await open(importIds.unknownHeadings);
    await seeText(page, imports.faults.HeadingsUnknown('Mail adress, Shoe size'));
    await tabTo(page, imports.meaningOf('Shoe size'));
    await page.keyboard.press('Space');
    await page.keyboard.type(english.person.properties.userPrincipalName);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await seeText(page, imports.twice('Mail adress'));
    await pressOn(page, imports.readAgain);
    expect(sent('dryRun')).toEqual([]);
    await page.waitForFunction(`document.activeElement.getAttribute('aria-invalid') === 'true'`);
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await tabTo(page, imports.meaningOf('Shoe size'));
    await page.keyboard.press('Space');
    await page.keyboard.type(english.person.properties.employeeId);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await pressOn(page, imports.readAgain);
    await seeText(page, imports.rowsTitle.check);
    expect(sent('dryRun').map(({ body }) => body)).toEqual([
      { columns: { 'Mail adress': 'userPrincipalName', 'Shoe size': 'employeeId', '*': 'ignored' } },
    ]);
    await page.browserContext().close();
  });

  test('an encoding has to be chosen, the likeliest comes first; a heading that is missing is named', async () => {
    const page = await open(importIds.unclear);
    await pressOn(page, imports.readAgain);
    await seeText(page, imports.chooseEncoding);
    await choose(page, imports.encoding, 1);
    await pressOn(page, imports.readAgain);
    await seeText(page, imports.rowsTitle.check);
    expect(sent('dryRun').map(({ body }) => body)).toEqual([{ encoding: 'windows-1250' }]);
    await page.goto(`${console.url}/imports/${importIds.noUserName}`, { waitUntil: 'networkidle0' });
    await pressOn(page, imports.readAgain);
    await seeText(page, imports.nameHeading);
    await page.keyboard.type('Konto');
    await pressOn(page, imports.readAgain);
    await seeText(page, imports.rowsTitle.check);
    expect(sent('dryRun')[1]?.body).toEqual({ columns: { Konto: 'userPrincipalName' } });
    await page.browserContext().close();
  });

  test('what is changed from what to what; other options are another check', async () => {
    const page = await open(importIds.updates);
    await seeText(page, imports.changedTo('Department', 'Research', 'Engineering'));
    await seeText(page, imports.changedTo('Licenses', imports.nothing, 'Microsoft 365 F3'));
    await tabTo(page, imports.existing.update);
    await page.keyboard.press('ArrowUp');
    await pressOn(page, imports.checkWith);
    await page.waitForFunction(`!location.pathname.endsWith('${importIds.updates}')`);
    expect(sent('dryRun').map(({ body }) => body)).toEqual([{ existingPeople: 'skip', seatsShort: 'unlicensed' }]);
    await page.browserContext().close();
  });

  test('on hold it goes on; running it is cancelled, and a refusal of that stands in the dialog', async () => {
    const page = await open(importIds.onHold);
    await pressOn(page, imports.resume);
    await seeText(page, imports.resumeHeld);
    await pressOn(page, imports.resume);
    await seeText(page, imports.resumed);
    expect(sent('resume')).toHaveLength(1);
    await page.goto(`${console.url}/imports/${importIds.running}`, { waitUntil: 'load' });
    await seeText(page, imports.rowsOf('41,262', '100,000'));
    console.place.routes['POST imports/*/cancel'] = () => refusal(409, 'ImportOver', 'The import is over already.');
    await pressOn(page, imports.cancel);
    await pressOn(page, imports.cancelIt);
    await seeText(page, 'The import is over already.');
    await page.browserContext().close();
  });

  test('mails of an import are counted anew when more are sent; of too many it is said that they are not', async () => {
    const read = console.place.routes['GET imports/*'];
    let delivery: object | null = { held: 2, owed: 0, sent: 0, delivered: 0, bounced: 0, complaint: 0 };
    console.place.routes['GET imports/*'] = async (asked) => {
      const answer = (await read?.(asked)) as { body: object };
      return { body: { ...answer.body, ...(asked.query.has('$expand') && { delivery }) } };
    };
    const page = await open(importIds.done);
    await seeText(page, imports.mailsTitle);
    expect(await countsOf(page, imports.mailStates)).toEqual({ held: '2', owed: '0', sent: '0', bounced: '0' });
    delivery = null;
    await pressOn(page, imports.sendCredentials);
    await seeText(page, imports.sendWhat);
    await pressOn(page, imports.sendCredentials);
    await seeText(page, imports.mailsNotCounted);
    await page.browserContext().close();
  });

  test('refused rows are saved as a file, with their reasons', async () => {
    const page = await open(importIds.done);
    await page.evaluate(
      `URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return '#'; }`,
    );
    await pressOn(page, imports.refusedRows);
    await page.waitForFunction('window.saved !== undefined');
    const lines = String(await page.evaluate('window.saved'))
      .trim()
      .split('\r\n');
    expect(lines).toHaveLength(10);
    expect(lines[2]).toBe('3,no.display@contoso.com,The display name is missing. Give one.');
    await page.browserContext().close();
  });

  test('a file can be mended and given again; an undo has none', async () => {
    const page = await open(importIds.done);
    await seeText(page, imports.reportHint);
    await page.browserContext().close();
    const undo = await open(importIds.undo);
    await seeText(undo, imports.rowsTitle.undo);
    expect(await undo.evaluate('document.body.innerText')).not.toContain(imports.reportHint);
    await hasNoButton(undo, imports.report);
    await undo.browserContext().close();
  });

  test('user names and passwords are sent from the page of the import', async () => {
    const page = await open(importIds.done);
    await pressOn(page, imports.sendCredentials);
    await seeText(page, imports.sendWhat);
    await pressOn(page, imports.sendCredentials);
    await seeText(page, imports.sent);
    expect(sent('sendCredentials').map(({ body }) => body)).toEqual([{ resend: true }]);
    await page.browserContext().close();
  });

  test('whoever may only read sees what came of it, and nothing that changes it', async () => {
    const page = await open(importIds.check, 'en', ['Reports Reader']);
    await seeText(page, imports.rowsTitle.check);
    await hasNoButton(page, imports.apply);
    await hasNoButton(page, imports.readAgain);
    expect(await page.evaluate(`document.body.textContent.includes('${imports.optionsTitle}')`)).toBe(false);
    await page.browserContext().close();
  });

  test('without any import the list teaches what comes first', async () => {
    console.place.routes['GET imports'] = () => ({ body: { value: [] } });
    const page = await openPage(chromium, console, { path: '/imports' });
    await seeText(page, imports.emptyTitle);
    await standStill(page);
    expect(await findings(page)).toEqual([]);
    await pressOn(page, imports.addMany);
    await seeText(page, english.addMany.fileHint);
    await page.browserContext().close();
  });
});
