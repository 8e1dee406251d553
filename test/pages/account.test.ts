/** The account page in real Chromium, against an API that is played. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from './chromium.ts';
import { ada, answers, startPlayedApi } from './played-api.ts';
import { fill, focused, marked, problems, seen, untilProblem } from './reading.ts';

const good = 'Kestrel-over-42-meadows';

describeInChromium('the account page', () => {
  let chromium: Chromium;
  let api: Awaited<ReturnType<typeof startPlayedApi>>;
  beforeAll(async () => {
    [chromium, api] = await Promise.all([startChromium(), startPlayedApi()]);
  });
  afterAll(async () => {
    await chromium?.close();
    api?.close();
  });
  beforeEach(() => api.reset());
  afterEach(() => expect(chromium.complaints).toEqual([]));

  const open = async (): Promise<Page> => {
    const page = await chromium.newPage();
    await page.goto(api.account);
    await page.waitForSelector('#loaded:not([hidden])');
    await page.waitForFunction(
      "document.querySelector('#sessions').hidden || document.querySelector('#session-list li')",
    );
    return page;
  };
  const until = (page: Page, words: string) =>
    page.waitForFunction(`document.getElementById('status').textContent.includes(${JSON.stringify(words)})`);
  const isHidden = (page: Page, selector: string) => page.evaluate(`document.querySelector('${selector}').hidden`);

  test('shows who is signed in, and where; the console to whoever has a role alone', async () => {
    const page = await open();
    expect([await seen(page, '.person p'), await isHidden(page, '#to-console')]).toEqual([
      'Ada Lovelace\nada@contoso.com',
      true,
    ]);
    const lines = (await page.evaluate(
      "[...document.querySelectorAll('#session-list li')].map(({ innerText }) => innerText)",
    )) as string[];
    expect(lines.map((line) => line.split('\n')[0])).toEqual([
      'Chrome, Linux This browser',
      'Safari, iPhone',
      'Unknown program',
    ]);
    api.state.session = { ...ada, roles: ['Reports Reader'] };
    expect(await isHidden(await open(), '#to-console')).toBe(false);
  });

  test('who is signed in nowhere signs in first, and is asked back', async () => {
    api.state.session = undefined;
    const page = await chromium.newPage();
    await page.goto(api.account);
    await page.waitForFunction("location.pathname.endsWith('/signin')");
    expect(new URL(page.url()).searchParams.get('return')).toBe('/somewhere/below/account');
  });

  test('a session elsewhere is ended', async () => {
    const page = await open();
    api.next.push({ status: 204, body: undefined });
    api.state.sessions.splice(1, 1);
    await page.click('#end-1');
    await until(page, 'That session is over.');
    expect([api.asked[0]?.path, await focused(page)]).toEqual(['DELETE /v1.0/me/sessions/two', 'sessions-title']);
    expect(await page.$$eval('#session-list li', (all) => all.length)).toBe(2);
  });

  test('the password is changed, past every mistake', async () => {
    const page = await open();
    await fill(page, 'new-password', 'short');
    await page.click('#change-button');
    expect(await problems(page)).toEqual([
      'Enter your present password.',
      'The new password does not have all that it needs: see the list below it.',
      'The two fields differ. Enter the same new password in both.',
    ]);
    expect(await marked(page)).toEqual(['current-password', 'new-password', 'repeated-password']);
    expect(api.asked).toEqual([]);
    for (const [field, text] of [
      ['current-password', 'wrong'],
      ['new-password', good],
      ['repeated-password', good],
    ] as const)
      await fill(page, field, text);
    api.next.push(answers.badPassword('PasswordWrong'), answers.locked(60), answers.changed);
    await page.click('#change-button');
    await untilProblem(page, 'The present password is wrong.');
    expect(await marked(page)).toEqual(['current-password']);
    await page.click('#change-button');
    await untilProblem(page, 'You can try again in 1 minute.');
    await page.click('#change-button');
    await until(page, 'Your password has been changed.');
    expect(await focused(page)).toBe('change-title');
    const left = await page.$$eval('input', (all) => all.map((one) => (one as unknown as { value: string }).value));
    expect(left.filter((value) => value !== 'ada@contoso.com' && value !== '')).toEqual([]);
  });

  test('a session that ends meanwhile leads to signing in', async () => {
    const page = await open();
    for (const [field, text] of [
      ['current-password', 'own'],
      ['new-password', good],
      ['repeated-password', good],
    ] as const)
      await fill(page, field, text);
    api.next.push(answers.refused(401, 'Unauthenticated'));
    await page.click('#change-button');
    await page.waitForFunction("location.pathname.endsWith('/signin')");
  });

  test('signing out, here and everywhere', async () => {
    const page = await open();
    await page.click('#sign-out');
    await page.waitForFunction("location.pathname.endsWith('/signin')");
    expect(api.ended).toEqual(['1']);
    const other = await open();
    api.next.push({ status: 200, body: { value: true } });
    await other.click('#end-all');
    await other.waitForFunction("location.pathname.endsWith('/signin')");
    expect(api.asked.map(({ path }) => path)).toEqual(['/v1.0/me/revokeSignInSessions']);
  });

  test('an operator has neither password nor sessions here', async () => {
    api.state.session = { ...ada, kind: 'operator', roles: ['Global Administrator'] };
    const page = await open();
    expect([await isHidden(page, '#change'), await isHidden(page, '#sessions')]).toEqual([true, true]);
  });
});
