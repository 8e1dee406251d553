/** An administrator begins a session, and adds people by keyboard alone; they get their mails, and the browser keeps no secret. */
import type { Page } from 'puppeteer-core';
import { english } from '../../../clients/console/texts/english/english.ts';
import { seeText } from '../../console/acting.ts';
import { pressOn, tabTo, typeInto } from '../../console/keyboard.ts';
import { describeInChromium } from '../../pages/chromium.ts';
import { asOpened, keptByBrowser, plantEverywhere } from '../driver/browser-places.ts';
import { beginByToken, type InConsole, newPage, startInConsole, untilInConsole } from '../driver/in-console.ts';
import { passwordIn } from '../driver/mailbox.ts';
import { controlOf } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { placesWithSecrets } from '../driver/secrets.ts';
import { testLocally } from '../driver/shared-muster.ts';

const { addUser } = english;

describeInChromium('the console, from the beginning', () => {
  let inConsole: InConsole;
  beforeAll(async () => {
    inConsole = await startInConsole();
  });
  afterAll(() => inConsole?.close());
  afterEach(() => expect(inConsole.chromium.complaints.splice(0)).toEqual([]));

  /** The first step, with what is asked for the password. */
  const fillBasics = async (page: Page, name: string, password: () => Promise<void>) => {
    await seeText(page, addUser.basics);
    await typeInto(page, addUser.givenName, 'Anna');
    await typeInto(page, addUser.surname, 'Jansen');
    await typeInto(page, addUser.userName, name);
    await seeText(page, addUser.nameFree);
    await password();
  };
  const goOnToTheEnd = async (page: Page) => {
    for (const step of [addUser.assignLicencesHint, addUser.optionalSettingsHint, addUser.reviewHint]) {
      await pressOn(page, 'Next');
      await seeText(page, step);
    }
    await pressOn(page, addUser.finishAdding);
    // A password that was typed is hashed slowly.
    await seeText(page, addUser.added('Anna Jansen'), 60_000);
  };
  const someoneNew = () => {
    const { userPrincipalName, otherMails } = someone('Anna');
    return { name: userPrincipalName.split('@')[0] as string, address: otherMails[0] };
  };

  test('by an operator’s token: a password made and mailed, one typed, one shown; none is kept', async () => {
    const { muster, url } = inConsole;
    const page = await beginByToken(inConsole, muster.token);
    const told: string[] = [];
    page.on('console', (message) => told.push(message.text()));
    const [mailed, typed, shown] = [someoneNew(), someoneNew(), someoneNew()];
    const chosen = `Kestrel-${unique()}-Meadow`;

    await page.goto(`${url}/console/users/add`);
    await fillBasics(page, mailed.name, () => typeInto(page, addUser.deliverTo, mailed.address));
    await goOnToTheEnd(page);
    const made = passwordIn(await muster.mailbox.mail({ to: mailed.address }));

    await page.goto(`${url}/console/users/add`);
    await fillBasics(page, typed.name, async () => {
      await tabTo(page, addUser.generated);
      await page.keyboard.press('ArrowDown');
      await typeInto(page, addUser.password, chosen);
      await typeInto(page, addUser.sendPasswordTo, typed.address);
    });
    await goOnToTheEnd(page);
    const { text } = await muster.mailbox.mail({ to: typed.address });
    expect(text.includes(typed.name)).toBe(true);

    await page.goto(`${url}/console/users/add`);
    await fillBasics(page, shown.name, async () => {
      await tabTo(page, addUser.sendPassword);
      await page.keyboard.press('ArrowDown');
    });
    await goOnToTheEnd(page);
    await seeText(page, addUser.onlyOnce);
    const [seen = ''] = /\b\w{4}(?:-\w{4}){4}\b/.exec(String(await page.evaluate('document.body.innerText'))) ?? [];
    expect(seen).not.toBe('');

    // The page that shows it holds it; the next one does not.
    await pressOn(page, addUser.close);
    await untilInConsole(page);
    const secrets = { generated: new Set([made, seen]), chosen: [chosen, muster.token] };
    const places = await keptByBrowser(page, told);
    expect(placesWithSecrets(places, secrets)).toEqual([]);
    // The same search finds what is there, in each of them.
    const planted = `Planted-${unique()}`;
    await plantEverywhere(page, planted);
    const found = placesWithSecrets(await keptByBrowser(page, told), { generated: new Set(), chosen: [planted] });
    expect(found).toHaveLength(places.length);
    await page.browserContext().close();
  });

  testLocally('by the link that is minted, once; its code is used up, and no page has it', async () => {
    const url = await controlOf(inConsole.muster).consoleLink();
    const code = new URL(url).hash.slice('#code='.length);
    const page = await newPage(inConsole);
    await page.goto(url);
    await untilInConsole(page);
    // There alone, and it is used up.
    const places = placesWithSecrets(await keptByBrowser(page, []), { generated: new Set(), chosen: [code] });
    expect(places).toEqual([`a password in ${asOpened}`]);
    const another = await newPage(inConsole);
    await another.goto(url);
    await another.waitForSelector('section:not([hidden]) [role=alert]', { visible: true });
    expect(await another.evaluate('location.pathname')).toBe('/signin');
    for (const each of [page, another]) await each.browserContext().close();
  });

  test('a file of another release, which the function does not have, leads to one reload', async () => {
    const page = await beginByToken(inConsole, inConsole.muster.token);
    await page.setRequestInterception(true);
    let gone = 0;
    page.on('request', (request) => {
      const isLazy = /assets\/roles-page/.test(request.url());
      if (!isLazy || gone > 0) return void request.continue();
      gone += 1;
      void request.continue({ url: request.url().replace('roles-page', 'roles-page-of-before') });
    });
    await page.evaluate(`history.pushState({}, '', '/console/roles')`);
    await page.waitForNavigation();
    await seeText(page, english.shell.upgraded);
    await seeText(page, 'Global Administrator');
    expect(gone).toBe(1);
    await page.browserContext().close();
    inConsole.chromium.complaints.length = 0;
  });
});
