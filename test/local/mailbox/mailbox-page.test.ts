/** The mailbox's page: every recipient, what is searched for, and a mail that runs nothing, also on a phone. */
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import type { KeptMail } from '../../../infra/local/mailbox/mails.ts';
import { answerPage } from '../../../infra/local/mailbox/pages.ts';
import { type Chromium, describeInChromium, startChromium } from '../../pages/chromium.ts';

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
const mails = { length: sent.length, newestFirst: () => sent.toReversed() };

describeInChromium('the mailbox', () => {
  let [server, chromium] = [undefined as unknown as Server, undefined as unknown as Chromium];
  let address = '';
  beforeAll(async () => {
    server = createServer((request, response) => {
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
    await page.click('#as-text');
    expect(await page.$eval('#text', ({ textContent }) => textContent)).toBe('as text');
    if (width === 360) await page.click('.back');
    await page.waitForSelector('#list a', { visible: true });
  });
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
