/** The sign-in page in real Chromium, against an API that is played: what a person can come to see. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from './chromium.ts';
import { answers, type Played, startPlayedApi } from './played-api.ts';
import { fill, focused, heading, marked, problems, seen, untilHeading, untilProblem } from './reading.ts';

const good = 'Kestrel-over-42-meadows';

describeInChromium('the sign-in page', () => {
  let chromium: Chromium;
  let api: Awaited<ReturnType<typeof startPlayedApi>>;
  beforeAll(async () => {
    [chromium, api] = await Promise.all([startChromium(), startPlayedApi()]);
  });
  afterAll(async () => {
    await chromium?.close();
    api?.close();
  });
  beforeEach(() => {
    api.next.length = 0;
    api.asked.length = 0;
    api.ended.length = 0;
  });
  // A violation of the Content-Security-Policy is among them.
  afterEach(() => expect(chromium.complaints).toEqual([]));

  const open = async (query = '?userName=ada@contoso.com'): Promise<Page> => {
    const page = await chromium.newPage();
    await page.goto(api.page + query);
    return page;
  };

  /** Signs in and sees the answer. */
  const signIn = async (page: Page, answer: Played, password = 'mailed-password'): Promise<void> => {
    api.next.push(answer);
    await fill(page, 'password', password);
    await page.click('#sign-in-button');
  };

  /** Waits until a token was shown to end it: the page may be gone by then. */
  const untilEnded = async (token: string): Promise<void> => {
    while (!api.ended.includes(`Bearer ${token}`)) await new Promise((resolve) => setTimeout(resolve, 20));
  };

  const atChange = async (reason: 'firstSignIn' | 'expired' = 'firstSignIn'): Promise<Page> => {
    const page = await open();
    await signIn(page, answers.mustChange(reason));
    await untilHeading(page, 'Choose a new password');
    return page;
  };

  const change = async (page: Page, password: string, repeated: string, answer?: Played): Promise<void> => {
    if (answer) api.next.push(answer);
    await fill(page, 'new-password', password);
    await fill(page, 'repeated-password', repeated);
    await page.click('#change-button');
  };

  test('a first sign-in: the mailed password is changed, and the guide opens by itself', async () => {
    const page = await atChange();
    expect(await seen(page, '#change-reason')).toContain('first time');
    expect(await focused(page)).toBe('change-title');
    expect(await page.$eval('#change-user-name', (field) => (field as unknown as { value: string }).value)).toBe(
      'ada@contoso.com',
    );
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    expect([await focused(page), await page.title()]).toEqual([
      'done-title',
      'Your password has been changed – Contoso',
    ]);
    expect(await page.$eval('#guide', (link) => (link as unknown as { href: string }).href)).toBe(api.guide);
    await page.waitForNavigation({ timeout: 60_000 });
    expect(page.url()).toBe(api.guide);
    await untilEnded('session-token');
    expect(api.asked).toMatchObject([
      {
        path: '/v1.0/signIn',
        authorization: undefined,
        body: { userPrincipalName: 'ada@contoso.com', password: 'mailed-password' },
      },
      {
        path: '/v1.0/me/changePassword',
        authorization: 'Bearer change-token',
        body: { currentPassword: 'mailed-password', newPassword: good },
      },
    ]);
  });

  test('who signs out is signed out, and may sign in again (weakness 20)', async () => {
    const page = await open();
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
    await page.click('#sign-out');
    await untilHeading(page, 'Sign in');
    expect(api.ended).toEqual(['Bearer session-token']);
    expect([await focused(page), await seen(page, '#status')]).toEqual(['sign-in-title', 'You are signed out.']);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(page.url()).toContain('/signin');
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
  });

  test('who leaves the page leaves no session behind, of whatever kind (weakness 20)', async () => {
    const page = await open();
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
    await page.goto('about:blank');
    await untilEnded('session-token');
    const other = await atChange();
    await other.close({ runBeforeUnload: true });
    await untilEnded('change-token');
  });

  test('who cannot reach the API to sign out is told so, and can try again', async () => {
    const page = await open();
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
    await page.click('#stay');
    await page.setOfflineMode(true);
    await page.click('#sign-out');
    await page.waitForFunction("document.querySelector('#status').textContent.includes('No answer came')");
    await page.setOfflineMode(false);
    await page.click('#sign-out');
    await untilHeading(page, 'Sign in');
    // The page of the test before may say it once more when it is closed, which may take a moment.
    expect(new Set(api.ended)).toEqual(new Set(['Bearer session-token']));
  });

  test('a browser keeps the cookie by which it is known, and sends it again (weakness 9)', async () => {
    const page = await open();
    const cookie = '__Host-Http-browser=x; Max-Age=600; Path=/; Secure; HttpOnly; SameSite=Strict';
    await signIn(page, { ...answers.signedIn, headers: { 'set-cookie': cookie } });
    await untilHeading(page, 'You are signed in');
    await page.click('#sign-out');
    await untilHeading(page, 'Sign in');
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
    expect(api.asked.map(({ cookie, site }) => [cookie, site])).toEqual([
      [undefined, 'same-origin'],
      ['__Host-Http-browser=x', 'same-origin'],
    ]);
  });

  test('an expired password', async () => {
    const page = await atChange('expired');
    expect(await seen(page, '#change-reason')).toContain('expired');
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
  });

  test('without a required change the guide comes at once, unless somebody wants to stay', async () => {
    const page = await open();
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
    await page.click('#stay');
    expect(await focused(page)).toBe('guide');
    expect(await seen(page, '#done-text')).toContain('You stay on this page');
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(page.url()).toContain('/signin');
    await Promise.all([page.waitForNavigation(), page.click('#guide')]);
    expect(page.url()).toBe(api.guide);
  });

  test('whoever was warned that the password expires can choose a new one', async () => {
    const page = await open();
    await page.click('.choice');
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'Choose a new password');
    expect(await seen(page, '#change-reason')).toContain('just used');
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    expect(api.asked[1]?.authorization).toBe('Bearer session-token');
  });

  test('nothing secret is left when it is done, and none was ever in an address or store', async () => {
    const page = await atChange();
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    const left = await page.evaluate(`JSON.stringify([
      [...document.querySelectorAll('input')].map(({ value }) => value), location.href, { ...localStorage },
      { ...sessionStorage }, document.cookie, history.length, document.documentElement.innerHTML])`);
    for (const secret of [good, 'mailed-password', 'change-token', 'session-token']) expect(left).not.toContain(secret);
  });

  test('a wrong password, and what is missing', async () => {
    const page = await open('');
    await page.click('#sign-in-button');
    expect(await problems(page)).toEqual(['Enter your user name.', 'Enter your password.']);
    expect([await marked(page), await focused(page)]).toEqual([['user-name', 'password'], 'sign-in-problems']);
    expect(api.asked).toEqual([]);
    await fill(page, 'user-name', ' ada@contoso.com ');
    await signIn(page, answers.refused(401, 'SignInFailed'));
    await untilProblem(page, 'The user name or the password is wrong.');
    expect([await marked(page), await focused(page)]).toEqual([['user-name', 'password'], 'sign-in-problems']);
    expect(api.asked[0]?.body.userPrincipalName).toBe('ada@contoso.com');
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
  });

  test.each([
    [403, 'SignInLocked', 'ask your administrator to reset your password'],
    [403, 'PasswordLapsed', 'was not used in time. Ask your administrator'],
    [403, 'AccountBlocked', 'This account is blocked. Ask your administrator.'],
    [500, 'InternalError', 'Something went wrong on our side.'],
    [429, 'Throttled', 'Something went wrong on our side.'],
  ])('%i %s', async (status, code, sentence) => {
    const page = await open();
    await signIn(page, answers.refused(status, code));
    await untilProblem(page, sentence);
    expect([await heading(page), await focused(page)]).toEqual(['Sign in', 'sign-in-problems']);
  });

  test('no answer at all', async () => {
    const page = await open();
    await page.setOfflineMode(true);
    await signIn(page, answers.signedIn);
    await untilProblem(page, 'No answer came.');
    await page.setOfflineMode(false);
    await page.click('#sign-in-button');
    await untilHeading(page, 'You are signed in');
  });

  test('a locked user name: the time left counts down, and then it can be tried again', async () => {
    const page = await open();
    await signIn(page, answers.locked(3));
    await untilProblem(page, 'You can try again in 3 seconds.');
    expect(await page.$eval('#sign-in-button', (button) => button.hasAttribute('disabled'))).toBe(true);
    expect(await seen(page, '#sign-in-wait')).toMatch(/^Time left: 0:0[123]$/);
    await page.waitForFunction(`document.getElementById('sign-in-time').textContent === '0:01'`);
    expect(await problems(page)).toEqual([expect.stringContaining('in 3 seconds')]);
    await page.focus('#password');
    await page.keyboard.press('Enter');
    await page.waitForSelector('#sign-in-button:not([disabled])');
    expect([await problems(page), await seen(page, '#status')]).toEqual([[], 'You can try again now.']);
    expect(api.asked).toHaveLength(1);
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
  });

  test('a lock is on a user name: another one may sign in meanwhile', async () => {
    const page = await open();
    await signIn(page, answers.locked(3600));
    await untilProblem(page, 'You can try again in 1 hour.');
    expect(await seen(page, '#sign-in-wait')).toMatch(/1:00:00|59:59/);
    await fill(page, 'user-name', 'bob@contoso.com');
    expect(await problems(page)).toEqual([]);
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'You are signed in');
  });

  test('a new password that is too short, too simple or not repeated is not even sent', async () => {
    const page = await atChange();
    await change(page, 'short', 'shorter');
    expect(await problems(page)).toEqual([
      'The new password must have 8 to 256 characters.',
      'The new password needs at least 3 of these: lower case, upper case, digit, symbol.',
      'The two fields differ. Enter the same new password in both.',
    ]);
    expect([await marked(page), await focused(page)]).toEqual([
      ['new-password', 'repeated-password'],
      'change-problems',
    ]);
    expect(api.asked).toHaveLength(1);
    await change(page, good, `${good}!`);
    expect([await problems(page), await marked(page)]).toEqual([
      [expect.stringContaining('The two fields differ.')],
      ['repeated-password'],
    ]);
  });

  test('what only the directory knows of a new password: banned, repeated, with a name', async () => {
    const page = await atChange();
    await change(page, 'Welcome01!', 'Welcome01!', answers.badPassword('PasswordBanned'));
    await untilProblem(page, 'too easy to guess');
    expect([await marked(page), await focused(page)]).toEqual([['new-password'], 'change-problems']);
    await change(page, 'mailed-Password1', 'mailed-Password1', answers.badPassword('PasswordRepeated'));
    await untilProblem(page, 'your present or your last password');
    await change(page, 'Welcome-Ada1', 'Welcome-Ada1', answers.badPassword('PasswordContainsName', 'PasswordBanned'));
    await untilProblem(page, 'part of your name');
    expect(await problems(page)).toHaveLength(2);
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
  });

  test.each([
    ['takes too long', answers.refused(401, 'Unauthenticated'), 'That took too long.'],
    ['was overtaken by a newer mail', answers.badPassword('PasswordWrong'), 'has been replaced'],
    ['is blocked meanwhile', answers.refused(403, 'AccountBlocked'), 'This account is blocked.'],
  ])('a change that %s begins anew', async (_, answer, sentence) => {
    const page = await atChange();
    await change(page, good, good, answer);
    await untilProblem(page, sentence);
    expect([await heading(page), await focused(page)]).toEqual(['Sign in', 'sign-in-problems']);
    const values = await page.evaluate(`[...document.querySelectorAll('[type=password]')].map(({ value }) => value)`);
    expect(values).toEqual(['', '', '']);
    await signIn(page, answers.mustChange('firstSignIn'));
    await untilHeading(page, 'Choose a new password');
    expect(await problems(page)).toEqual([]);
  });

  test('a change can be locked, too', async () => {
    const page = await atChange();
    await change(page, good, good, answers.locked(2));
    await untilProblem(page, 'You can try again in 2 seconds.');
    await page.waitForSelector('#change-button:not([disabled])');
  });

  test('while a request runs its button rests, and nothing is sent twice', async () => {
    const page = await open();
    const { promise, resolve } = Promise.withResolvers<void>();
    await signIn(page, { ...answers.signedIn, after: promise });
    await page.waitForSelector('#sign-in-button[disabled]');
    expect(await seen(page, '#status')).toBe('One moment please …');
    await page.focus('#password');
    await page.keyboard.press('Enter');
    resolve();
    await untilHeading(page, 'You are signed in');
    expect(api.asked).toHaveLength(1);
  });

  test('rules are judged while a password is typed, and told after a pause', async () => {
    const page = await atChange();
    const met = () =>
      page.evaluate(`[...document.querySelectorAll('.rules li')].map(({ innerText }) => innerText)`) as Promise<
        string[]
      >;
    await page.type('#new-password', 'Kestrel');
    expect((await met()).map((line) => line.includes('(done)'))).toEqual([false, false, false]);
    await page.waitForFunction(`document.getElementById('rules-status').textContent.includes('8 to 256')`);
    await page.type('#new-password', '-42');
    await page.type('#repeated-password', 'Kestrel-42');
    expect((await met()).map((line) => line.includes('(done)'))).toEqual([true, true, true]);
    await page.waitForFunction(`document.getElementById('rules-status').textContent.includes('all that it needs')`);
    expect(await page.$eval('#rules-status', (element) => element.getAttribute('role'))).toBe('status');
  });

  test('a password can be shown, pasted, and is hidden again when it is sent', async () => {
    const page = await open();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'pasted');
      const event = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      if (document.getElementById('password').dispatchEvent(event)) document.getElementById('password').value = 'pasted';
    })()`);
    const field = () => page.evaluate(`(({ type, value }) => [type, value])(document.getElementById('password'))`);
    const button = await page.waitForSelector('[data-shows=password]');
    await button?.click();
    expect(await field()).toEqual(['text', 'pasted']);
    expect(await seen(page, '#status')).toBe('Your password is shown.');
    expect(await seen(page, '[data-shows=password]')).toBe('Hide');
    api.next.push(answers.refused(401, 'SignInFailed'));
    await page.click('#sign-in-button');
    await untilProblem(page, 'wrong');
    expect(await field()).toEqual(['password', 'pasted']);
    expect(await seen(page, '[data-shows=password]')).toBe('Show');
  });

  test('Caps Lock is told', async () => {
    const page = await open();
    const press = (isOn: boolean) =>
      page.evaluate(`document.getElementById('password').dispatchEvent(
        new KeyboardEvent('keyup', { key: 'A', modifierCapsLock: ${isOn} }))`);
    await press(true);
    expect(await seen(page, '#sign-in-caps')).toBe('Caps Lock is on.');
    await press(false);
    expect(await page.$eval('#sign-in-caps', (element) => element.textContent)).toBe('');
  });

  test('by keyboard alone: every control is reached, in its order', async () => {
    const page = await open('');
    const tab = async (times = 1) => {
      for (let press = 0; press < times; press += 1) await page.keyboard.press('Tab');
      return focused(page);
    };
    expect(await tab()).toBe('user-name');
    await page.keyboard.type('ada@contoso.com');
    expect(await tab()).toBe('password');
    await page.keyboard.type('mailed-password');
    expect([await tab(), await tab(), await tab(), await tab()]).toEqual([
      'Show',
      'wants-change',
      'sign-in-button',
      'English',
    ]);
    await page.focus('#password');
    api.next.push(answers.mustChange('firstSignIn'));
    await page.keyboard.press('Enter');
    await untilHeading(page, 'Choose a new password');
    expect([await tab(), await tab()]).toEqual(['change-user-name', 'new-password']);
    await page.keyboard.type(good);
    expect(await tab(2)).toBe('repeated-password');
    await page.keyboard.type('something else');
    expect(await tab(2)).toBe('change-button');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('change-problems');
    expect(await tab(4)).toBe('repeated-password');
    await page.keyboard.down('Control');
    await page.keyboard.press('a');
    await page.keyboard.up('Control');
    await page.keyboard.type(good);
    api.next.push(answers.changed);
    await page.keyboard.press('Enter');
    await untilHeading(page, 'Your password has been changed');
    expect(await tab()).toBe('guide');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(page.url()).toBe(api.guide);
  });
});
