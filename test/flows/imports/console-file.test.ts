/** A file is dropped in the console, checked, imported and undone: a real browser against the real system. */
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { dutch } from '../../../clients/console/texts/dutch/dutch.ts';
import { seeText } from '../../console/acting.ts';
import { pressOn, typeInto } from '../../console/keyboard.ts';
import { type Chromium, describeInChromium, startChromium } from '../../pages/chromium.ts';
import { fill } from '../../pages/reading.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

const { addMany, imports } = dutch;
const mixed = fileURLToPath(new URL('../../../samples/mixed.csv', import.meta.url));

describeInChromium('a file in the console', () => {
  let chromium: Chromium;
  let muster: Muster;
  beforeAll(async () => {
    [chromium, muster] = await Promise.all([startChromium(), sharedMuster()]);
  });
  afterAll(async () => {
    await chromium?.close();
    muster?.close();
  });

  /** An administrator who has signed in, at a page of the console in Dutch. */
  const at = async (path: string): Promise<Page> => {
    const [person, password] = [someone('Vera'), `Kestrel-${unique()}-Meadow`];
    const passwordProfile = { password, forceChangePasswordNextSignIn: false };
    const more = { roles: ['User Administrator'], preferredLanguage: 'nl' };
    await muster.api.addUser({ ...person, passwordProfile, ...more } as never);
    const page = await chromium.newPage({ language: 'nl' });
    const signIn = `${muster.outputs.ApiUrl}/signin?userName=${encodeURIComponent(person.userPrincipalName)}`;
    await page.goto(signIn, { waitUntil: 'networkidle0' });
    await fill(page, 'password', password);
    await page.click('#sign-in-button');
    await page.waitForFunction(`!location.pathname.includes('signin')`, { timeout: 60_000 });
    await page.goto(`${muster.outputs.ApiUrl}/console${path}`, { waitUntil: 'networkidle0' });
    return page;
  };

  test('nine rows are refused with what to do, the others are imported, and taken back', async () => {
    const page = await at('/users/add-many');
    const input = (await page.waitForSelector('input[type=file]')) as unknown as {
      uploadFile: (path: string) => Promise<void>;
    };
    await input.uploadFile(mixed);
    await pressOn(page, addMany.check);
    await seeText(page, imports.rowsTitle.check);
    await seeText(page, `${imports.wouldBe.refused} (9)`);
    await pressOn(page, imports.apply);
    await seeText(page, imports.willCreate(2));
    await pressOn(page, imports.apply);
    await seeText(page, imports.rowsTitle.import);
    await pressOn(page, imports.undo);
    await typeInto(page, imports.typeCount('2'), '2');
    await pressOn(page, imports.undo);
    await seeText(page, imports.rowsTitle.undo);
    const deleted = JSON.stringify(imports.outcomes.deleted);
    const isBack = `[...document.querySelectorAll('tbody tr')].filter((one) => one.innerText.includes(${deleted})).length === 2`;
    await page.waitForFunction(isBack, { timeout: 20_000 });
    expect(chromium.complaints.splice(0)).toEqual([]);
  });
});
