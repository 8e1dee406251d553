/** Active users and one person, by keyboard and pointer, over a played directory. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { clickOn, openAction, openTab, press, seeText, words } from './acting.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { idOfPerson, playedDirectory, playedPeople } from './played/people.ts';
import { type PlayedConsole, refusal, startPlayedConsole } from './played-console.ts';

describeInChromium('people of the console', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  let directory: ReturnType<typeof playedDirectory>;
  beforeAll(async () => {
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole()]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
  });
  beforeEach(() => {
    console.reset();
    directory = playedDirectory();
    Object.assign(console.place.routes, playedRoutes(), playedPeople(directory));
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const open = (path: string): Promise<Page> => openPage(chromium, console, { path });
  const shown = (page: Page): Promise<string[]> =>
    page.evaluate("[...document.querySelectorAll('tbody th')].map((cell) => cell.innerText.trim())") as Promise<
      string[]
    >;
  const filters = () => console.asked.flatMap(({ path, query }) => (path === 'users' ? [query.get('$filter')] : []));
  const changes = () => console.asked.filter(({ method, path }) => method !== 'GET' && path !== '$batch');

  test('are found by the beginning of a name, a user name, or an employee id, each of them once', async () => {
    const page = await open('/users');
    await page.type('input[type=search]', 'al');
    await page.waitForFunction("document.querySelectorAll('tbody tr').length === 1");
    expect(await shown(page)).toEqual(['Alan Turing']);
    expect(filters()).toEqual([
      null,
      "startswith(displayName,'al')",
      "startswith(userPrincipalName,'al')",
      "employeeId eq 'al'",
    ]);
    await page.click('input[type=search]', { count: 3 });
    await page.type('input[type=search]', '1004');
    await seeText(page, 'Edsger Dijkstra');
    await press(page, 'button', 'Clear filters');
    await page.waitForFunction("document.querySelectorAll('tbody tr').length === 12");
  });

  test('short answers are followed until the page is full, and the reader is told', async () => {
    const [first, ...others] = directory;
    const page2 = `http://127.0.0.1/v1.0/users?$skiptoken=2`;
    let pass = () => {};
    const passed = new Promise<void>((resolve) => {
      pass = resolve;
    });
    console.place.routes['GET users'] = async ({ query }) => {
      if (!query.has('$skiptoken')) return { body: { value: [], '@odata.nextLink': page2.replace('=2', '=1') } };
      if (query.get('$skiptoken') === '1') return { body: { value: [first], '@odata.nextLink': page2 } };
      await passed;
      return { body: { value: others } };
    };
    const page = await chromium.newPage();
    await page.goto(`${console.url}/users`);
    await seeText(page, 'Still looking');
    pass();
    await page.waitForFunction("document.querySelectorAll('tbody tr').length === 12");
    expect(await shown(page)).toEqual([first, ...others].map((one) => one?.displayName));
  });

  test('are blocked together, after what will happen was said; who is protected is named', async () => {
    const { 'POST $batch': answer } = console.place.routes;
    console.place.routes['POST $batch'] = async (asked) => {
      const played = (await answer?.(asked)) as { body: { responses: { status: number; body: unknown }[] } };
      const [responses] = [played.body.responses];
      const no = refusal(403, 'PersonProtected', 'Only a Global Administrator may do this.');
      Object.assign(responses[0] ?? {}, { status: 403, body: no.body });
      return played;
    };
    const page = await open('/users');
    await clickOn(page, 'tbody input[type=checkbox]', 0);
    await clickOn(page, 'tbody input[type=checkbox]', 2);
    await seeText(page, '2 people selected');
    await openAction(page, 0);
    await seeText(page, 'They cannot sign in from now on');
    expect(console.asked.some(({ path }) => path === '$batch')).toBe(false);
    await press(page, 'button', 'Block sign-in');
    await seeText(page, 'Done for 1 person.');
    expect(await words(page)).toContain('Only a Global Administrator may do this.');
    expect(directory[2]?.accountEnabled).toBe(false);
  });

  test('are deleted together only once their number was typed', async () => {
    const page = await open('/users');
    await clickOn(page, 'tbody input[type=checkbox]', 3);
    await clickOn(page, 'tbody input[type=checkbox]', 4);
    await openAction(page, 5);
    await page.waitForSelector('[role=dialog] input');
    const isDisabled = async () =>
      (await page.waitForSelector('aria/Delete[role="button"]'))?.evaluate((button) =>
        button.matches(':disabled, [aria-disabled=true]'),
      );
    expect(await isDisabled()).toBe(true);
    await page.type('[role=dialog] input', '2');
    expect(await isDisabled()).toBe(false);
    await press(page, 'button', 'Delete');
    await seeText(page, 'Done for 2 people.');
    expect(directory.map(({ displayName }) => displayName)).not.toContain('Katherine Johnson');
  });

  test('one is changed in what was typed alone, by keyboard', async () => {
    const page = await open(`/users/${idOfPerson(1)}`);
    await page.focus('[role=tab]');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.waitForSelector('[role=tabpanel] button');
    while (!(await page.evaluate("document.activeElement.matches('[role=tabpanel] button')")))
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.focus('input[name=department]');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type('Navy');
    await page.keyboard.press('Enter');
    await seeText(page, 'Grace Hopper was changed.');
    expect(changes().map(({ body, headers }) => [body, headers['if-match']])).toEqual([
      [{ department: 'Navy' }, 'W/"1-1"'],
    ]);
  });

  test('a change that meets another one says what is different, and keeps what was typed', async () => {
    const page = await open(`/users/${idOfPerson(1)}`);
    await openTab(page, 1);
    await clickOn(page, '[role=tabpanel] button');
    await page.click('input[name=jobTitle]', { count: 3 });
    await page.type('input[name=jobTitle]', 'Rear admiral');
    Object.assign(directory[1] ?? {}, { department: 'Navy', '@odata.etag': 'W/"1-2"' });
    await press(page, 'button', 'Save changes');
    await seeText(page, 'Department is now “Navy”');
    expect(await page.$eval('input[name=jobTitle]', (input) => input.getAttribute('value'))).toBe('Rear admiral');
    await press(page, 'button', 'Save mine over it');
    await seeText(page, 'Grace Hopper was changed.');
    expect([directory[1]?.jobTitle, directory[1]?.department]).toEqual(['Rear admiral', 'Navy']);
  });

  test('a refusal stands beside its field', async () => {
    console.place.routes['PATCH users/*'] = () =>
      refusal(400, 'DomainNotVerified', 'elsewhere.com is no domain of yours.', 'userPrincipalName');
    const page = await open(`/users/${idOfPerson(1)}`);
    await openTab(page, 1);
    await clickOn(page, '[role=tabpanel] button');
    await page.type('input[name=userPrincipalName]', 'x');
    await press(page, 'button', 'Save changes');
    await seeText(page, 'elsewhere.com is no domain of yours.');
    expect(await page.$eval('input[name=userPrincipalName]', (input) => input.getAttribute('aria-invalid'))).toBe(
      'true',
    );
    expect(await page.evaluate('document.activeElement.name')).toBe('userPrincipalName');
  });

  test('a password is shown once, and is nowhere afterwards', async () => {
    const page = await open(`/users/${idOfPerson(1)}`);
    await openAction(page, 0);
    await press(page, 'radio', 'Show it here, once');
    await press(page, 'button', 'Reset password');
    await seeText(page, 'Fir-Tram-81-Nova');
    await press(page, 'button', 'Close');
    await page.waitForFunction("!document.body.innerText.includes('Fir-Tram-81-Nova')");
    const kept = await page.evaluate(
      'JSON.stringify([{ ...localStorage }, { ...sessionStorage }, location.href, document.documentElement.outerHTML, history.state])',
    );
    expect(kept).not.toContain('Fir-Tram');
  });

  test('licences are given with the apps that were chosen', async () => {
    const page = await open(`/users/${idOfPerson(3)}`);
    await openTab(page, 2);
    await press(page, 'checkbox', 'Microsoft 365 E3');
    await press(page, 'button', 'Apps: Microsoft 365 E3');
    await press(page, 'checkbox', 'Microsoft Teams');
    await press(page, 'button', 'Save changes');
    await seeText(page, 'The licenses of Katherine Johnson were changed.');
    const [skuId, plan] = ['05e9a617-0261-4cee-bb44-138d3ef5d965', '57ff2da0-773e-42df-b2af-ffb7a2317929'];
    expect(changes().map(({ body }) => body)).toEqual([
      { addLicenses: [{ skuId, disabledPlans: [plan] }], removeLicenses: [] },
    ]);
  });

  test('why a mail came back is told in the reader’s words, with those of the service below', async () => {
    const page = await openPage(chromium, console, { path: `/users/${idOfPerson(8)}` }, { language: 'nl' });
    await openTab(page, 4);
    await seeText(page, 'Dit postvak bestaat niet');
    await seeText(page, 'Permanent/NoEmail');
  });
});
