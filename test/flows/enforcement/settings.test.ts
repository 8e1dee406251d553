/** Settings that change while the system runs: domains and the organisation. What moves people's time has its own engine. */
import { controlOf, type Muster } from '../driver/muster.ts';
import { administrator, newLicence, someone } from '../driver/names.ts';
import { ownEngine } from '../driver/own-engine.ts';
import type { User } from '../driver/resources.ts';
import { sharedMuster, testLocally } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';
import { isLocal } from '../driver/which-engine.ts';

let shared: Muster;
const engine = ownEngine();
let own: Muster;
beforeAll(async () => {
  shared = await sharedMuster();
  if (isLocal) own = await engine.start();
}, 120_000);
afterAll(async () => {
  shared.close();
  await engine.end();
});

const never = 2_147_483_647;
const organization = async ({ api }: Muster) => {
  const { body } = await api.ask('GET', '/v1.0/organization');
  return (body as { value: { id: string; displayName: string }[] }).value[0];
};

test('domains and the organisation are shown as Graph has them', async () => {
  const { body } = await shared.api.ask('GET', '/v1.0/domains');
  expect(body).toMatchObject({
    value: [
      { id: 'contoso.com', isDefault: true, isVerified: true, authenticationType: 'Managed' },
      { id: 'example.com', isDefault: false, passwordValidityPeriodInDays: 90, passwordNotificationWindowInDays: 14 },
    ],
  });
  expect(await organization(shared)).toMatchObject({ id: 'organization', displayName: 'Contoso' });
});

test.each([
  ['/v1.0/domains/example.com', { passwordValidityPeriodInDays: 13 }, 400],
  ['/v1.0/domains/example.com', { passwordNotificationWindowInDays: 31, isDefault: true }, 400],
  ['/v1.0/domains/other.com', { passwordValidityPeriodInDays: 30 }, 404],
  ['/v1.0/domains/__proto__', { passwordValidityPeriodInDays: 30 }, 404],
  ['/v1.0/organization/organization', { technicalNotificationMails: ['nobody'] }, 400],
  ['/v1.0/organization/another', { displayName: 'Another' }, 404],
  ['/v1.0/domains/example.com', {}, 204],
])('PATCH %s with %j is answered with %i', async (path, body, status) => {
  expect((await shared.api.ask('PATCH', path, body)).status).toBe(status);
});

/** A person whose credentials have arrived and whose password is not temporary. */
const settled = async (domain = 'contoso.com') => {
  const person = someone('Tim');
  const userPrincipalName = person.userPrincipalName.replace('contoso.com', domain);
  const made = await own.api.addUser({
    ...person,
    userPrincipalName,
    passwordProfile: { forceChangePasswordNextSignIn: false },
  });
  await own.mailbox.mail({ to: person.otherMails[0] });
  await waitFor(
    'the credentials to be sent',
    () => own.api.user(made.id),
    ({ credentialMail }) => credentialMail.state === 'sent',
  );
  return { made, address: person.otherMails[0] };
};

/** Sweeps until the person is as expected: a walk may still be on its way to the person. */
const sweptUntil = (what: string, { id }: User, fits: (user: User) => boolean) =>
  waitFor(
    what,
    async () => {
      await controlOf(own).runSchedule();
      return own.api.user(id);
    },
    fits,
    { every: 1 },
  );

testLocally('a shorter period reaches those who are in it already, at that domain alone', async () => {
  const { made, address } = await settled();
  const { made: other } = await settled('example.com');
  await controlOf(own).quiet();
  await controlOf(own).daysAfter(made.lastPasswordChangeDateTime, 20);
  await controlOf(own).quiet();
  expect(await own.api.user(made.id)).toMatchObject({ passwordState: 'valid' });

  await own.api.patchDomain('contoso.com', { passwordValidityPeriodInDays: 14 });
  await sweptUntil('the password to expire', made, ({ passwordState }) => passwordState === 'expired');
  await own.mailbox.mail({ to: address, about: 'Your password for Contoso has expired' });
  expect(await own.api.user(other.id)).toMatchObject({ passwordState: 'valid' });
  expect((await own.mailbox.find({ to: address })).length).toBe(2);

  const [entry] = await own.api.audits("targetResources/any(t:t/id eq 'contoso.com')");
  expect(entry).toMatchObject({
    activityDisplayName: 'Update domain',
    targetResources: [
      {
        type: 'Domain',
        modifiedProperties: expect.arrayContaining([
          { displayName: 'passwordValidityPeriodInDays', oldValue: '90', newValue: '14' },
        ]),
      },
    ],
  });
  await own.api.patchDomain('contoso.com', { passwordValidityPeriodInDays: null });
  expect(await own.api.domain('contoso.com')).toMatchObject({ passwordValidityPeriodInDays: 90 });
});

testLocally('a wider window warns those who are in it, of the days that are left', async () => {
  const { made, address } = await settled('example.com');
  await controlOf(own).daysAfter(made.lastPasswordChangeDateTime, 65);
  await own.api.patchDomain('example.com', { passwordNotificationWindowInDays: 30 });
  await waitFor(
    'the warning',
    async () => {
      await controlOf(own).runSchedule();
      return own.mailbox.find({ to: address, about: 'Your password for Contoso expires in 25 days' });
    },
    (mails) => mails.length === 1,
    { every: 1, show: (mails) => mails.length },
  );
  await own.api.patchDomain('example.com', { passwordNotificationWindowInDays: null });
});

testLocally('where passwords live for ever, nobody is warned and nobody expires', async () => {
  await own.api.patchDomain('example.com', { passwordValidityPeriodInDays: never });
  const { made, address } = await settled('example.com');
  expect(made.passwordExpiresDateTime).toBeNull();
  await controlOf(own).daysAfter(made.lastPasswordChangeDateTime, 500);
  const later = await settled('example.com');
  expect(later.made.passwordExpiresDateTime).toBeNull();
  expect(await own.mailbox.find({ to: address })).toHaveLength(1);
  expect(await own.api.user(made.id)).toMatchObject({ passwordState: 'valid' });
});

testLocally('what is set of the organisation holds for the next person and the next mail', async () => {
  const patched = await own.api.ask('PATCH', '/v1.0/organization/organization', {
    displayName: 'Contoso Nederland',
    preferredLanguage: 'nl',
    technicalNotificationMails: ['it@contoso.com'],
    countryLetterCode: 'BE',
  });
  expect([patched.status, patched.text]).toEqual([204, '']);
  expect(await organization(own)).toMatchObject({ displayName: 'Contoso Nederland', countryLetterCode: 'BE' });
  const plan = await newLicence(own, 1);
  const person = someone('Jan');
  const licences = { assignedLicenses: [{ skuId: plan.skuId }] };
  const made = await own.api.addUser({ ...person, ...licences, otherMails: [] });
  expect(made).toMatchObject({ usageLocation: 'BE' });
  // The local mailbox keeps a mail's first address alone.
  const mail = await own.mailbox.mail({ to: administrator, about: person.userPrincipalName });
  expect(mail.subject).toBe('Gebruikersnaam en wachtwoord van Jan Tester');
  expect(mail.text).toContain('Contoso Nederland');
});
