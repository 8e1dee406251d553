/** Who gets which credentials, and what is then known of it. */
import { addDays } from '../../../shared/domain/time.ts';
import { hashGeneratedPassword } from '../../../shared/work/passwords/password-hash.ts';
import { passwordsIn } from '../../fakes/mailer.ts';
import { person } from '../../fakes/people.ts';
import { setup } from './credentials-setup.ts';

test('a person is mailed a password that is minted for this very mail and opens the account', async () => {
  const { deliver, now, opens, post, clock } = await setup();
  expect(now().password.hash).toBeUndefined();
  await deliver();
  expect(post.sent).toHaveLength(1);
  expect(post.sent[0]).toMatchObject({ to: ['ada@example.net'] });
  expect(await opens()).toBe(true);
  expect(now().credentialMail).toMatchObject({ state: 'sent', attempt: 1, sentDateTime: clock.now() });
  expect(now().credentialMail).not.toHaveProperty('leaseUntil');
  expect(now().password).toMatchObject({ mustChange: true, temporaryUntil: addDays(clock.now(), 7) });
});

test('the first mail does not speak of earlier ones', async () => {
  const { deliver, post } = await setup();
  await deliver();
  const first = post.sent[0]?.text;
  const other = await setup();
  const mail = other.now().credentialMail;
  other.memory.people.set(other.now().id, { ...other.now(), credentialMail: { ...mail, attempt: 1 } });
  await other.deliver();
  expect(other.post.sent[0]?.text.length).toBeGreaterThan(first?.length ?? 0);
});

test('a mail that was sent is not sent again', async () => {
  const { deliver, now, post } = await setup();
  await deliver();
  const before = now();
  await deliver();
  expect(post.sent).toHaveLength(1);
  expect(now()).toEqual(before);
});

test('the request’s addresses come first, then the alternate one, then the administrator', async () => {
  const { deliver, post } = await setup(
    person('ada', { sendCredentialsTo: ['one@example.net', 'two@example.net'], otherMails: ['ada@example.net'] }),
    person('bob', { otherMails: ['bob@example.net', 'second@example.net'] }),
    person('carl'),
    person('dora'),
  );
  await deliver();
  const to = post.sent.map((mail) => [mail.to.join(), passwordsIn(mail).length]).toSorted();
  expect(to).toEqual([
    ['admin@contoso.com', 2],
    ['bob@example.net', 1],
    ['one@example.net,two@example.net', 1],
  ]);
});

test('fifty people of the administrator are one mail', async () => {
  const names = Array.from({ length: 50 }, (_, n) => `p${n}`);
  const { deliver, post, opens, now } = await setup(...names.map((name) => person(name)));
  await deliver();
  expect(post.sent).toHaveLength(1);
  expect(new Set(post.sent.flatMap(passwordsIn)).size).toBe(50);
  expect(await Promise.all(names.map((name) => opens(name)))).toEqual(names.map(() => true));
  expect(names.every((name) => now(name).credentialMail.state === 'sent')).toBe(true);
});

test('technical contacts hear of things, but get nobody’s password', async () => {
  const { deliver, post, ports } = await setup(person('ada'));
  await deliver({ organisation: { ...ports.organisation, technicalMails: ['it@contoso.com'] } });
  expect(post.sent.map(({ to }) => to)).toEqual([['admin@contoso.com']]);
});

test('a person is written to in the own language', async () => {
  const { deliver, post } = await setup(
    person('ada', { otherMails: ['ada@example.net'], preferredLanguage: 'nl-BE' }),
    person('bob', { otherMails: ['bob@example.net'] }),
  );
  await deliver();
  const subjects = post.sent.map(({ subject }) => subject);
  expect(subjects[0]).not.toBe(subjects[1]);
});

test('a chosen password is never mailed, nor replaced', async () => {
  const chosen = { ...person('ada', { otherMails: ['ada@example.net'] }) };
  const hash = hashGeneratedPassword('whatever was chosen');
  const { deliver, now, post } = await setup({ ...chosen, password: { ...chosen.password, source: 'chosen', hash } });
  await deliver();
  expect(post.sent.flatMap(passwordsIn)).toEqual([]);
  expect(now().password.hash).toBe(hash);
  expect(now().credentialMail.state).toBe('sent');
});

test('a password that is minted late lives its full time from then on', async () => {
  const { deliver, now, clock } = await setup();
  clock.pass({ days: 80 });
  await deliver();
  expect(now().password.changedDateTime).toBe(clock.now());
});

test('people who are no longer there hold nobody up', async () => {
  const { deliver, now, ports, userIds } = await setup();
  userIds.unshift('11111111-1111-8111-8111-111111111111');
  await deliver(ports);
  expect(now().credentialMail.state).toBe('sent');
});
