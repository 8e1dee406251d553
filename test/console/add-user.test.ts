/** A person is added by keyboard alone: in four steps, and in one pane, in each language. */
import { chinese } from '../../clients/console/texts/chinese/chinese.ts';
import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { german } from '../../clients/console/texts/german/german.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText } from './acting.ts';
import { findings } from './findings.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn, tabTo, typeInto } from './keyboard.ts';
import { openPage } from './looks.ts';
import { organizationIn, type PlayedConsole, refusal, sessionOf } from './played-console.ts';

const all = { en: english, nl: dutch, de: german, 'zh-Hans': chinese };
const inLanguages = Object.entries(all).map(([language, texts]) => [language, texts] as const);
const next = { en: 'Next', nl: 'Volgende', de: 'Weiter', 'zh-Hans': '下一步' };

describeInChromium('a person is added', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const sent = () => console.asked.filter(({ method, path }) => method === 'POST' && path === 'users');
  const open = (language: string, path = '/users/add') => openPage(chromium, console, { path }, { language });

  test.each(inLanguages)('in four steps, without a seat left: %s', async (language, { addUser }) => {
    const page = await open(language);
    const goOn = () => pressOn(page, next[language as keyof typeof next]);
    await seeText(page, addUser.basics);
    await typeInto(page, addUser.givenName, 'Anna');
    await typeInto(page, addUser.surname, 'Jansen');
    await typeInto(page, addUser.userName, 'anna.jansen');
    await seeText(page, addUser.nameFree);
    await goOn();
    await seeText(page, addUser.assignLicencesHint);
    await pressOn(page, 'Microsoft 365 F3', 'Space');
    await seeText(page, addUser.noSeatTitle('Microsoft 365 F3'));
    await goOn();
    await seeText(page, addUser.optionalSettingsHint);
    await typeInto(page, addUser.profile.department, 'Research');
    await goOn();
    await seeText(page, addUser.toBuy('Microsoft 365 F3', 1));
    expect(await findings(page)).toEqual([]);
    await pressOn(page, addUser.finishAdding);
    await seeText(page, addUser.added('Anna Jansen'));
    await seeText(page, addUser.waits('Microsoft 365 F3'));
    expect(sent().map(({ body }) => body)).toMatchObject([
      {
        userPrincipalName: 'anna.jansen@contoso.com',
        displayName: 'Anna Jansen',
        givenName: 'Anna',
        surname: 'Jansen',
        usageLocation: 'NL',
        department: 'Research',
        passwordProfile: { forceChangePasswordNextSignIn: true },
      },
    ]);
    await page.browserContext().close();
  });

  test.each(inLanguages)('in one pane, with the password shown once: %s', async (language, { addUser }) => {
    const page = await open(language);
    console.place.session = sessionOf(undefined, {
      preferredLanguage: language,
      organization: organizationIn('germany'),
    });
    await page.reload({ waitUntil: 'networkidle0' });
    await typeInto(page, addUser.displayName, 'Anna Jansen');
    await typeInto(page, addUser.userName, 'anna.jansen');
    expect(await findings(page)).toEqual([]);
    await pressOn(page, addUser.add);
    await seeText(page, addUser.added('Anna Jansen'));
    await seeText(page, 'Fir-Tram-81-Nova');
    expect(sent().map(({ body }) => body)).toMatchObject([{ credentialDelivery: { show: true } }]);
    await page.browserContext().close();
  });

  test('faults stand beside their fields, and above them with a way there', async () => {
    const page = await open('en');
    await typeInto(page, english.addUser.userName, 'straße');
    await pressOn(page, 'Next');
    await seeText(page, english.addUser.faultsTitle);
    await seeText(page, english.addUser.faults.displayNameMissing());
    await seeText(page, english.addUser.faults.userNameIllegal());
    expect(await page.evaluate('document.activeElement.name')).toBe('displayName');
    expect(await findings(page)).toEqual([]);
    expect(sent()).toEqual([]);
    await page.browserContext().close();
  });

  test('a user name that somebody has holds the first step; one that is lost at the end leads back to it', async () => {
    const page = await open('en');
    await typeInto(page, english.addUser.displayName, 'Grace Hopper');
    await typeInto(page, english.addUser.userName, 'grace');
    await seeText(page, english.addUser.nameTaken('Grace Hopper'));
    await pressOn(page, 'Next');
    await seeText(page, english.addUser.faults.userNameTaken('Grace Hopper'));
    await page.evaluate(`document.querySelector('input[name=localPart]').select()`);
    await page.keyboard.type('taken-later');
    await seeText(page, english.addUser.nameFree);
    for (const step of [english.addUser.assignLicencesHint, english.addUser.optionalSettingsHint]) {
      await pressOn(page, 'Next');
      await seeText(page, step);
    }
    await pressOn(page, 'Next');
    await pressOn(page, english.addUser.finishAdding);
    await seeText(page, 'Somebody has this user name.');
    await page.waitForFunction(`document.activeElement.name === 'localPart'`);
    await page.browserContext().close();
  });

  test('asked again after the answer was lost, it is the same request', async () => {
    const page = await open('en');
    // A browser asks some times more by itself where a connection that it had before breaks.
    let isLost = true;
    const answer = console.place.routes['POST users'];
    console.place.routes['POST users'] = (asked) => {
      return isLost ? { hangUp: true } : (answer?.(asked) ?? refusal(500, 'Failed', ''));
    };
    await typeInto(page, english.addUser.displayName, 'Anna Jansen');
    await typeInto(page, english.addUser.userName, 'anna.jansen');
    await seeText(page, english.addUser.nameFree);
    for (const step of [english.addUser.assignLicencesHint, english.addUser.optionalSettingsHint]) {
      await pressOn(page, 'Next');
      await seeText(page, step);
    }
    await pressOn(page, 'Next');
    await pressOn(page, english.addUser.finishAdding);
    await seeText(page, english.problems.offline.title);
    isLost = false;
    await pressOn(page, english.addUser.finishAdding);
    await seeText(page, english.addUser.added('Anna Jansen'));
    const keys = sent().map(({ headers }) => headers['idempotency-key']);
    expect(keys.length).toBeGreaterThan(1);
    expect(new Set(keys).size).toBe(1);
    await page.browserContext().close();
  });

  test('a template fills the form, and what was made becomes one', async () => {
    const page = await open('en');
    await tabTo(page, /Template/);
    for (const key of ['Space', 'ArrowDown', 'Enter'] as const) await page.keyboard.press(key);
    await typeInto(page, english.addUser.displayName, 'Anna Jansen');
    await typeInto(page, english.addUser.userName, 'anna.jansen');
    await seeText(page, english.addUser.nameFree);
    for (const step of [english.addUser.assignLicencesHint, english.addUser.optionalSettingsHint]) {
      await pressOn(page, 'Next');
      await seeText(page, step);
    }
    await pressOn(page, 'Next');
    await seeText(page, 'Engineering');
    await pressOn(page, english.addUser.finishAdding);
    await seeText(page, english.addUser.added('Anna Jansen'));
    expect(sent()[0]?.body).toMatchObject({
      roles: ['Reports Reader'],
      city: 'Amsterdam',
      credentialDelivery: { show: true },
    });
    await pressOn(page, english.addUser.saveTemplate);
    await seeText(page, english.addUser.templateName);
    await typeInto(page, english.addUser.templateName, 'Another one');
    await page.keyboard.press('Enter');
    await seeText(page, english.addUser.templateSaved('Another one'));
    const saved = console.asked.find(({ method, path }) => method === 'POST' && path === 'userTemplates')?.body;
    expect(saved).toMatchObject({ displayName: 'Another one', domain: 'contoso.com', roles: ['Reports Reader'] });
    expect(JSON.stringify(saved)).not.toContain('Anna');
    await page.browserContext().close();
  });
});
