/** People from a directory on premises: switched on and off, what waits, and who did not come through. */
import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn } from './keyboard.ts';
import { openPage } from './looks.ts';
import {
  playedErrors,
  playedHeldRun,
  playedSynchronization,
  playedSynchronizationRoutes,
} from './played/synchronization.ts';
import type { PlayedConsole } from './played-console.ts';

const { synchronization: texts, imports } = english;
const run = '2e6d2e1c-5a4f-4f0e-9c55-000000000099';

describeInChromium('synchronisation', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const open = (state: object, roles?: readonly string[], language = 'en') => {
    Object.assign(console.place.routes, playedSynchronizationRoutes(playedSynchronization(state)));
    return openPage(chromium, console, { path: '/synchronization', ...(roles && { roles }) }, { language });
  };
  const changes = () => console.asked.filter(({ method }) => method !== 'GET').map(({ path, body }) => [path, body]);

  test('it is switched off, with what that means said before, and on again', async () => {
    const page = await open({});
    await seeText(page, 'corp.contoso.com');
    for (const { userPrincipalName, objectGuid, message } of playedErrors()) {
      await seeText(page, userPrincipalName ?? objectGuid);
      await seeText(page, message);
    }
    await pressOn(page, texts.switchOff);
    await seeText(page, texts.switchOffWhat);
    await pressOn(page, texts.switchOff);
    await seeText(page, texts.isOff);
    await pressOn(page, texts.switchOn);
    await seeText(page, texts.switchOnWhat);
    await pressOn(page, texts.switchOn);
    await seeText(page, texts.isOn);
    expect(changes()).toEqual([
      ['organization/organization', { onPremisesSyncEnabled: false }],
      ['organization/organization', { onPremisesSyncEnabled: true }],
    ]);
    await page.browserContext().close();
  });

  test('where nothing has come yet it teaches how that begins', async () => {
    const page = await open({ onPremisesSyncEnabled: false, source: null, lastSyncDateTime: null, retry: [] });
    await seeText(page, texts.beginTitle);
    await page.browserContext().close();
  });

  test('runs that wait since one was undone go on', async () => {
    const page = await open({ onHold: 'undone', heldRunId: run }, ['Hybrid Identity Administrator'], 'nl');
    await seeText(page, dutch.synchronization.undone);
    // The switch is a Global Administrator's.
    expect(await page.evaluate('document.body.innerText')).not.toContain(dutch.synchronization.switchOff);
    await pressOn(page, dutch.synchronization.goOn);
    await seeText(page, dutch.synchronization.goOnWhat);
    await pressOn(page, dutch.synchronization.goOn);
    await seeText(page, dutch.synchronization.goesOn);
    expect(changes()).toEqual([['directory/onPremisesSynchronization/organization', { onHold: null }]]);
    await page.browserContext().close();
  });

  test.each([
    ['resume', texts.letDelete, imports.resume],
    ['cancel', texts.cancelRun, imports.cancelIt],
  ])('deletions that wait: who may says so (%s)', async (action, button, verb) => {
    const held = playedHeldRun(run);
    console.place.routes[`GET imports/${run}`] = () => ({ body: held });
    console.place.routes[`POST imports/${run}/${action}`] = () => ({ status: 202, body: held });
    // The first that fits answers.
    console.place.routes = Object.fromEntries(Object.entries(console.place.routes).reverse());
    const page = await open({ onHold: 'deletions', heldRunId: run });
    await seeText(page, texts.heldTitle(812));
    expect(await findings(page)).toEqual([]);
    await pressOn(page, button);
    await page.waitForSelector('[role=dialog]');
    await pressOn(page, verb);
    await page.waitForFunction(`!document.querySelector('[role=dialog]')`);
    expect(changes().map(([path]) => path)).toEqual([`imports/${run}/${action}`]);
    await page.browserContext().close();
  });

  test('who may not see imports is told that deletions wait, and offered nothing that is not theirs', async () => {
    const page = await open({ onHold: 'deletions', heldRunId: run }, ['Hybrid Identity Administrator']);
    await seeText(page, texts.heldUncounted);
    const text = String(await page.evaluate('document.body.innerText'));
    expect([texts.letDelete, texts.seeWhom].filter((each) => text.includes(each))).toEqual([]);
    expect(console.asked.filter(({ path }) => path.startsWith('imports'))).toEqual([]);
    await page.browserContext().close();
  });
});
