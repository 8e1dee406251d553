/** Roles are given and taken, and programs get their secrets: by keyboard, with each refusal where it belongs. */
import { english } from '../../clients/console/texts/english/english.ts';
import { roleIds } from '../../shared/domain/access/roles.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText, words } from './acting.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn, tabTo, typeInto } from './keyboard.ts';
import { openPage } from './looks.ts';
import { idOfApplication } from './played/access.ts';
import { idOfPerson } from './played/people.ts';
import type { PlayedConsole } from './played-console.ts';

const { roles, applications, problems, shell } = english;
const rolePath = (role: keyof typeof roleIds) => `/roles/${roleIds[role]}`;

describeInChromium('who may do what', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const open = (path: string, held?: string[]) =>
    openPage(chromium, console, { path, ...(held && { roles: held }) }, { language: 'en' });
  const sent = (method: string, beginning: string) =>
    console.asked.filter((one) => one.method === method && one.path.startsWith(beginning));

  test('a role is given to somebody who is found by name, and not to oneself', async () => {
    const page = await open(rolePath('Helpdesk Administrator'));
    await seeText(page, roles.noMembersTitle);
    await pressOn(page, roles.add);
    const choose = async (name: string) => {
      await tabTo(page, roles.person);
      await page.keyboard.press('Enter');
      await page.waitForSelector('[role=option]');
      await page.keyboard.type(name);
      await page.waitForFunction(`document.querySelectorAll('[role=option]').length === 1`);
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    };
    await choose('Ada');
    await seeText(page, roles.own);
    await page.keyboard.press('Escape');
    await pressOn(page, roles.add);
    await choose('Alan');
    await pressOn(page, roles.add);
    await seeText(page, roles.given('Alan Turing', 'Helpdesk Administrator'));
    await seeText(page, 'alan@contoso.com');
    expect(sent('POST', 'directoryRoles').map(({ body }) => body['@odata.id'].split('/').at(-1))).toEqual([
      idOfPerson(2),
    ]);
    await page.browserContext().close();
  });

  test('the last administrator keeps the role, and the dialog says why', async () => {
    const page = await open(rolePath('Global Administrator'));
    await pressOn(page, roles.removeOf('Ada Lovelace'));
    await seeText(page, roles.removeOwn);
    await pressOn(page, roles.remove);
    await seeText(page, 'This is the last Global Administrator who can sign in.');
    await page.browserContext().close();
  });

  test('a role whose taking got no answer is taken when it is asked once more', async () => {
    const page = await open(rolePath('User Administrator'));
    const take = 'DELETE directoryRoles/*/members/*/$ref';
    const taken = console.place.routes[take];
    let isLost = true;
    console.place.routes[take] = async (asked) => {
      const answer = (await taken?.(asked)) ?? {};
      return isLost ? { hangUp: true } : answer;
    };
    await pressOn(page, roles.removeOf('Grace Hopper'));
    await pressOn(page, roles.remove);
    await seeText(page, problems.offline.title);
    isLost = false;
    await pressOn(page, roles.remove);
    await seeText(page, roles.taken('Grace Hopper', 'User Administrator'));
    await seeText(page, roles.noMembersTitle);
    await page.browserContext().close();
  });

  test('what is not theirs to give has no button, and says whose it is', async () => {
    const page = await open(rolePath('Global Administrator'), ['Privileged Role Administrator']);
    await seeText(page, roles.notYours);
    expect(await words(page)).not.toContain(roles.add);
    await page.goto(`${console.url}/applications`, { waitUntil: 'networkidle0' });
    await seeText(page, shell.noRightTitle);
    await page.browserContext().close();
  });

  test('an application is added, gets a secret that is shown once, and is removed by its name', async () => {
    const page = await open('/applications');
    await pressOn(page, applications.add);
    await page.waitForSelector('[role=dialog]');
    await pressOn(page, applications.add);
    await seeText(page, applications.nameMissing);
    expect(await page.evaluate('document.activeElement.name')).toBe('displayName');
    await page.keyboard.type('Payroll');
    await pressOn(page, 'Directory Readers', 'Space');
    await pressOn(page, applications.add);
    await seeText(page, applications.added('Payroll'));
    await seeText(page, applications.noSecretsTitle);
    await pressOn(page, applications.newSecret);
    await pressOn(page, applications.make);
    await seeText(page, 'v7XplayedSecretOfAnApplication');
    await pressOn(page, english.person.close);
    await page.waitForFunction(`!document.body.innerText.includes('v7Xplayed')`);
    const [made] = sent('POST', 'applications/');
    const end = Date.parse(made?.body.passwordCredential.endDateTime);
    expect(Math.round((end - Date.now()) / 86_400_000)).toBe(180);
    await pressOn(page, applications.remove);
    await typeInto(page, applications.typeName('Payroll'), 'Payroll');
    await pressOn(page, applications.remove);
    await seeText(page, applications.removed('Payroll'));
    expect(sent('DELETE', 'applications/')).toHaveLength(1);
    await page.browserContext().close();
  });

  test('a secret whose answer was lost is not made again unsaid', async () => {
    const page = await open(`/applications/${idOfApplication(2)}`);
    console.place.routes['POST applications/*/addPassword'] = () => ({ hangUp: true });
    await pressOn(page, applications.newSecret);
    await pressOn(page, applications.make);
    await seeText(page, applications.maybeMade);
    await page.browserContext().close();
  });

  test('a third secret is refused before it is asked for', async () => {
    const page = await open(`/applications/${idOfApplication(1)}`);
    await tabTo(page, applications.newSecret);
    await page.keyboard.press('Enter');
    expect(await words(page)).not.toContain(applications.newSecretTitle);
    expect(sent('POST', 'applications')).toEqual([]);
    await page.browserContext().close();
  });
});
