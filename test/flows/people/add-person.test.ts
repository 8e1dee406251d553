/** One person by HTTP, with everything that the wizard knows, and the mail that brings the credentials. */
import { passwordIn } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { newLicence, someone, unique } from '../driver/names.ts';
import { apartFromMail, type User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const profile = {
  givenName: 'Ada',
  surname: 'Lovelace',
  jobTitle: 'Analyst',
  department: 'Research & Development',
  officeLocation: '3.04',
  businessPhones: ['+44 20 5550 0100', '+44 20 5550 0101'],
  mobilePhone: '+44 7700 900100',
  faxNumber: '+44 20 5550 0199',
  streetAddress: "12 St James's Square",
  city: 'London',
  state: 'Greater London',
  postalCode: 'SW1Y 4JH',
  country: 'United Kingdom',
  employeeId: `E-${unique().slice(0, 12)}`,
  preferredLanguage: 'en-GB',
  usageLocation: 'GB',
  roles: ['User Administrator', 'License Administrator'],
};

test('a person with every property: 201 with Location, and the same when read by id and by user name', async () => {
  const ada = someone('Ada');
  const plan = await newLicence(muster, 1);
  const asked = { ...ada, ...profile, mailNickname: 'ada.l', assignedLicenses: [{ skuId: plan.skuId }] };
  const answer = await muster.api.ask('POST', '/v1.0/users', asked);

  expect(answer.status).toBe(201);
  const made = answer.body as User;
  expect(made).toMatchObject({
    ...ada,
    ...profile,
    mailNickname: 'ada.l',
    accountEnabled: true,
    userType: 'Member',
    mail: ada.userPrincipalName,
    assignedLicenses: [{ skuId: plan.skuId, disabledPlans: [] }],
    waitingLicenses: [],
    mailbox: { state: 'active', graceEndsDateTime: null },
    passwordProfile: { forceChangePasswordNextSignIn: true },
    passwordState: 'valid',
  });
  expect(made).not.toHaveProperty('seatsToBuy');
  expect(made.passwordProfile).not.toHaveProperty('password');
  expect(answer.text).not.toMatch(/hash|scrypt|sha256|requestHash/i);
  expect(answer.headers.get('location')).toMatch(new RegExp(`/v1\\.0/users/${made.id}$`));
  expect(answer.headers.get('cache-control')).toBe('no-store');

  const mail = await muster.mailbox.mail({ to: ada.otherMails[0] });
  const sent = await waitFor(
    'the credentials to be marked as sent',
    () => muster.api.user(made.id),
    ({ credentialMail }) => credentialMail.state === 'sent',
  );
  expect(await muster.api.user(ada.userPrincipalName)).toEqual(sent);
  expect(await muster.api.user(ada.userPrincipalName.toUpperCase())).toEqual(sent);
  expect(apartFromMail(sent)).toEqual(apartFromMail(made));
  expect((await muster.api.ask('GET', new URL(answer.headers.get('location') ?? '').href)).body).toEqual(sent);
  expect(mail.to).toEqual(ada.otherMails);
});

test('the least that makes a person: the rest is derived or empty', async () => {
  const { displayName, userPrincipalName } = someone('Bob');
  const made = await muster.api.addUser({ displayName, userPrincipalName });
  expect(made).toMatchObject({
    mailNickname: userPrincipalName.split('@')[0],
    mail: null,
    mailbox: null,
    givenName: null,
    businessPhones: [],
    otherMails: [],
    assignedLicenses: [],
    roles: [],
    usageLocation: 'US',
    credentialMail: { state: 'owed', sentDateTime: null },
  });
  const ninetyDays = 90 * 86_400_000;
  expect(Date.parse(made.passwordExpiresDateTime ?? '')).toBe(Date.parse(made.createdDateTime) + ninetyDays);
});

test.each([
  ['en-GB', 'Your user name and password for Contoso', 'Temporary password', 'en'],
  ['nl-BE', 'Uw gebruikersnaam en wachtwoord voor Contoso', 'Tijdelijk wachtwoord', 'nl'],
  ['de', 'Ihr Benutzername und Ihr Kennwort für Contoso', 'Temporäres Kennwort', 'de'],
  ['zh-Hans-CN', '您的 Contoso 用户名和密码', '临时密码', 'zh-Hans'],
  ['fr', 'Your user name and password for Contoso', 'Temporary password', 'en'],
])('the credentials of a person who reads %s', async (preferredLanguage, subject, label, language) => {
  const person = someone('Zoe');
  await muster.api.addUser({ ...person, displayName: 'Zoë <Brûlé> & Co', preferredLanguage });
  const mail = await muster.mailbox.mail({ to: person.otherMails[0] });

  expect(mail.subject).toBe(subject);
  const password = passwordIn(mail);
  expect(mail.text.includes(label)).toBe(true);
  // The page of the API itself, unless the settings of a deployment name another one.
  const signInUrl = isLocal ? `${muster.outputs.ApiUrl}/signin` : 'https://signin.contoso.com';
  for (const part of [person.userPrincipalName, signInUrl, 'Zoë <Brûlé> & Co']) {
    expect(mail.text.includes(part)).toBe(true);
  }
  expect(mail.text.includes('https://intranet.contoso.com/quick-start')).toBe(true);
  expect(mail.html.includes(`<html lang="${language}">`)).toBe(true);
  expect(mail.html.includes(password)).toBe(true);
  expect(mail.html.includes('Zoë &lt;Brûlé&gt; &amp; Co')).toBe(true);
});

test('a name that tries to begin another header is refused (case 47)', async () => {
  const person = { ...someone('Eve'), displayName: 'Eve\r\nBcc: thief@example.net' };
  const { status, body } = await muster.api.ask('POST', '/v1.0/users', person);
  expect([status, JSON.stringify(body)]).toEqual([400, expect.stringContaining('U+000D')]);
  expect(await muster.mailbox.find({ to: 'thief@example.net' })).toEqual([]);
});
