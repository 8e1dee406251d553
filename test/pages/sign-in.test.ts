/** The sign-in page in real Chromium, against an API that is played: what a person can come to see. */
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from './chromium.ts';
import { ada, answers, type Played, startPlayedApi } from './played-api.ts';
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
  beforeEach(() => api.reset());
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

  const arrives = async (page: Page, address: string): Promise<void> => {
    await page.waitForFunction(`location.href.startsWith('${address}') && document.readyState === 'complete'`);
  };

  const administers = (): void => {
    api.state.session = { ...ada, roles: ['User Administrator'] };
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

  test('a first sign-in: the mailed password is changed, and the ways on wait for whoever reads', async () => {
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
    expect(await page.$eval('#to-console', (link) => (link as unknown as { hidden: boolean }).hidden)).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 6000));
    expect(page.url()).toContain('/signin');
    await Promise.all([page.waitForNavigation(), page.click('#guide')]);
    expect(page.url()).toBe(api.guide);
    expect(api.asked).toMatchObject([
      {
        ...{ path: '/v1.0/signIn', authorization: undefined, console: '1', site: 'same-origin' },
        body: { userPrincipalName: 'ada@contoso.com', password: 'mailed-password' },
      },
      {
        ...{ path: '/v1.0/me/changePassword', authorization: undefined, console: '1' },
        body: { currentPassword: 'mailed-password', newPassword: good },
      },
    ]);
  });

  test('who has a role goes on to the console, everybody else to the own account', async () => {
    const page = await open();
    await signIn(page, answers.signedIn);
    await arrives(page, api.account);
    administers();
    const other = await open();
    await signIn(other, answers.signedIn);
    await arrives(other, api.console);
    const asked = await open('?userName=ada@contoso.com&return=/somewhere/below/console/people');
    await signIn(asked, answers.signedIn);
    await arrives(asked, `${api.console}/people`);
    const lured = await open('?userName=ada@contoso.com&return=https://evil.example/console');
    await signIn(lured, answers.signedIn);
    await arrives(lured, api.console);
  });

  test('after a change an administrator is offered the console first', async () => {
    administers();
    const page = await atChange();
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    await Promise.all([page.waitForNavigation(), page.click('#to-console')]);
    expect(page.url()).toBe(api.console);
  });

  test('who signs out is signed out, and may sign in again (weakness 20)', async () => {
    const page = await atChange();
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    await page.setOfflineMode(true);
    await page.click('#sign-out');
    await page.waitForFunction("document.querySelector('#status').textContent.includes('No answer came')");
    await page.setOfflineMode(false);
    await page.click('#sign-out');
    await untilHeading(page, 'Sign in');
    expect(api.ended).toEqual(['1']);
    expect([await focused(page), await seen(page, '#status')]).toEqual(['sign-in-title', 'You are signed out.']);
    await signIn(page, answers.signedIn);
    await arrives(page, api.account);
  });

  test('a browser keeps the cookies of its session and by which it is known, out of reach of scripts (weakness 9)', async () => {
    const page = await open();
    const flags = 'Path=/; Secure; HttpOnly; SameSite=Strict';
    await signIn(page, answers.signedIn);
    await arrives(page, api.account);
    await page.goto(`${api.page}?userName=ada@contoso.com`);
    await signIn(page, { ...answers.signedIn, headers: { 'set-cookie': `__Host-Http-muster=secret; ${flags}` } });
    await arrives(page, api.account);
    expect(await page.evaluate('document.cookie')).toBe('');
    await page.goto(`${api.page}?userName=ada@contoso.com`);
    await signIn(page, {
      ...answers.signedIn,
      headers: { 'set-cookie': `__Host-Http-browser=x; Max-Age=9; ${flags}` },
    });
    await arrives(page, api.account);
    await page.goto(`${api.page}?userName=ada@contoso.com`);
    await signIn(page, answers.signedIn);
    await arrives(page, api.account);
    const sent = api.asked.map(({ cookie }) => cookie?.split('; ').toSorted().join('; '));
    expect(sent).toEqual([
      ...[undefined, undefined, '__Host-Http-muster=secret'],
      '__Host-Http-browser=x; __Host-Http-muster=secret',
    ]);
  });

  describe('an operator', () => {
    const atToken = async (): Promise<Page> => {
      const page = await open('');
      await page.click('#use-operator-token');
      await untilHeading(page, 'Sign in with a token');
      return page;
    };

    test('signs in with a token, and goes on to the console', async () => {
      const page = await atToken();
      expect(await focused(page)).toBe('operator-title');
      await page.click('#operator-button');
      expect([await problems(page), await marked(page)]).toEqual([['Enter the token.'], ['operator-token']]);
      api.next.push(answers.refused(401, 'OperatorTokenInvalid'), answers.begun(['Global Administrator']));
      await fill(page, 'operator-token', 'muster_wrong');
      await page.click('#operator-button');
      await untilProblem(page, 'This token is not good');
      expect(await marked(page)).toEqual(['operator-token']);
      await fill(page, 'operator-token', ' muster_right ');
      await page.click('#operator-button');
      await arrives(page, api.console);
      expect(api.asked[1]).toMatchObject({ path: '/v1.0/session', console: '1', body: { token: 'muster_right' } });
    });

    test('goes back to user name and password', async () => {
      const page = await atToken();
      await page.click('#use-password');
      await untilHeading(page, 'Sign in');
    });

    test('signs in by a link, whose code is in no address afterwards', async () => {
      const code = 'c'.repeat(43);
      const page = await chromium.newPage();
      const { promise, resolve } = Promise.withResolvers<void>();
      api.next.push({ ...answers.begun(['Global Administrator']), after: promise });
      await page.goto(`${api.page}?return=/somewhere/below/console/home#code=${code}`);
      await page.waitForFunction("location.hash === ''");
      resolve();
      await arrives(page, `${api.console}/home`);
      expect(api.asked).toMatchObject([{ path: '/v1.0/session', body: { code } }]);
    });

    test('is told of a link that was used before', async () => {
      const page = await chromium.newPage();
      api.next.push(answers.refused(401, 'SignInCodeInvalid'));
      await page.goto(`${api.page}#code=${'c'.repeat(43)}`);
      await untilProblem(page, 'was used before, or is older than ten minutes');
      expect(page.url()).not.toContain('#');
    });
  });

  test('an expired password', async () => {
    const page = await atChange('expired');
    expect(await seen(page, '#change-reason')).toContain('expired');
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
  });

  test('whoever was warned that the password expires can choose a new one', async () => {
    const page = await open();
    await page.click('.choice');
    await signIn(page, answers.signedIn);
    await untilHeading(page, 'Choose a new password');
    expect(await seen(page, '#change-reason')).toContain('just used');
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    expect(api.asked[1]).toMatchObject({ path: '/v1.0/me/changePassword', console: '1' });
  });

  test('nothing secret is left when it is done, and none was ever in an address or store', async () => {
    const page = await atChange();
    await change(page, good, good, answers.changed);
    await untilHeading(page, 'Your password has been changed');
    const left = await page.evaluate(`JSON.stringify([
      [...document.querySelectorAll('input')].map(({ value }) => value), location.href, { ...localStorage },
      { ...sessionStorage }, document.cookie, history.length, document.documentElement.innerHTML])`);
    for (const secret of [good, 'mailed-password']) expect(left).not.toContain(secret);
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
    await arrives(page, api.account);
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
    await arrives(page, api.account);
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
    await arrives(page, api.account);
  });

  test('a lock is on a user name: another one may sign in meanwhile', async () => {
    const page = await open();
    await signIn(page, answers.locked(3600));
    await untilProblem(page, 'You can try again in 1 hour.');
    expect(await seen(page, '#sign-in-wait')).toMatch(/1:00:00|59:59/);
    await fill(page, 'user-name', 'bob@contoso.com');
    expect(await problems(page)).toEqual([]);
    await signIn(page, answers.signedIn);
    await arrives(page, api.account);
  });

  test('a new password that is too short, too simple or not repeated is not even sent', async () => {
    const page = await atChange();
    await change(page, 'short', 'shorter');
    expect(await problems(page)).toEqual([
      'The new password does not have all that it needs: see the list below it.',
      'The two fields differ. Enter the same new password in both.',
    ]);
    const marks = () => page.$eval('#rules', ({ dataset }) => dataset.judged);
    expect(await marks()).toBe('true');
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
    expect(values).toEqual(['', '', '', '']);
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
    await page.waitForSelector('#sign-in-button[disabled][aria-busy=true]');
    expect([await seen(page, '#status'), await seen(page, '#sign-in-button')]).toEqual([
      'One moment please …',
      'Sign in',
    ]);
    await page.focus('#password');
    await page.keyboard.press('Enter');
    resolve();
    await arrives(page, api.account);
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
    expect([await tab(), await tab(), await tab(), await tab(), await tab()]).toEqual([
      ...['Show', 'wants-change', 'sign-in-button', 'use-operator-token'],
      'English',
    ]);
    await page.focus('#password');
    api.next.push(answers.mustChange('firstSignIn'));
    await page.keyboard.press('Enter');
    await untilHeading(page, 'Choose a new password');
    expect(await tab()).toBe('new-password');
    await page.keyboard.type(good);
    expect(await tab(2)).toBe('repeated-password');
    await page.keyboard.type('something else');
    expect(await tab(2)).toBe('change-button');
    await page.keyboard.press('Enter');
    expect(await focused(page)).toBe('change-problems');
    expect(await tab(3)).toBe('repeated-password');
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
