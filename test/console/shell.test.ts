/** What stands around every page: sign-in, rights, what cannot be answered, languages, and an upgrade in the midst of work. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { clickOn, openTab, press, seeText, words } from './acting.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { idOfPerson } from './played/people.ts';
import { type PlayedConsole, refusal, sessionOf, startPlayedConsole } from './played-console.ts';

const grace = `/users/${idOfPerson(1)}`;

describeInChromium('the shell of the console', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beforeAll(async () => {
    [chromium, console] = await Promise.all([startChromium(), startPlayedConsole()]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
  });
  beforeEach(() => {
    console.reset();
    Object.assign(console.place.routes, playedRoutes());
  });
  afterEach(() => expect(chromium.complaints.splice(0)).toEqual([]));

  const open = (path: string, roles?: readonly string[]): Promise<Page> =>
    openPage(chromium, console, { path, ...(roles && { roles }) });

  test('a stranger is led to the sign-in page', async () => {
    console.place.session = undefined;
    const page = await chromium.newPage();
    await page.goto(`${console.url}/users`);
    await page.waitForFunction("location.pathname === '/signin'");
  });

  test('a code in the address is taken along to the sign-in page, which leads back, and is sent to nobody', async () => {
    const page = await chromium.newPage();
    await page.goto(`${console.url}/users?x=1#code=once`, { waitUntil: 'networkidle0' });
    await page.waitForFunction("location.pathname === '/signin'");
    expect(await page.evaluate('[location.search, location.hash]')).toEqual([
      `?return=${encodeURIComponent('/console/users?x=1')}`,
      '#code=once',
    ]);
    expect(console.asked).toEqual([]);
  });

  test('every request says that it is the console’s, and none has a token', async () => {
    await open('/users');
    expect(console.asked.length).toBeGreaterThan(2);
    for (const { path, headers } of console.asked) {
      expect([path, headers['x-muster-console'], headers.authorization]).toEqual([path, '1', undefined]);
    }
  });

  test('a session that ends in the midst of a form costs nothing that was typed', async () => {
    const page = await open(grace);
    await openTab(page, 1);
    await clickOn(page, '[role=tabpanel] button');
    await page.type('input[name=jobTitle]', ' of computing');
    const { session } = console.place;
    console.place.session = undefined;
    console.place.routes['POST signIn'] = ({ body }) => {
      if (body.password !== 'right') return refusal(401, 'SignInFailed', 'Wrong.');
      console.place.session = session;
      return { body: {} };
    };
    await press(page, 'button', 'Save changes');
    await seeText(page, 'Your session has ended');
    await page.type('[role=dialog] input[type=password]', 'wrong');
    await page.keyboard.press('Enter');
    await seeText(page, 'The user name or the password is wrong.');
    await page.click('[role=dialog] input[type=password]', { count: 3 });
    await page.type('[role=dialog] input[type=password]', 'right');
    await page.keyboard.press('Enter');
    await seeText(page, 'Grace Hopper was changed.');
    const patches = console.asked.filter(({ method }) => method === 'PATCH');
    expect(patches.map(({ body }) => body)).toEqual(Array(2).fill({ jobTitle: 'Engineer of computing' }));
  });

  test('whoever signs in as somebody else does not go on with what another one typed', async () => {
    const page = await open(grace);
    console.place.session = undefined;
    console.place.routes['POST signIn'] = () => {
      console.place.session = sessionOf(['Reports Reader'], { id: 'another', displayName: 'Eve' });
      return { body: {} };
    };
    await openTab(page, 5);
    await seeText(page, 'Your session has ended');
    await page.type('[role=dialog] input[type=password]', 'hers');
    await page.keyboard.press('Enter');
    await seeText(page, 'You are signed in as somebody else now.');
    expect(await page.$('[role=dialog]')).not.toBeNull();
  });

  test('what a role may not do is not shown, and its address says so', async () => {
    const page = await open('/users', ['Reports Reader']);
    await clickOn(page, 'main button[aria-haspopup=true]');
    const items = await page.$$eval('[role=menuitem]', (all) => all.length);
    expect(items).toBe(1);
    const nobody = await open(grace, []);
    expect(await words(nobody)).toContain('You may not see this page');
    expect(console.asked.filter(({ path }) => path.startsWith('users/'))).toEqual([]);
  });

  test.each([
    ['offline', { hangUp: true as const }, 'No connection'],
    ['503', { status: 503, body: { message: 'Service Unavailable' } }, 'Muster cannot answer now'],
    ['403', refusal(403, 'Forbidden', 'You may not read people.'), 'You may not read people.'],
    ['404', refusal(404, 'NotFound', 'Gone.'), 'This is not there any more'],
    [
      '429',
      { ...refusal(429, 'TooManyAttempts', 'Slowly.'), headers: { 'retry-after': '7' } },
      'Try again in 7 seconds',
    ],
  ])('%s has a sentence of its own', async (_, played, sentence) => {
    console.place.routes['GET users/*'] = () => played;
    const page = await open(grace);
    await seeText(page, sentence);
  });

  test('what the gateway turns away is asked again, and nobody sees anything of it', async () => {
    const { 'GET users/*': answer } = console.place.routes;
    let asked = 0;
    console.place.routes['GET users/*'] = (one) => {
      asked += 1;
      return asked < 3 ? { status: 429, body: { message: 'Too Many Requests' } } : (answer?.(one) ?? {});
    };
    const page = await open(grace);
    await seeText(page, 'Grace Hopper');
    expect(asked).toBe(3);
  });

  test('a language is chosen, and kept', async () => {
    const page = await open('/users');
    await press(page, 'button', 'Language: English');
    await press(page, 'menuitem', 'Nederlands');
    await seeText(page, 'Actieve gebruikers');
    expect(await page.evaluate('document.documentElement.lang')).toBe('nl');
    await page.reload({ waitUntil: 'networkidle0' });
    await seeText(page, 'Actieve gebruikers');
  });

  test('a file of the last release that is gone leads to one reload, and what was typed is kept', async () => {
    const page = await open(grace);
    await openTab(page, 1);
    await clickOn(page, '[role=tabpanel] button');
    await page.type('input[name=city]', ' Noord');
    await page.setRequestInterception(true);
    let isGone = true;
    page.on('request', (request) => {
      if (isGone && /assets\/catalogue/.test(request.url())) void request.respond({ status: 404 });
      else void request.continue();
      if (request.isNavigationRequest()) isGone = false;
    });
    await press(page, 'button', 'Language: English');
    await press(page, 'menuitem', 'Deutsch');
    await page.waitForNavigation({ waitUntil: 'networkidle0' });
    await openTab(page, 1);
    await page.waitForFunction("document.querySelector('input[name=city]')?.value === 'Amsterdam Noord'");
    expect(await words(page)).toContain('Muster wurde aktualisiert');
    expect(await page.evaluate("sessionStorage.getItem('muster-typed')")).toBe('{}');
    chromium.complaints.length = 0;
  });

  test('signing out leads to the sign-in page', async () => {
    console.place.routes['POST me/signOut'] = () => ({});
    const page = await open('/users');
    await press(page, 'button', 'Ada Lovelace');
    await press(page, 'menuitem', 'Sign out');
    await page.waitForFunction("location.pathname === '/signin'");
    expect(console.asked.at(-1)?.path).toBe('me/signOut');
  });
});
