/** The audit and the sign-ins are read, narrowed and saved; settings are changed. */

import { dutch } from '../../clients/console/texts/dutch/dutch.ts';
import { english } from '../../clients/console/texts/english/english.ts';
import { german } from '../../clients/console/texts/german/german.ts';
import { never } from '../../shared/domain/settings/shown-settings.ts';
import { type Chromium, describeInChromium } from '../pages/chromium.ts';
import { seeText, words } from './acting.ts';
import { beginInConsole } from './in-console.ts';
import { pressOn, tabTo } from './keyboard.ts';
import { openPage } from './looks.ts';
import { playedRoutes } from './pages.ts';
import { idOfPerson } from './played/people.ts';
import { type PlayedConsole, refusal } from './played-console.ts';

const { audit, signIns, settings, problems } = english;

type SignIn = { status: { errorCode: number } };

describeInChromium('records and settings', () => {
  let chromium: Chromium;
  let console: PlayedConsole;
  beginInConsole((both) => {
    ({ chromium, console } = both);
  });

  const open = (path: string, language = 'en') => openPage(chromium, console, { path }, { language });
  const filters = (log: string) =>
    console.asked.filter(({ path }) => path === `auditLogs/${log}`).map(({ query }) => query.get('$filter') ?? '');

  test('the audit tells what was done, before and after, in the reader’s words', async () => {
    const page = await open('/audit', 'de');
    await seeText(page, german.audit.activities['Add member to role']);
    const told = await words(page);
    expect(told).toContain('Abteilung: Finance → Engineering');
    expect(told).toContain(german.audit.setTo(german.audit.properties.assignedLicenses, 'Microsoft 365 E3'));
    expect(told).toContain(german.audit.system);
    expect(told).toContain(`90 → ${german.audit.never}`);
    expect(told).not.toContain('Add member to role');
    await page.browserContext().close();
  });

  test('words of the API are told in the reader’s, with the code of a refusal beside them, and so they are saved', async () => {
    const page = await open('/audit', 'nl');
    await seeText(page, dutch.audit.activities['End import']);
    const told = await words(page);
    const { details, properties, reason } = dutch.audit;
    const why = `${details.code}: ${reason('Kopteksten waren onbekend', 'HeadingsUnknown')}`;
    for (const line of [
      `${details.kind}: Import`,
      `${details.status}: ${dutch.imports.states.failed}`,
      why,
      `${details.rows}: 1.200`,
      `${properties.synchronizationPreventionType}: Ja → Nee`,
      `${properties.blockSoftMatchEnabled}: Nee → Ja`,
      `${properties.passwordPolicies}: Wachtwoorden verlopen nooit`,
      `${properties.passwordProfile}: ${properties.generated}: Ja`,
      `${properties.credentialDelivery}: ${properties.to}: it@contoso.com`,
    ]) {
      expect(told).toContain(line);
    }
    expect(told).not.toMatch(/\b(failed|enabledForCount|DisablePasswordExpiration)\b/);
    await page.evaluate(`URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:'; };
      HTMLAnchorElement.prototype.click = function () {};`);
    await pressOn(page, dutch.audit.export);
    await page.waitForFunction('window.saved !== undefined');
    expect(await page.evaluate('window.saved')).toContain(why);
    await page.browserContext().close();
  });

  test('the audit is narrowed to a person and to what was done', async () => {
    const page = await open('/audit');
    await tabTo(page, audit.aboutPerson);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=option]');
    await page.keyboard.type('Grace');
    await page.waitForFunction(`document.querySelectorAll('[role=option]').length === 1`);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForNetworkIdle({ idleTime: 300 });
    expect(filters('directoryAudits').at(-1)).toContain(`targetResources/any(t:t/id eq '${idOfPerson(1)}')`);
    await tabTo(page, audit.activity);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=option]');
    await page.keyboard.type(audit.activities['Reset user password']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForNetworkIdle({ idleTime: 300 });
    expect(filters('directoryAudits').at(-1)).toContain(`activityDisplayName eq 'Reset user password'`);
    expect(await words(page)).not.toContain(audit.activities['Delete user']);
    await page.browserContext().close();
  });

  test('the export reads every page of the answer', async () => {
    const page = await open('/audit');
    const answer = console.place.routes['GET auditLogs/directoryAudits'];
    console.place.routes['GET auditLogs/directoryAudits'] = async (asked) => {
      const { body } = ((await answer?.(asked)) ?? { body: { value: [] } }) as { body: { value: unknown[] } };
      const at = Number(asked.query.get('$skiptoken') ?? 0);
      const link = `${console.url}/v1.0/auditLogs/directoryAudits?$skiptoken=${at + 20}`;
      const hasMore = at + 20 < body.value.length;
      return { body: { value: body.value.slice(at, at + 20), ...(hasMore && { '@odata.nextLink': link }) } };
    };
    await page.evaluate(`URL.createObjectURL = (blob) => { blob.text().then((text) => { window.saved = text; }); return 'blob:'; };
      HTMLAnchorElement.prototype.click = function () {};`);
    await pressOn(page, audit.export);
    await page.waitForFunction('window.saved !== undefined');
    const saved = (await page.evaluate('window.saved')) as string;
    expect(saved).toContain(audit.activities['Cancel import']);
    expect(saved).toContain(',Finance,Engineering,');
    await page.browserContext().close();
  });

  test('failed sign-ins are found behind pages without any', async () => {
    const answer = console.place.routes['GET auditLogs/signIns'];
    console.place.routes['GET auditLogs/signIns'] = async (asked) => {
      const { body } = ((await answer?.(asked)) ?? { body: { value: [] } }) as { body: { value: SignIn[] } };
      const isFirst = !asked.query.has('$skiptoken');
      const link = `${console.url}/v1.0/auditLogs/signIns?$skiptoken=1`;
      const value = body.value.filter(({ status }) => (status.errorCode === 0) === isFirst);
      return { body: { value, ...(isFirst && { '@odata.nextLink': link }) } };
    };
    const page = await open('/sign-ins');
    await tabTo(page, signIns.result);
    await page.keyboard.press('Enter');
    await page.waitForSelector('[role=option]');
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await seeText(page, signIns.reasons.AccountBlocked);
    const told = await words(page);
    expect(told).toContain(signIns.reasons.PasswordLapsed);
    expect(told).toContain(signIns.counted(37));
    expect(told).not.toContain(signIns.reasons.SignedIn);
    await page.browserContext().close();
  });

  test('of the organisation only what was changed is sent; faults and refusals stand at their fields', async () => {
    const page = await open('/settings');
    await pressOn(page, settings.edit);
    await tabTo(page, settings.technicalMails);
    await page.keyboard.type('nobody');
    await page.keyboard.press('Enter');
    await pressOn(page, settings.save);
    await seeText(page, settings.fields);
    expect(await page.evaluate('document.activeElement.name')).toBe('technicalNotificationMails');
    await page.evaluate('document.activeElement.select()');
    await page.keyboard.type('it@contoso.com');
    console.place.routes['PATCH organization/*'] = () =>
      refusal(400, 'ValueInvalid', 'The address is not to be used.', 'technicalNotificationMails.0');
    await pressOn(page, settings.save);
    await seeText(page, 'The address is not to be used.');
    Object.assign(console.place.routes, playedRoutes());
    await pressOn(page, settings.save);
    await seeText(page, settings.saved);
    const bodies = console.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(bodies.at(-1)).toEqual({ technicalNotificationMails: ['it@contoso.com'] });
    await page.browserContext().close();
  });

  test('passwords of a domain: a window that is too wide is refused here, never is never', async () => {
    const page = await open('/settings');
    await pressOn(page, settings.changeOf('contoso.de'));
    await page.waitForSelector('[role=dialog]');
    await page.evaluate(`document.querySelector('input[name=passwordValidityPeriodInDays]').focus()`);
    await page.evaluate(`document.activeElement.select()`);
    await page.keyboard.type('20');
    await seeText(page, settings.shorter);
    await page.evaluate(`document.querySelector('input[name=passwordNotificationWindowInDays]').select()`);
    await page.keyboard.type('30');
    await pressOn(page, settings.save);
    await seeText(page, settings.warnWide);
    await page.evaluate(`document.querySelector('[role=dialog] input[type=radio]').click()`);
    await pressOn(page, settings.save);
    await seeText(page, settings.saved);
    const bodies = console.asked.filter(({ method }) => method === 'PATCH').map(({ body }) => body);
    expect(bodies).toEqual([{ passwordValidityPeriodInDays: never }]);
    await page.browserContext().close();
  });

  test('what another administrator has set meanwhile is told; saved once more, it goes over that, knowingly', async () => {
    const played = await console.place.routes['GET organization']?.({} as never);
    const { value } = (played?.body ?? { value: [{}] }) as { value: [Record<string, unknown>] };
    value[0]['@odata.etag'] = 'W/"one"';
    console.place.routes['PATCH organization/*'] = ({ headers }) =>
      headers['if-match'] === value[0]['@odata.etag'] ? {} : refusal(412, 'PreconditionFailed', 'Changed.', 'If-Match');
    const page = await open('/settings');
    await pressOn(page, settings.edit);
    await tabTo(page, settings.displayName);
    await page.keyboard.type('Mine');
    Object.assign(value[0], { '@odata.etag': 'W/"two"', countryLetterCode: 'BE' });
    await pressOn(page, settings.save);
    await seeText(page, english.problems.changed.title);
    await seeText(page, english.problems.isNow(settings.country, 'Belgium'));
    expect(await page.evaluate(`document.querySelector('input[name=displayName]').value`)).toBe('Mine');
    await pressOn(page, settings.save);
    await seeText(page, settings.saved);
    const sent = console.asked.filter(({ method }) => method === 'PATCH');
    expect(sent.map(({ headers, body }) => [headers['if-match'], body])).toEqual([
      ['W/"one"', { displayName: 'Mine' }],
      ['W/"two"', { displayName: 'Mine' }],
    ]);
    await page.browserContext().close();
  });

  test('a log that cannot be read says so, and is read when asked again', async () => {
    const answer = console.place.routes['GET auditLogs/signIns'];
    console.place.routes['GET auditLogs/signIns'] = () => ({ status: 403, body: {} });
    const page = await open('/sign-ins');
    await seeText(page, problems.forbidden.title);
    if (answer) console.place.routes['GET auditLogs/signIns'] = answer;
    await page.reload({ waitUntil: 'networkidle0' });
    await seeText(page, signIns.reasons.SignedIn);
    await page.browserContext().close();
  });
});
