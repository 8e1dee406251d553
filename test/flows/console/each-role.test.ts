/** Each role signs in and sees its pages alone: in the menu, by their addresses, and of the API. */
import type { Page } from 'puppeteer-core';
import { english } from '../../../clients/console/texts/english/english.ts';
import { type RoleName, roleNames } from '../../../shared/domain/access/roles.ts';
import { describeInChromium } from '../../pages/chromium.ts';
import { type InConsole, signedInWith, startInConsole, untilInConsole } from '../driver/in-console.ts';
import { newLicence } from '../driver/names.ts';

/** Pages by their paths, each with a request that it makes, or that ends what is done on it; no body is a good one. */
const pages = {
  '/': 'GET users?$top=1',
  '/users': 'GET users?$top=1',
  '/deleted-users': 'GET directory/deletedItems/microsoft.graph.user',
  '/users/add': 'POST users',
  '/users/add-many': 'POST imports',
  '/imports': 'GET imports',
  '/migrations': 'GET migrationBatches',
  '/migrations/new': 'POST migrationBatches',
  '/licences': 'GET subscribedSkus',
  '/roles': 'GET directoryRoles',
  '/applications': 'GET applications',
  '/settings': 'GET organization',
  '/synchronization': 'GET directory/onPremisesSynchronization',
  '/audit': 'GET auditLogs/directoryAudits',
  '/sign-ins': 'GET auditLogs/signIns',
} as const;
type Path = keyof typeof pages;
const paths = Object.keys(pages) as Path[];

/** Pages that a way leads to from another one, and not the menu. */
const isInMenu = (path: Path) => !path.startsWith('/users/') && path !== '/migrations/new';

const readers: readonly Path[] = ['/', '/users', '/deleted-users', '/licences', '/roles', '/settings'];
const table: Record<RoleName, readonly Path[]> = {
  'Global Administrator': paths,
  'Privileged Role Administrator': [...readers, '/audit', '/sign-ins'],
  'User Administrator': [...readers, '/users/add', '/users/add-many', '/imports', '/migrations', '/migrations/new'],
  'License Administrator': readers,
  'Helpdesk Administrator': readers,
  'Password Administrator': readers,
  'Reports Reader': [...readers, '/imports', '/migrations', '/audit', '/sign-ins'],
  'Directory Readers': readers,
  'Hybrid Identity Administrator': [...readers, '/synchronization'],
  'Directory Synchronization Accounts': [],
};

describeInChromium('each role in the console', () => {
  let inConsole: InConsole;
  beforeAll(async () => {
    inConsole = await startInConsole();
  });
  afterAll(() => inConsole?.close());
  afterEach(() => expect(inConsole.chromium.complaints.splice(0)).toEqual([]));

  const menuOf = (page: Page): Promise<string[]> =>
    page.$$eval('nav ul a[href^="/console"]', (all) => [
      ...new Set(all.map((one) => (one as unknown as { pathname: string }).pathname.slice('/console'.length) || '/')),
    ]);

  const stateOf = async (page: Page): Promise<string> => {
    const text = String(await page.evaluate('document.body.innerText'));
    if (text.includes(english.shell.noRightTitle)) return 'no right';
    const { problems, shell } = english;
    const wrong = [...Object.values(problems).flatMap((each) => (typeof each === 'object' ? [each.title] : []))];
    return [...wrong, shell.failedTitle, shell.noPageTitle].find((each) => text.includes(each)) ?? 'shown';
  };
  /** Goes there without loading the console once more, and says whether the page may be seen, or what is wrong with it. */
  const lookAt = async (page: Page, path: string): Promise<string> => {
    await page.evaluate(`history.pushState({}, '', ${JSON.stringify(`/console${path}`)})`);
    await untilInConsole(page);
    return stateOf(page);
  };

  /** What the requests of all pages are answered with in the session of this page. */
  const statuses = (page: Page): Promise<number[]> =>
    page.evaluate(`Promise.all(${JSON.stringify(Object.values(pages))}.map(async (request) => {
      const [method, path] = request.split(' ');
      const headers = { 'x-muster-console': '1', 'content-type': 'application/json' };
      return (await fetch('/v1.0/' + path, { method, headers, ...(method === 'POST' && { body: '{}' }) })).status;
    }))`) as Promise<number[]>;

  test.each(roleNames)('%s', async (role) => {
    const own = table[role];
    const page = await signedInWith(inConsole, [role]);
    const refused: string[] = [];
    page.on('response', (answer) => void (answer.status() >= 400 && refused.push(new URL(answer.url()).pathname)));
    expect((await menuOf(page)).sort()).toEqual(own.filter(isInMenu).sort());
    for (const path of paths) {
      expect([path, await lookAt(page, path)]).toEqual([path, own.includes(path) ? 'shown' : 'no right']);
    }
    // No page has asked for what its reader may not have.
    expect(refused).toEqual([]);
    // The agent reads how synchronisation stands, and has no page of it.
    const isAgents = (path: Path) => path === '/synchronization' && role === 'Directory Synchronization Accounts';
    const isAnswered = (path: Path) => own.includes(path) || isAgents(path);
    const answered = paths.map((path) => (isAnswered(path) ? (pages[path].startsWith('POST') ? 400 : 200) : 403));
    expect(await statuses(page)).toEqual(answered);
    const another = paths.find((path) => !own.includes(path));
    if (another) {
      await page.goto(`${inConsole.url}/console${another}`);
      await untilInConsole(page);
      expect(await stateOf(page)).toBe('no right');
    }
    await page.browserContext().close();
  });

  test('pages of one person, role, licence, batch and application', async () => {
    const { api } = inConsole.muster;
    const page = await signedInWith(inConsole, ['Global Administrator']);
    const licence = await newLicence(inConsole.muster, 1);
    const { value: people } = (await api.ask('GET', '/v1.0/users?$top=1')).body as { value: { id: string }[] };
    const { value: roles } = (await api.ask('GET', '/v1.0/directoryRoles')).body as { value: { id: string }[] };
    const made = (await api.ask('POST', '/v1.0/applications', { displayName: 'Seen' })).body as { id: string };
    const all = [`users/${people[0]?.id}`, `roles/${roles[0]?.id}`, `licences/${licence.skuId}`];
    const wave = { fileName: 'wave.csv', displayName: 'Seen', migrationType: 'exchangeStaged' };
    const batch = (await api.ask('POST', '/v1.0/migrationBatches', wave)).body as { id: string };
    for (const path of [...all, `migrations/${batch.id}`, `applications/${made.id}`]) {
      expect([path, await lookAt(page, `/${path}`)]).toEqual([path, 'shown']);
    }
    await api.ask('DELETE', `/v1.0/applications/${made.id}`);
    await api.ask('POST', `/v1.0/migrationBatches/${batch.id}/stop`);
    await page.browserContext().close();
  });
});
