/** The mailbox's page: every recipient, what is searched for, and a mail that runs nothing, also on a phone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import type { KeptMail } from '../../../infra/local/mailbox/mails.ts';
import { answerPage } from '../../../infra/local/mailbox/pages.ts';
import { rememberedSearch } from '../../../infra/local/mailbox/remembered-search.ts';
import { findings } from '../../pages/axe.ts';
import { type Chromium, describeInChromium, startChromium } from '../../pages/chromium.ts';
import { wrongInEveryWay } from '../../pages/every-way.ts';
import { readWrongly } from '../../pages/seen-by-everybody.ts';

const mail = (n: number, more: Partial<KeptMail> = {}): KeptMail => ({
  messageId: `ses-${n}`,
  from: 'muster@contoso.com',
  destination: { to: [`person${n}@example.net`] },
  subject: `Your account ${n}`,
  body: { text: `Hello ${n}`, html: `<html><head></head><body><p>Hello ${n}</p></body></html>` },
  at: 1_770_000_000 + n,
  ...more,
});

const evil = '<script>document.title = "taken"</script><img src=x onerror="document.title = 1">';
const sent = [
  ...Array.from({ length: 120 }, (_, n) => mail(n)),
  mail(200, {
    destination: { to: ['admin@contoso.com', 'it@contoso.com', 'helpdesk@contoso.com'] },
    subject: `Locked sign-ins ${evil}`,
  }),
  mail(201, { body: { text: 'as text', html: `<html><head></head><body>${evil}<p id="said">said</p></body></html>` } }),
];

const keeping = (list: readonly KeptMail[]) => ({ length: list.length, newestFirst: () => list.toReversed() });

/** As the worker keeps them: a new list takes the place of one that is cleared. */
let mails = keeping(sent);

describeInChromium('the mailbox', () => {
  let [server, chromium] = [undefined as unknown as Server, undefined as unknown as Chromium];
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
      if (request.url === '/clear-store') {
        mails = keeping([]);
        return void response.writeHead(200).end();
      }
      if (!answerPage(request, response, mails)) response.writeHead(404).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  });

  const open = async (width: number, path = ''): Promise<Page> => {
    const page = await chromium.newPage({ width, height: 740 });
    await page.goto(address + path);
    await page.waitForSelector('#list a');
    return page;
  };
  /** Of the mail that would load a picture, which its policy forbids; and of axe-core, which asks every frame. */
  const expected = ['/mails/ses-201/x', 'postMessage', 'sandboxed'];
  afterEach(() =>
    expect(chromium.complaints.filter((each) => !expected.some((part) => each.includes(part)))).toEqual([]),
  );

  const listed = (page: Page) => page.$$eval('#list a', (links) => links.map(({ textContent }) => textContent ?? ''));
  const fits = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth <= window.innerWidth') as Promise<boolean>;

  test.each([360, 1280])('lists the newest first with every recipient, at %i pixels', async (width) => {
    const page = await open(width);
    const all = await listed(page);
    expect([all.length, all[0]?.includes('Your account 201')]).toEqual([100, true]);
    expect(all[1]).toContain('admin@contoso.com, it@contoso.com, helpdesk@contoso.com');
    expect(all[1]).toContain('<script>');
    expect(await fits(page)).toBe(true);
    expect([...(await findings(page)), ...(await readWrongly(page))]).toEqual([]);
    expect(await wrongInEveryWay(page)).toEqual([]);
  });

  test('finds words in any address, subject or text, the oldest mail too', async () => {
    const page = await open(1280);
    for (const [words, found] of [
      ['helpdesk', 1],
      ['PERSON7@example.net', 1],
      ['hello 42', 1],
      ['nothing of the kind', 0],
    ] as const) {
      await page.$eval('#search', (field, text) => Object.assign(field, { value: text }), words);
      await page.$eval('#search', (field) => field.dispatchEvent(new Event('input')));
      await page.waitForFunction(`document.getElementById('count').textContent === '${found} of ${mails.length}'`);
      expect(await listed(page)).toHaveLength(found);
    }
  });

  test.each([360, 1280])('shows a mail as it was sent, and runs nothing of it, at %i pixels', async (width) => {
    const page = await open(width, '#ses-201');
    await page.waitForSelector('#mail:not([hidden])');
    const frame = await (await page.waitForSelector('iframe'))?.contentFrame();
    await frame?.waitForSelector('#said');
    const height = await page.$eval('iframe', (element) => element.clientHeight);
    expect(height).toBeGreaterThan(350);
    expect(await page.title()).toBe('Mailbox of this machine');
    expect(await fits(page)).toBe(true);
    expect(await findings(page)).toEqual([]);
    await page.click('[data-kind=text]');
    expect(await page.$eval('#plain', ({ textContent }) => textContent)).toBe('as text');
    await page.click('[data-kind=source]');
    expect(await page.$eval('#plain', ({ textContent }) => textContent)).toContain(evil);
    if (width === 360) await page.click('.back');
    await page.waitForSelector('#list a', { visible: true });
  });

  test('all are deleted once somebody is sure', async () => {
    const page = await open(1280);
    await page.click('#clear');
    await page.click('#sure button[value=""]');
    expect(mails.length).toBe(sent.length);
    await page.click('#clear');
    await page.click('#sure button[value=delete]');
    await page.waitForFunction("document.getElementById('count').textContent === '0 mails'");
    expect(await page.$eval('#list', ({ textContent }) => textContent)).toContain('No mail yet.');
    mails = keeping(sent);
  });
});

test('what was searched is found anew when there is another mail, and when all are gone', () => {
  const find = rememberedSearch();
  const list = [mail(1)];
  const asked = jest.fn(() => list.toReversed());
  const kept = {
    get length() {
      return list.length;
    },
    newestFirst: asked,
  };
  expect(find(kept, 'hello').count).toBe(1);
  expect(find(kept, 'hello').count).toBe(1);
  expect(asked).toHaveBeenCalledTimes(1);
  list.push(mail(2));
  expect(find(kept, 'hello').count).toBe(2);
  expect(find(kept, 'hello 2').count).toBe(1);
  expect(find(keeping([]), 'hello 2').count).toBe(0);
});

test('what is neither the page nor a mail is left to others', () => {
  for (const [method, url] of [
    ['POST', '/'],
    ['GET', '/store'],
    ['GET', '/mails/none'],
  ] as const) {
    expect(answerPage({ method, url }, undefined as never, mails)).toBe(false);
  }
});
