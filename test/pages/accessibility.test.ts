/** The pages for everybody: languages, axe-core's rules, small windows, large letters, and how it looks. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { MailLanguage } from '../../shared/domain/organisation.ts';
import { findings } from './axe.ts';
import { type Chromium, describeInChromium, type Look, startChromium } from './chromium.ts';
import { wrongInEveryWay } from './every-way.ts';
import { lookAt } from './look-at.ts';
import { answers, startPlayedApi } from './played-api.ts';
import { fill, focused, heading, problems, seen, untilHeading } from './reading.ts';
import { readWrongly } from './seen-by-everybody.ts';

/** Pictures of the page go there, for somebody to look at, when a folder is named. */
const pictures = process.env.PAGE_PICTURES;

describeInChromium('the pages, for everybody', () => {
  let chromium: Chromium;
  let api: Awaited<ReturnType<typeof startPlayedApi>>;
  beforeAll(async () => {
    [chromium, api] = await Promise.all([startChromium(), startPlayedApi()]);
    if (pictures) mkdirSync(pictures, { recursive: true });
  });
  afterAll(async () => {
    await chromium?.close();
    api?.close();
  });
  beforeEach(() => api.reset());
  afterEach(() => expect(chromium.complaints).toEqual([]));

  const open = async (look: Look = {}, query = '?userName=ada@contoso.com'): Promise<Page> => {
    // A colour that is half faded has half its contrast.
    const page = await chromium.newPage({ isStill: true, ...look });
    await page.goto(api.page + query);
    return page;
  };

  const submit = async (page: Page, field: string, text: string, answer?: (typeof api.next)[number]): Promise<void> => {
    if (answer) api.next.push(answer);
    await fill(page, field, text);
    await page.keyboard.press('Enter');
  };

  /** Goes through every step, and does something at each. */
  const walk = async (page: Page, at: (step: string) => Promise<void>): Promise<void> => {
    const titles = () =>
      page.evaluate(`JSON.parse(document.getElementById('page-data').textContent)
      .texts[document.documentElement.lang]`) as Promise<Record<string, string>>;
    const texts = await titles();
    await at('sign-in');
    await page.click('#use-operator-token');
    await submit(page, 'operator-token', 'muster_wrong', answers.refused(401, 'OperatorTokenInvalid'));
    await page.waitForSelector('#operator-problems p');
    await at('operator');
    await page.click('#use-password');
    await submit(page, 'password', 'wrong', answers.refused(401, 'SignInFailed'));
    await page.waitForSelector('#sign-in-problems p');
    await at('wrong');
    await submit(page, 'password', 'again', answers.locked(2));
    await page.waitForSelector('#sign-in-wait:not([hidden])');
    await at('locked');
    await page.waitForSelector('#sign-in-button:not([disabled])');
    await submit(page, 'password', 'mailed', answers.mustChange('firstSignIn'));
    await untilHeading(page, texts.changeTitle ?? '');
    await fill(page, 'new-password', 'Kestrel-42');
    await submit(page, 'repeated-password', 'Kestrel');
    await page.waitForSelector('#change-problems p');
    await at('change');
    await submit(page, 'repeated-password', 'Kestrel-42', answers.changed);
    await untilHeading(page, texts.changedTitle ?? '');
    await at('done');
    await page.goto(`${api.account}?lang=${await page.evaluate('document.documentElement.lang')}`);
    await page.waitForSelector('#session-list li');
    await at('account');
    await fill(page, 'new-password', 'Kestrel-42');
    await submit(page, 'repeated-password', 'Kestrel');
    await page.waitForSelector('#change-problems p');
    await at('account-wrong');
  };

  const narrow = { width: 320, height: 640 };
  // Words matter to the width, so each language is seen where there is least of it.
  const looks: [string, MailLanguage, Look][] = [
    // Each language, width and colour scheme once: every step of every look takes a browser a second.
    ['wide', 'en', {}],
    ['320 px', 'zh-Hans', narrow],
    // 200 % of a window of 1280 pixels, as a browser's zoom does it.
    ['200 %', 'de', { width: 640, height: 450, scale: 2 }],
    ['320 px, dark', 'nl', { ...narrow, dark: true }],
  ];

  test.each(looks)('nothing is wrong: %s, %s', async (name, language, look) => {
    const page = await open(look, `?lang=${language}&userName=ada@contoso.com`);
    const found: Record<string, unknown> = {};
    await walk(page, async (step) => {
      found[step] = await findings(page);
      const path = join(pictures ?? '', `${[name, language, step].join(' ').replaceAll(/[, %]+/g, '-')}.png`);
      if (pictures) await page.screenshot({ path: path as `${string}.png`, fullPage: true });
    });
    expect(found).toEqual({
      ...{ 'sign-in': [], operator: [], wrong: [], locked: [], change: [], done: [] },
      ...{ account: [], 'account-wrong': [] },
    });
  });

  test('every step in a narrow window, with large letters and in forced colours, and as a screen reader reads it', async () => {
    const page = await open({}, '?lang=de&userName=ada@contoso.com');
    const found: string[] = [];
    await walk(page, async (step) => {
      const wrong = [...(await readWrongly(page)), ...(await wrongInEveryWay(page))];
      found.push(...wrong.map((each) => `${step}: ${each}`));
      await lookAt(page, {});
    });
    expect(found).toEqual([]);
  });

  test('the language: the address, else the browser, else the organisation', async () => {
    const languages = await Promise.all(
      [
        open({ language: 'de-CH,nl;q=0.5' }, '?lang=nl'),
        open({ language: 'fr,de-CH;q=0.8,nl;q=0.5' }, '?lang=xx'),
        open({ language: 'zh-CN' }, ''),
        open({ language: 'fr' }, ''),
      ].map(async (opening) => (await opening).evaluate('document.documentElement.lang')),
    );
    expect(languages).toEqual(['nl', 'de', 'zh-Hans', 'en']);
  });

  test('switching the language keeps what was typed and how far somebody has come', async () => {
    const page = await open({ language: 'nl-BE' });
    expect([await heading(page), await page.title()]).toEqual(['Aanmelden', 'Aanmelden – Contoso']);
    expect(await page.$eval('[aria-current]', (link) => link.getAttribute('lang'))).toBe('nl');
    await submit(page, 'password', 'mailed', answers.mustChange('expired'));
    await untilHeading(page, 'Kies een nieuw wachtwoord');
    await page.type('#new-password', 'abc');
    await submit(page, 'repeated-password', 'abd');
    expect(await problems(page)).toContain('De twee velden verschillen. Vul in beide hetzelfde nieuwe wachtwoord in.');

    await page.focus('[data-language=de]');
    await page.keyboard.press('Enter');
    expect([await heading(page), await page.title()]).toEqual([
      'Neues Kennwort wählen',
      'Neues Kennwort wählen – Contoso',
    ]);
    expect(await problems(page)).toHaveLength(2);
    expect((await problems(page))[1]).toMatch(/^Die beiden Felder/);
    expect(await seen(page, '#change-reason')).toBe('Ihr Kennwort ist abgelaufen. Bitte wählen Sie ein neues.');
    expect([await focused(page), new URL(page.url()).search]).toEqual([
      'Deutsch',
      '?userName=ada%40contoso.com&lang=de',
    ]);
    expect(await page.evaluate('document.documentElement.lang')).toBe('de');
    expect(await page.$eval('nav', (element) => element.getAttribute('aria-label'))).toBe('Sprache');
    await fill(page, 'new-password', 'Kestrel-42');
    await submit(page, 'repeated-password', 'Kestrel-42', answers.changed);
    await untilHeading(page, 'Ihr Kennwort wurde geändert');
  });

  test('without JavaScript nothing is sent, and it is said', async () => {
    const page = await chromium.newPage();
    await page.setJavaScriptEnabled(false);
    await page.goto(`${api.page}?lang=nl`);
    expect(await page.$$eval('form', (forms) => forms.map((form) => form.getAttribute('method')))).toEqual([
      'post',
      'post',
      'post',
    ]);
    const tree = JSON.stringify(await page.accessibility.snapshot());
    expect(tree).toContain('Voor deze pagina is JavaScript nodig.');
  });

  test('what a screen reader is told of a field', async () => {
    const page = await open();
    await submit(page, 'password', 'wrong', answers.refused(401, 'SignInFailed'));
    await page.waitForSelector('#sign-in-problems p');
    const tree = await page.accessibility.snapshot({ interestingOnly: true });
    const all = JSON.stringify(tree);
    for (const name of ['User name', 'Password', 'Show password', 'Language', 'I want to choose a new password'])
      expect(all).toContain(`"name":"${name}"`);
    const field = await page.$('#password');
    const told = await page.accessibility.snapshot({ root: field ?? undefined } as never);
    expect(told).toMatchObject({
      role: 'textbox',
      name: 'Password',
      description: 'The user name or the password is wrong.',
      invalid: 'true',
      required: true,
    });
  });
});
