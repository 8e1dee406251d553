/** Sessions in a real browser against the real system: what its cookie is like, what ends it, and who else can use it: nobody. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { type Chromium, describeInChromium, startChromium } from '../../pages/chromium.ts';
import { fill, untilHeading, untilProblem } from '../../pages/reading.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { keptInAws, placesWithSecrets } from '../driver/secrets.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

describeInChromium('a session in a browser', () => {
  let chromium: Chromium;
  let muster: Muster;
  beforeAll(async () => {
    [chromium, muster] = await Promise.all([startChromium(), sharedMuster()]);
  });
  afterAll(async () => {
    await chromium?.close();
    muster?.close();
  });

  const atPage = async (path: string): Promise<Page> => {
    const page = await chromium.newPage();
    await page.goto(muster.outputs.ApiUrl + path);
    return page;
  };
  const arrives = (page: Page, path: string) =>
    page.waitForFunction(`location.pathname.endsWith('${path}')`, { timeout: 60_000 });

  /** Somebody who has signed in, on their account page. */
  const signedIn = async (): Promise<{ page: Page; userPrincipalName: string; password: string }> => {
    const [person, password] = [someone('Vera'), `Kestrel-${unique()}-Meadow`];
    const passwordProfile = { password, forceChangePasswordNextSignIn: false };
    await muster.api.addUser({ ...person, passwordProfile });
    const page = await atPage(`/signin?userName=${encodeURIComponent(person.userPrincipalName)}`);
    await fill(page, 'password', password);
    await page.click('#sign-in-button');
    await arrives(page, '/account');
    await page.waitForSelector('#session-list li', { timeout: 60_000 });
    return { page, userPrincipalName: person.userPrincipalName, password };
  };

  const sessionOf = async (page: Page) => {
    const cookies = await page.browserContext().cookies();
    return cookies.find(({ name }) => /^(__Host-Http-)?muster$/.test(name));
  };
  /** What a page gets of a request that it makes with these headers. */
  const statusBy = (page: Page, headers: object, method = 'GET', path = '/v1.0/session') =>
    page.evaluate(
      `fetch(${JSON.stringify(muster.outputs.ApiUrl + path)}, ${JSON.stringify({ method, headers, credentials: 'include' })})
        .then(({ status }) => status, () => 'refused by the browser')`,
    );
  const ours = { 'x-muster-console': '1' };

  test('its cookie is out of reach of scripts, and of no use without the header', async () => {
    const { page } = await signedIn();
    const isPlain = muster.outputs.ApiUrl?.startsWith('http:');
    expect(await sessionOf(page)).toMatchObject({
      ...{ name: isPlain ? 'muster' : '__Host-Http-muster', secure: !isPlain, httpOnly: true, sameSite: 'Strict' },
      ...{ path: '/', session: true, domain: new URL(muster.outputs.ApiUrl ?? '').hostname },
    });
    expect(await page.evaluate('document.cookie')).toBe('');
    expect([await statusBy(page, ours), await statusBy(page, {})]).toEqual([200, 401]);
    expect(await statusBy(page, { ...ours, authorization: 'Bearer x' })).toBe(401);
  });

  test('a page of another site gets nothing by it, by script or by form', async () => {
    const { page } = await signedIn();
    const value = (await sessionOf(page))?.value ?? '';
    const server = createServer((_, response) => {
      const form = `<form method="post" action="${muster.outputs.ApiUrl}/v1.0/me/signOut"></form>`;
      response.writeHead(200, { 'content-type': 'text/html' }).end(form);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      await page.goto(`http://localhost:${(server.address() as AddressInfo).port}`);
      expect(await statusBy(page, ours)).toBe('refused by the browser');
      expect(await statusBy(page, ours, 'POST', '/v1.0/me/signOut')).toBe('refused by the browser');
      await Promise.all([page.waitForNavigation(), page.evaluate('document.forms[0].submit()')]);
    } finally {
      server.close();
    }
    await page.goto(`${muster.outputs.ApiUrl}/account`);
    await page.waitForSelector('#session-list li', { timeout: 60_000 });
    expect((await sessionOf(page))?.value).toBe(value);
  });

  test('signing out ends it and takes the cookie away; a revoked one ends by cookie too', async () => {
    const { page } = await signedIn();
    const { name = '', value = '' } = (await sessionOf(page)) ?? {};
    await page.click('#sign-out');
    await arrives(page, '/signin');
    expect(await sessionOf(page)).toBeUndefined();
    const headers = { ...ours, cookie: `${name}=${value}` };
    expect((await fetch(`${muster.outputs.ApiUrl}/v1.0/session`, { headers })).status).toBe(401);

    const other = (await signedIn()).page;
    const id = (await other.evaluate(
      `fetch('v1.0/session', { headers: { 'x-muster-console': '1' } }).then((answer) => answer.json()).then(({ id }) => id)`,
    )) as string;
    await muster.api.ask('POST', `/v1.0/users/${id}/revokeSignInSessions`);
    expect(await statusBy(other, ours)).toBe(401);
  });

  test('every route takes it, a batch too', async () => {
    const { page } = await signedIn();
    const requests = [{ id: '1', method: 'GET', url: '/me' }];
    const answered = await page.evaluate(
      `fetch('v1.0/$batch', { method: 'POST', body: ${JSON.stringify(JSON.stringify({ requests }))},
        headers: { 'content-type': 'application/json', 'x-muster-console': '1' } })
        .then((answer) => answer.json()).then(({ responses }) => responses.map(({ status }) => status))`,
    );
    expect(answered).toEqual([200]);
    expect(await statusBy(page, ours, 'GET', '/V1.0/ME')).toBe(200);
  });

  test('an operator’s token begins one, which ends by itself alone', async () => {
    const page = await atPage('/signin');
    await page.click('#use-operator-token');
    await untilHeading(page, 'Sign in with a token');
    await fill(page, 'operator-token', `muster_${'a'.repeat(43)}`);
    await page.click('#operator-button');
    await untilProblem(page, 'This token is not good');
    await fill(page, 'operator-token', muster.token);
    await page.click('#operator-button');
    await arrives(page, '/console');
    const value = (await sessionOf(page))?.value;
    expect([value?.startsWith('muster_'), value === muster.token]).toEqual([true, false]);
    await page.goto(`${muster.outputs.ApiUrl}/account`);
    await page.waitForSelector('#loaded:not([hidden])', { timeout: 60_000 });
    await page.click('#sign-out');
    await arrives(page, '/signin');
    expect((await muster.api.ask('GET', '/v1.0/users?$top=1')).status).toBe(200);
  });

  test('its token and the password stand nowhere: in no address, storage, page, table or queue', async () => {
    const { page, password, userPrincipalName } = await signedIn();
    const token = (await sessionOf(page))?.value ?? '';
    const kept = await page.evaluate(`JSON.stringify([location.href, { ...localStorage }, { ...sessionStorage },
      document.documentElement.outerHTML, performance.getEntries().map(({ name }) => name)])`);
    const places = [{ name: 'the browser', bytes: Buffer.from(String(kept)) }, ...(await keptInAws(muster))];
    // The search has to find what may be there, or it proves nothing.
    expect(places.filter(({ bytes }) => bytes.includes(userPrincipalName)).length).toBeGreaterThanOrEqual(2);
    expect(placesWithSecrets(places, { generated: new Set(), chosen: [token, password] })).toEqual([]);
  });
});
