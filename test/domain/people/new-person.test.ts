/** How a checked draft becomes a person, with the clocks that begin then. */
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, ems, person } from '../../fakes/people.ts';

test('a plain person: credentials owed, enabled, no mailbox, no password yet', () => {
  expect(person('ada')).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    userPrincipalName: 'ada@contoso.com',
    displayName: 'ada',
    mailNickname: 'ada',
    accountEnabled: true,
    businessPhones: [],
    otherMails: [],
    roles: [],
    assignedLicenses: [],
    waitingLicenses: [],
    pendingNotices: [],
    password: { source: 'generated', changedDateTime: monday, mustChange: true },
    credentialMail: { state: 'owed', to: [], attempt: 0, retries: 0, retryAt: addSeconds(monday, 900) },
    createdDateTime: monday,
    createdBy: 'admin',
    version: 1,
  });
});

test('licences with a seat are held, those without are waited for, and the mailbox follows', () => {
  const both = { skuIds: [e3.skuId, ems.skuId] };
  expect(person('ada', both)).toMatchObject({
    assignedLicenses: [{ skuId: e3.skuId }, { skuId: ems.skuId }],
    mailbox: { state: 'active' },
  });
  const waiting = person('ada', both, { short: [e3.skuId] });
  expect(waiting).toMatchObject({
    assignedLicenses: [{ skuId: ems.skuId }],
    mailbox: { state: 'grace', graceSince: monday },
  });
  expect(waiting.waitingLicenses).toMatchObject([{ skuId: e3.skuId, since: monday }]);
});

test('rows wait from the time of their file, in its order, whenever their chunk is done', () => {
  const since = addDays(monday, -1);
  const waiting = (rowNumber: number) =>
    person(`p${rowNumber}`, { skuIds: [e3.skuId] }, { short: [e3.skuId], row: { importId: 'i', rowNumber, since } });
  const [ninth, tenth] = [waiting(9), waiting(10)];
  expect(ninth).toMatchObject({ importId: 'i', rowNumber: 9, waitingLicenses: [{ since }] });
  expect((ninth.waitingLicenses[0]?.place ?? '') < (tenth.waitingLicenses[0]?.place ?? '')).toBe(true);
  expect(ninth.mailbox).toEqual({ state: 'grace', graceSince: monday });
});

test('a migrated mailbox without a licence is in grace from the start, and active with one', () => {
  expect(person('ada', { migratedMailbox: true }).mailbox).toEqual({ state: 'grace', graceSince: monday });
  expect(person('ada', { migratedMailbox: true, skuIds: [e3.skuId] }).mailbox).toEqual({ state: 'active' });
});

test('a shown password is temporary from now on, and no mail is owed', () => {
  const ada = person('ada', { showCredentials: true }, { passwordHash: 'hash' });
  expect(ada.credentialMail).toEqual({ state: 'sent', to: [], attempt: 0, retries: 0, sentDateTime: monday });
  expect(ada.password).toMatchObject({ hash: 'hash', temporaryUntil: addDays(monday, 7) });
  const kept = person('ada', { showCredentials: true, mustChangePassword: false });
  expect(kept.password).not.toHaveProperty('temporaryUntil');
});

test('a mailed one is not temporary before it is mailed', () => {
  expect(person('ada').password).not.toHaveProperty('temporaryUntil');
});

test('nothing that was secret or only asked for stays in the person', () => {
  const secret = 'Kite-7-river';
  const ada = person(
    'ada',
    { password: secret, sendCredentialsTo: ['x@example.net'], migratedMailbox: true },
    { passwordHash: 'h' },
  );
  expect(JSON.stringify(ada)).not.toContain(secret);
  expect(ada.password).toEqual({ source: 'chosen', hash: 'h', changedDateTime: monday, mustChange: true });
  for (const asked of ['skuIds', 'sendCredentialsTo', 'showCredentials', 'migratedMailbox', 'mustChangePassword']) {
    expect(ada).not.toHaveProperty(asked);
  }
  expect(ada.credentialMail.to).toEqual(['x@example.net']);
});
