/** Who gets a new person's credentials, and what never gets out. */
import { type Mail, passwordIn, passwordsIn, wentTo } from '../driver/mailbox.ts';
import type { Muster } from '../driver/muster.ts';
import { administrator, someone, unique } from '../driver/names.ts';
import { sharedMuster } from '../driver/shared-muster.ts';
import { waitFor } from '../driver/wait-for.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const whenSent = (id: string) =>
  waitFor(
    'the credentials to be sent',
    () => muster.api.user(id),
    ({ credentialMail }) => credentialMail.state === 'sent',
  );

test('the addresses of the request get it, before any other', async () => {
  const person = someone('Carl');
  const to = [`one.${unique()}@example.net`, `two.${unique()}@example.net`];
  const { id } = await muster.api.addUser({ ...person, credentialDelivery: { to } });
  const mail = await muster.mailbox.mail({ to: to[0] ?? '' });
  expect(wentTo(mail, to)).toBe(true);
  expect(mail.text.includes(person.userPrincipalName)).toBe(true);
  await whenSent(id);
  expect(await muster.mailbox.find({ to: person.otherMails[0] })).toEqual([]);
});

test('whoever has no address: the administrator gets it, to be passed on', async () => {
  const { displayName, userPrincipalName } = someone('Dora');
  await muster.api.addUser({ displayName, userPrincipalName });
  const mail = await muster.mailbox.mail({ to: administrator, about: userPrincipalName });
  expect(mail.to).toEqual([administrator]);
  expect(mail.subject).toBe('User name and password of Dora Tester');
  expect(passwordsIn(mail.text)).toHaveLength(1);
});

test('shown: a generated password is in this answer, and in nothing after it', async () => {
  const person = someone('Elsa');
  const key = { headers: { 'idempotency-key': unique() } };
  const body = { ...person, credentialDelivery: { show: true } };
  const made = await muster.api.addUser(body, key);
  const { password = '' } = made.passwordProfile;
  expect(passwordsIn(password)).toEqual([password]);
  expect(made.credentialMail.state).toBe('sent');

  const again = await muster.api.ask('POST', '/v1.0/users', body, key);
  expect(again.status).toBe(201);
  expect(again.text.includes(password)).toBe(false);
  expect((await muster.api.ask('GET', `/v1.0/users/${made.id}`)).text.includes(password)).toBe(false);
  await afterAnotherMail();
  expect(await muster.mailbox.find({ to: person.otherMails[0] })).toEqual([]);
  expect((await speakingOf(person.userPrincipalName)).length).toBe(0);
});

test('an own strong password is neither mailed nor returned; the mail says who has it', async () => {
  const person = someone('Finn');
  const password = `Zx9-${unique()}-Quokka!`;
  const answer = await muster.api.ask('POST', '/v1.0/users', {
    ...person,
    passwordProfile: { password, forceChangePasswordNextSignIn: false },
  });
  expect(answer.status).toBe(201);
  expect(answer.text.includes(password)).toBe(false);
  expect(answer.body).toMatchObject({ passwordProfile: { forceChangePasswordNextSignIn: false } });

  const mail = await muster.mailbox.mail({ to: person.otherMails[0] });
  expect(mail.subject).toBe('Your user name for Contoso');
  expect(mail.text.includes('the one that your administrator chose')).toBe(true);
  expect(passwordsIn(mail.text)).toEqual([]);
  expect((await muster.mailbox.all()).some(holds(password))).toBe(false);
});

test('a password that need not be changed is no temporary one', async () => {
  const person = someone('Gita');
  await muster.api.addUser({ ...person, passwordProfile: { forceChangePasswordNextSignIn: false } });
  const mail = await muster.mailbox.mail({ to: person.otherMails[0] });
  passwordIn(mail);
  expect(mail.text.includes('\nPassword: ')).toBe(true);
  expect(mail.text.includes('The password works until')).toBe(false);
  expect(mail.text.includes('you must choose a new password')).toBe(false);
});

test('each person gets a password of their own', async () => {
  const people = ['Hugo', 'Ines', 'Jens'].map(someone);
  await Promise.all(people.map((person) => muster.api.addUser(person)));
  const mails = await Promise.all(people.map(({ otherMails }) => muster.mailbox.mail({ to: otherMails[0] })));
  expect(new Set(mails.map(passwordIn)).size).toBe(3);
});

const holds = (secret: string) => (mail: Mail) => JSON.stringify(mail).includes(secret);

const speakingOf = async (name: string) => (await muster.mailbox.all()).filter(holds(name));

/** Mails that were owed earlier have gone out by then. */
const afterAnotherMail = async () => {
  const another = someone('Kate');
  await muster.api.addUser(another);
  await muster.mailbox.mail({ to: another.otherMails[0] });
};
