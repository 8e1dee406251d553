/** The reference, the control page and the page where there is none, in a browser: no fault, and what one can do on them. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'puppeteer-core';
import { createControl } from '../../infra/local/control/control.ts';
import { createFaults } from '../../infra/local/faults/faults.ts';
import { onGraph } from '../../shared/graph/on-graph.ts';
import { referenceRoute } from '../../shared/graph/reference/describe-api-routes.ts';
import { noPage, noPagePolicy } from '../../shared/pages/no-page.ts';
import { callHttp, collectLog } from '../graph/calling.ts';
import { findings } from './axe.ts';
import { type Chromium, describeInChromium, type Look, startChromium } from './chromium.ts';
import { wrongInEveryWay } from './every-way.ts';
import { readWrongly } from './seen-by-everybody.ts';

collectLog();

const reference = onGraph({ 'GET /reference': referenceRoute(), 'GET /reference/{page}': referenceRoute() });

const imports = [
  {
    ...{ id: '1-a', status: 'succeeded', rows: 3, created: 1, refused: 2, file: { key: 'imports/1-a/mixed.csv' } },
    ...{ options: { dryRun: false }, report: {} },
  },
  { id: '1-b', status: 'running', rows: 9, created: 4, refused: 0, file: { key: 'people.csv' } },
];
const rows = [
  { rowNumber: 1, userPrincipalName: 'ada@contoso.com', outcome: 'created', message: null, changes: [] },
  { rowNumber: 2, userPrincipalName: '<script>', outcome: 'refused', message: 'Give it a value.', changes: [] },
];
const queue = {
  name: 'Muster-RowsQueue9DCF8A63',
  logicalId: 'RowsQueue9DCF8A63',
  waiting: 5,
  inFlight: 1,
  deadLetters: 2,
};

/** What was done on the control page. */
const done: string[] = [];
let now = new Date('2030-03-01T09:00:00Z');

const control = createControl({
  clock: {
    now: () => now,
    isMoved: () => false,
    move: (to?: Date) => {
      now = to ?? new Date();
      done.push(`clock ${to?.toISOString()}`);
    },
  } as never,
  schedules: {
    names: ['EnforcePoliciesSchedule5FA58C3A'],
    run: async (name: string) => {
      done.push(`sweep ${name}`);
      return true;
    },
  } as never,
  faults: createFaults(),
  unusedRights: () => ({}),
  queueCounts: () => [queue],
  mailCount: () => 12,
  links: { api: 'http://127.0.0.1:1', mailbox: 'http://127.0.0.1:2', logs: '/data/logs', environment: '/data/aws.env' },
  imports: {
    list: async () => imports,
    rows: async () => ({ file: 'mixed.csv', value: rows }),
    reportAddress: async (id) => (id === '1-a' ? 'http://127.0.0.1:2/report.csv' : undefined),
  },
  consoleLink: async () => '/reference/people',
});

const answerReference = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const page = /^\/reference\/([\w-]+)/.exec(request.url ?? '')?.[1];
  const route = page === undefined ? 'GET /reference' : 'GET /reference/{page}';
  const { status, headers, text } = await callHttp(reference, { route, principal: null, path: page ? { page } : {} });
  response.writeHead(status, headers).end(text);
};

describeInChromium('the pages beside the console', () => {
  let [server, chromium] = [undefined as unknown as Server, undefined as unknown as Chromium];
  let origin = '';
  beforeAll(async () => {
    server = createServer(async (request, response) => {
      if (request.url?.startsWith('/_local')) return control(request, response);
      if (request.url?.startsWith('/reference')) return answerReference(request, response);
      response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': noPagePolicy });
      response.end(noPage(request.url === '/lost-nl' ? 'nl' : 'zh-Hans', ''));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    chromium = await startChromium();
  });
  afterAll(async () => {
    await chromium.close();
    server.close();
    server.closeAllConnections();
  });
  afterEach(() => expect(chromium.complaints).toEqual([]));

  const open = async (path: string, look: Look = {}): Promise<Page> => {
    const page = await chromium.newPage(look);
    await page.goto(origin + path);
    return page;
  };
  const small = { width: 360, height: 740 };

  // Each page once, in one look or another.
  test.each<[string, Look]>([
    ['/reference', { dark: true }],
    ['/reference/people', small],
    ['/reference/imports', { width: 320, height: 640, dark: true }],
    ['/reference/refusals', {}],
    ['/reference/shapes', { ...small, dark: true }],
    ['/reference/roles-and-permissions', small],
    ['/_local/', {}],
    ['/_local/#results/1-a', { ...small, dark: true }],
    ['/lost-nl', small],
    ['/lost-zh', { dark: true }],
  ])('nothing is wrong with %s in %j', async (path, look) => {
    const page = await open(path, look);
    if (path.startsWith('/_local')) await page.waitForSelector('#imports h3');
    expect([...(await findings(page)), ...(await readWrongly(page))]).toEqual([]);
    expect(await wrongInEveryWay(page)).toEqual([]);
  });

  const found = (page: Page) =>
    page.$$eval('#search-list li', (items) => items.map(({ textContent }) => textContent ?? ''));

  test('the search finds routes, refusals and properties, and leads to them', async () => {
    const page = await open('/reference/audit');
    await page.type('#search', 'assignlicense');
    expect((await found(page))[0]).toMatch(/^POST \/v1\.0\/users\/\{id\}\/assignLicense /);
    const field = await page.$('#search');
    await field?.click({ count: 3 });
    await field?.type('usageLocation post');
    expect(await found(page)).toContainEqual(expect.stringMatching(/^POST \/v1\.0\/users Adds a person/));
    expect(new URL(page.url()).search).toBe('?q=usagelocation%20post');
    await field?.click({ count: 3 });
    await field?.type('SeatsBelowAssigned');
    expect(await found(page)).toContainEqual(expect.stringContaining('no lower number can be set'));
    // Enter goes to the first, a second one follows it.
    await page.keyboard.press('Enter');
    await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
    expect(new URL(page.url()).pathname + new URL(page.url()).hash).toBe('/reference/refusals#SeatsBelowAssigned');
    await page.goto(`${origin}/reference?q=nothing-of-the-kind`);
    expect(await page.$eval('#search-told', ({ textContent }) => textContent)).toBe('0 places hold it.');
  });

  test('what was found on this very page is shown, and the page is there again', async () => {
    const page = await open('/reference/refusals');
    await page.type('#search', 'PasswordWrong');
    await page.click('#search-list a');
    expect(await page.$eval('#PasswordWrong', (item) => item.getBoundingClientRect().height > 0)).toBe(true);
    expect(await page.$eval('#search', (field) => (field as unknown as { value: string }).value)).toBe('');
  });

  test('the control page calls things by names that people know, and nothing by a hash', async () => {
    const page = await open('/_local/');
    await page.waitForSelector('#imports h3');
    const text = (await page.evaluate('document.body.innerText')) as string;
    expect(text).not.toMatch(/[0-9A-F]{8}|Queue|Schedule|imports\//);
    expect(text).toContain('mixed.csv');
    expect(text).toContain('3 rows, 1 created, 2 refused');
    expect(text).toContain('Mailbox (12)');
  });

  test('time goes on by days, and what is due by then is swept', async () => {
    const page = await open('/_local/');
    await page.waitForSelector('#schedules button');
    done.length = 0;
    await page.click('[data-days="30"]');
    await page.waitForFunction("document.getElementById('message').textContent.includes('sweep has begun')");
    expect(done).toEqual(['clock 2030-03-31T09:00:00.000Z', 'sweep EnforcePoliciesSchedule5FA58C3A']);
    await page.click('#sweeps');
    await page.click('[data-days="1"]');
    await page.waitForFunction("document.getElementById('message').textContent === 'Time went on by 1 day.'");
    expect(done.slice(2)).toEqual(['clock 2030-04-01T09:00:00.000Z']);
  });

  test('an import leads to its rows, those that were refused first, written as text', async () => {
    const page = await open('/_local/');
    await page.waitForSelector('#imports .links a');
    await page.click('#imports .links a');
    await page.waitForSelector('#rows tr');
    expect(await page.$$eval('#rows tr', (lines) => lines.map(({ textContent }) => textContent))).toEqual([
      '2<script>refusedGive it a value.',
      '1ada@contoso.comcreated',
    ]);
    expect(await page.evaluate('document.activeElement.id')).toBe('results-title');
    const report = await fetch(`${origin}/_local/imports/1-a/report`, { redirect: 'manual' });
    expect([report.status, report.headers.get('location')]).toEqual([302, 'http://127.0.0.1:2/report.csv']);
    expect((await fetch(`${origin}/_local/imports/1-b/report`)).status).toBe(404);
  });

  test('the button opens the console by an address that is made for it', async () => {
    const page = await open('/_local/');
    await page.waitForSelector('#console:not([hidden])');
    await Promise.all([page.waitForNavigation(), page.click('#console')]);
    expect(new URL(page.url()).pathname).toBe('/reference/people');
  });
});
