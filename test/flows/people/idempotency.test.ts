/** A request that is repeated makes one person. */
import { gathered } from '../driver/api.ts';
import type { Muster } from '../driver/muster.ts';
import { someone, unique } from '../driver/names.ts';
import { apartFromMail, type User } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const withKey = (key: string) => ({ headers: { 'idempotency-key': key } });
const refusedWith = (code: string) => ({ status: 409, body: { error: { code } } });

test('the same key and body give the same person again, and one mail', async () => {
  const person = someone('Lara');
  const key = unique();
  const first = await muster.api.addUser(person, withKey(key));
  await muster.mailbox.mail({ to: person.otherMails[0] });
  const second = await muster.api.addUser(person, withKey(key));
  expect(apartFromMail(second)).toEqual(apartFromMail(first));

  const another = someone('Marc');
  await muster.api.addUser(another);
  await muster.mailbox.mail({ to: another.otherMails[0] });
  expect(await muster.mailbox.find({ to: person.otherMails[0] })).toHaveLength(1);
});

test('the same key and body at once: one person (case 9)', async () => {
  const person = someone('Nora');
  const key = withKey(unique());
  const made = await Promise.all(Array.from({ length: 5 }, () => muster.api.addUser(person, key)));
  expect(new Set(made.map(({ id }) => id)).size).toBe(1);
  const everybody = await gathered(muster.api.walk<User>('/v1.0/users?$top=999'));
  expect(everybody.filter(({ userPrincipalName }) => userPrincipalName === person.userPrincipalName)).toHaveLength(1);
});

test.each([
  ['name', { displayName: 'Somebody Else' }],
  ['user name', { userPrincipalName: `other.${unique()}@contoso.com` }],
  ['delivery', { credentialDelivery: { show: true } }],
  ['password', { passwordProfile: { password: `Ab3-${unique()}-Wombat` } }],
])('the same key with another %s is refused, and makes nobody', async (_, change) => {
  const person = someone('Otto');
  const key = withKey(unique());
  await muster.api.addUser(person, key);
  const other = { ...person, ...change };
  expect(await muster.api.ask('POST', '/v1.0/users', other, key)).toMatchObject(refusedWith('IdempotencyKeyReused'));
  if (other.userPrincipalName !== person.userPrincipalName) {
    expect((await muster.api.ask('GET', `/v1.0/users/${other.userPrincipalName}`)).status).toBe(404);
  }
});

test('the same key with another chosen password is refused', async () => {
  const person = someone('Paul');
  const key = withKey(unique());
  const chosen = (word: string) => ({ ...person, passwordProfile: { password: `Ab3-${unique()}-${word}` } });
  const first = chosen('Wombat');
  const { id } = await muster.api.addUser(first, key);
  expect((await muster.api.addUser(first, key)).id).toBe(id);
  const second = chosen('Numbat');
  expect(await muster.api.ask('POST', '/v1.0/users', second, key)).toMatchObject(refusedWith('IdempotencyKeyReused'));
});

test('without a key a repeated request finds the user name taken, in any case (case 9)', async () => {
  const person = someone('Quin');
  await muster.api.addUser(person);
  for (const userPrincipalName of [person.userPrincipalName, person.userPrincipalName.toUpperCase()]) {
    const answer = await muster.api.ask('POST', '/v1.0/users', { ...person, userPrincipalName });
    expect(answer).toMatchObject(refusedWith('UserNameTaken'));
    expect(answer.body).toMatchObject({ error: { target: 'userPrincipalName' } });
  }
});

test('of several who want one name at once, one gets it', async () => {
  const person = someone('Rosa');
  const answers = await Promise.all(
    Array.from({ length: 5 }, (_, index) =>
      muster.api.ask('POST', '/v1.0/users', { ...person, displayName: `Rosa ${index}` }),
    ),
  );
  expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409, 409]);
});

test('a key that is none is refused', async () => {
  const answer = await muster.api.ask('POST', '/v1.0/users', someone('Sven'), withKey('x'.repeat(256)));
  expect(answer).toMatchObject({ status: 400, body: { error: { code: 'ValueInvalid', target: 'Idempotency-Key' } } });
});
