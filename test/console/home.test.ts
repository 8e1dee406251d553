/** The first page: what needs an administrator, what to do first, and charts. */
import { needsOf } from '../../clients/console/pages/home/needs.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium, startChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { pressOn } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { playedForecast, playedHome, playedImport } from './played/home.ts';
import { playedSkus } from './played/licences.ts';
import { playedSynchronization } from './played/synchronization.ts';
import { type PlayedConsole, startPlayedConsole } from './played-console.ts';

const { home, people, problems } = english;

describe('what needs an administrator', () => {
  const kinds = (known: Parameters<typeof needsOf>[0]) => needsOf(known).map(({ kind }) => kind);

  test('nothing, where nothing is known or everything is well', () => {
    expect(needsOf({})).toEqual([]);
    expect(
      needsOf({ hasAdministrator: true, imports: [playedImport(0)], forecast: [], synchronization: null }),
    ).toEqual([]);
  });

  test('refused rows of the last fortnight, but not of a check, of an undo, or of what was undone', () => {
    const refused = (index: number, changed = {}) => playedImport(index, { refused: 2, ...changed });
    const old = { createdDateTime: new Date(Date.now() - 20 * 86_400_000).toISOString() };
    const undo = playedImport(9, { kind: 'undo', refused: 3, undoes: refused(1).id });
    const check = refused(2, { options: { dryRun: true } });
    const needs = needsOf({ imports: [refused(0), refused(1), check, refused(3, old), undo] });
    expect(needs).toMatchObject([{ kind: 'refused', rows: 2, path: `/imports/${refused(0).id}` }]);
  });

  test('an import on hold comes first, however old it is, with the seats that it lacks', () => {
    const held = playedImport(30, { status: 'onHold', licences: [{ seatsToBuy: 3 }, { seatsToBuy: 4 }] });
    const imports = [playedImport(0, { refused: 1 }), held];
    expect(needsOf({ imports })).toMatchObject([{ kind: 'onHold', seats: 7 }, { kind: 'refused' }]);
  });

  test('of many imports the newest, and how many more', () => {
    const imports = [0, 1, 2, 3, 4].map((index) => playedImport(0, { id: String(index), refused: 1 }));
    expect(kinds({ imports })).toEqual(['refused', 'refused', 'refused', 'moreImports']);
    expect(needsOf({ imports }).at(-1)).toMatchObject({ imports: 2, path: '/imports' });
  });

  test('seats, mails that came back, graces and deletions lead to where they are seen to', () => {
    const bounced = { people: [{ id: '1', displayName: 'Ada' }], isAll: true };
    const needs = needsOf({ licences: playedSkus(), bounced, forecast: playedForecast() });
    expect(needs).toMatchObject([
      { kind: 'buy', seats: 3, path: `/licences/${playedSkus()[1]?.skuId}` },
      { kind: 'bounced', path: '/users/1' },
      { kind: 'graces', mailboxes: 2, first: playedForecast()[19]?.date },
      { kind: 'deletions', people: 2 },
    ]);
    expect(needsOf({ bounced: { ...bounced, isAll: false } })).toMatchObject([{ path: '/users?state=bounced' }]);
  });

  test('synchronisation that waits or refuses, and none that is switched off', () => {
    const synchronization = playedSynchronization({ onHold: 'deletions', heldRunId: 'r', retry: ['g'] });
    expect(needsOf({ synchronization })).toMatchObject([
      { kind: 'synchronizationHeld', path: '/synchronization' },
      { kind: 'synchronizationRefused', objects: 1, path: '/synchronization' },
    ]);
    expect(needsOf({ synchronization: { ...synchronization, onPremisesSyncEnabled: false } })).toEqual([]);
    const silent = playedSynchronization({ retry: [], lastSyncDateTime: '2026-01-05T08:00:00.000Z' });
    expect(needsOf({ synchronization: silent })).toMatchObject([{ kind: 'synchronizationSilent' }]);
    expect(needsOf({ synchronization: silent }, Date.parse('2026-01-06T07:00:00.000Z'))).toEqual([]);
  });
});

describeInChromium('the first page', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beforeAll(async () => {
    [chromium, console] = await Promise.all([
      startChromium(),
      startPlayedConsole({ ...playedRoutes(), ...playedHome() }),
    ]);
  });
  afterAll(async () => {
    await chromium?.close();
    console?.close();
  });
  afterEach(() => {
    console.reset();
    expect(chromium.complaints.splice(0)).toEqual([]);
  });

  test('a mail that came back leads to those whose it was', async () => {
    const page = await openPage(chromium, console, { path: '' });
    await seeText(page, home.onHold('new-office.xlsx'));
    await seeText(page, home.refused('mixed.csv', 9));
    await seeText(page, home.waiting('Microsoft 365 F3', 3));
    await pressOn(page, home.seeWhose);
    await seeText(page, people.title);
    const asked = console.asked.filter(({ path }) => path === 'users').at(-1);
    expect(asked?.query.get('$filter')).toMatch(
      /^mailbox\/graceEndsDateTime ge \S+ and mailbox\/graceEndsDateTime lt /,
    );
    await page.browserContext().close();
  });

  test('the numbers of a chart are a table beneath it, as the reader writes them', async () => {
    const page = await openPage(chromium, console, { path: '' }, { language: 'de' });
    console.place.routes['GET subscribedSkus'] = () => ({
      body: {
        value: playedSkus().map((sku) => ({ ...sku, prepaidUnits: { ...sku.prepaidUnits, enabled: 12_345 } })),
      },
    });
    await page.reload({ waitUntil: 'networkidle0' });
    await pressOn(page, 'Die Zahlen: Lizenzen');
    await seeText(page, '12.341');
    expect(await findings(page)).toEqual([]);
    await page.browserContext().close();
  });

  test('no picture where a number says it', async () => {
    const [first] = playedSkus();
    console.place.routes['GET subscribedSkus'] = () => ({ body: { value: [first] } });
    console.place.routes['GET imports'] = () => ({ body: { value: [playedImport(0)] } });
    console.place.routes['GET reports/directory'] = () => ({ body: { value: [] } });
    console.place.routes['GET reports/directoryForecast'] = () => ({
      body: { value: playedForecast().map((day) => ({ ...day, passwordsExpiring: 0, temporaryPasswordsLapsing: 0 })) },
    });
    const page = await openPage(chromium, console, { path: '' });
    await seeText(page, home.oneLicence('Microsoft 365 E3', '4', '21', '0'));
    await seeText(page, home.oneImport('12', '3', '0'));
    await seeText(page, home.noPassword);
    expect(await page.$$('[aria-roledescription]')).toEqual([]);
    await page.browserContext().close();
  });

  test('in an empty directory an operator adds the first administrator', async () => {
    console.place.routes['GET users'] = () => ({ body: { value: [], '@odata.count': 0 } });
    const session = { kind: 'operator' as const, id: 'ops', displayName: 'ops' };
    const page = await openPage(chromium, console, { path: '', session });
    await seeText(page, home.firstTitle);
    expect(await findings(page)).toEqual([]);
    await pressOn(page, home.addAdministrator);
    await page.waitForFunction(`location.pathname === '/console/users/add'`);
    await page.browserContext().close();
  });

  test('what cannot be read is said, with a way on, and does not hide the rest', async () => {
    const page = await openPage(chromium, console, { path: '' });
    console.place.routes['GET reports/directoryForecast'] = () => ({
      status: 503,
      body: { message: 'Service Unavailable' },
    });
    await page.reload({ waitUntil: 'networkidle0' });
    await seeText(page, problems.unavailable.title);
    await seeText(page, home.refused('mixed.csv', 9));
    Object.assign(console.place.routes, playedRoutes(), playedHome());
    await pressOn(page, problems.tryAgain);
    await seeText(page, home.graces(2));
    chromium.complaints.splice(0);
    await page.browserContext().close();
  });

  test('whoever may not read imports is told nothing of them, and nothing is asked', async () => {
    const page = await openPage(chromium, console, { path: '', roles: ['Directory Readers'] });
    await seeText(page, home.waiting('Microsoft 365 F3', 3));
    expect(console.asked.map(({ path }) => path)).not.toContain('imports');
    expect(await page.evaluate('document.body.innerText')).not.toContain('mixed.csv');
    await page.browserContext().close();
  });
});
