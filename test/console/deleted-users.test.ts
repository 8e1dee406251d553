/** Deleted users are restored, and removed for good. */
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { type PlayedConsole, refusal } from './played-console.ts';

const { deletedUsers, people, problems } = english;

describeInChromium('deleted users', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const sent = () => console.asked.filter(({ path, method }) => method !== 'GET' && path.startsWith('directory/'));
  const open = async (...chosen: string[]) => {
    const page = await openPage(chromium, console, { path: '/deleted-users' });
    for (const name of chosen) await pressOn(page, people.select(name), 'Space');
    // Back to the head of the page, where the buttons are.
    await page.evaluate('document.activeElement.blur()');
    return page;
  };
  const typeOver = async (page: Awaited<ReturnType<typeof open>>, field: string, text: string) => {
    await tabTo(page, field);
    await page.keyboard.type(text);
  };

  test('somebody whose user name is taken comes back with another one; what was refused stays to be mended', async () => {
    const page = await open('Grace Miller');
    await pressOn(page, deletedUsers.restore);
    await seeText(page, deletedUsers.restoreWhat);
    await seeText(page, deletedUsers.passwordTo('grace@example.com'));
    await seeText(page, deletedUsers.taken('Grace Hopper'));
    expect(await findings(page)).toEqual([]);
    await typeOver(page, deletedUsers.userName, 'ada@contoso.com');
    await pressOn(page, deletedUsers.restore);
    await seeText(page, 'already has this user name');
    expect(await page.evaluate('document.activeElement.value')).toBe('ada@contoso.com');
    await typeOver(page, deletedUsers.userName, 'grace.miller@contoso.com');
    await pressOn(page, deletedUsers.restore);
    await seeText(page, deletedUsers.restored('Grace Miller', 'grace.miller@contoso.com'));
    expect(sent().at(-1)?.body).toEqual({ newUserPrincipalName: 'grace.miller@contoso.com' });
    await page.waitForFunction(`!document.querySelector('main tbody').innerText.includes('Grace Miller')`);
    await page.browserContext().close();
  });

  test('asked again after the answer was lost, somebody is restored once and that is said', async () => {
    const page = await open('John von Neumann');
    const restore = console.place.routes['POST directory/deletedItems/*/restore'];
    let isLost = true;
    console.place.routes['POST directory/deletedItems/*/restore'] = async (asked) => {
      const played = (await restore?.(asked)) ?? refusal(500, 'Failed', '');
      return isLost ? { hangUp: true } : played;
    };
    console.place.routes['GET users/*'] = () => ({ body: { userPrincipalName: 'john@contoso.com' } });
    await pressOn(page, deletedUsers.restore);
    await seeText(page, deletedUsers.restoreWhat);
    await pressOn(page, deletedUsers.restore);
    await seeText(page, problems.offline.title);
    isLost = false;
    await pressOn(page, deletedUsers.restore);
    await seeText(page, deletedUsers.restored('John von Neumann', 'john@contoso.com'));
    await page.browserContext().close();
  });

  test('nobody is removed for good before their user name is typed', async () => {
    const page = await open('Niklaus Wirth');
    await pressOn(page, deletedUsers.remove);
    await seeText(page, deletedUsers.removeWhat);
    await typeOver(page, deletedUsers.typeName('niklaus@contoso.com'), 'niklaus');
    const isOff = `[...document.querySelectorAll('[role=dialog] button')].find((one) =>
      one.innerText === ${JSON.stringify(deletedUsers.remove)}).disabled`;
    expect(await page.evaluate(isOff)).toBe(true);
    expect(sent()).toEqual([]);
    await page.keyboard.type('@contoso.com');
    await pressOn(page, deletedUsers.remove);
    await seeText(page, deletedUsers.removed('Niklaus Wirth'));
    expect(sent().map(({ method }) => method)).toEqual(['DELETE']);
    await page.browserContext().close();
  });

  test('somebody who was restored in the meantime is not said to be removed', async () => {
    const page = await open('Niklaus Wirth');
    console.place.routes['DELETE directory/deletedItems/*'] = () => refusal(404, 'NotFound', 'Nobody is deleted.');
    console.place.routes['GET users/*'] = () => ({ body: { userPrincipalName: 'niklaus@contoso.com' } });
    await pressOn(page, deletedUsers.remove);
    await typeOver(page, deletedUsers.typeName('niklaus@contoso.com'), 'niklaus@contoso.com');
    await pressOn(page, deletedUsers.remove);
    await seeText(page, problems.notFound.title);
    await page.browserContext().close();
  });

  test('many are restored in a batch; who is refused is named, with why', async () => {
    const page = await open('Grace Miller', 'John von Neumann', 'Kristen Nygaard');
    await pressOn(page, deletedUsers.restore);
    await seeText(page, deletedUsers.restoreMany);
    await pressOn(page, deletedUsers.restore);
    await seeText(page, people.done(2));
    await seeText(page, 'Grace Hopper already has this user name.');
    expect(await findings(page)).toEqual([]);
    await page.browserContext().close();
  });

  test('they are found by name, and by how soon they are gone', async () => {
    const page = await open();
    await typeOver(page, deletedUsers.find, 'krist');
    await page.waitForFunction(`document.querySelectorAll('main tbody tr').length === 1`);
    await page.goto(`${console.url}/deleted-users?within=7`, { waitUntil: 'networkidle0' });
    await seeText(page, 'Niklaus Wirth');
    const text = String(await page.evaluate('document.querySelector("main tbody").innerText'));
    expect(text).toContain('John von Neumann');
    expect(text).not.toContain('Kristen Nygaard');
    await page.browserContext().close();
  });

  test('without a connection the list says so, and is asked for again', async () => {
    console.place.routes['GET directory/deletedItems/microsoft.graph.user'] = () => ({ hangUp: true });
    const page = await open();
    await seeText(page, problems.offline.title);
    Object.assign(console.place.routes, playedRoutes());
    await pressOn(page, problems.tryAgain);
    await seeText(page, 'Niklaus Wirth');
    chromium.complaints.splice(0);
    await page.browserContext().close();
  });
});
