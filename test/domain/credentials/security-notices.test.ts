/** What people are told because it may have been somebody else's doing, and at which addresses. */
import { withSecurityNotices } from '../../../shared/domain/credentials/security-notices.ts';
import { withNewPassword } from '../../../shared/domain/passwords/password-change.ts';
import { withUpdate } from '../../../shared/domain/people/person-update.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addSeconds } from '../../../shared/domain/time.ts';
import { monday as now } from '../../fakes/clock.ts';
import { e3, person } from '../../fakes/people.ts';

const old = 'ada@example.net';
const sent = (one: Person): Person => ({
  ...one,
  password: { ...one.password, hash: 'old', source: 'chosen' },
  credentialMail: { ...one.credentialMail, state: 'sent', sentDateTime: now },
});
const ada = sent(person('ada', { otherMails: [old] }));
const nowhere = sent(person('bob'));

const told = ({ pendingNotices }: Person) =>
  pendingNotices.map((notice) => [notice.kind, 'to' in notice ? notice.to.join() : '?']);
const at = addSeconds(now, 60);
const afterReset = (before: Person, wish: Parameters<typeof withNewPassword>[1]) =>
  told(withSecurityNotices(before, withNewPassword(before, wish), { by: 'administrator', now: at, policy }));
const moment = { now: at, policy };

test('a reset that its own mail does not tell of is told at the address of before it (weakness 8)', () => {
  expect(afterReset(ada, { kind: 'shown', hash: 'new', ...moment })).toEqual([['passwordReset', old]]);
  expect(afterReset(ada, { kind: 'minted', sendTo: ['a@evil.example'], ...moment })).toEqual([['passwordReset', old]]);
  const chosen = { kind: 'chosen', hash: 'new', mustChange: true } as const;
  expect(afterReset(ada, { ...chosen, ...moment })).toEqual([['passwordReset', old]]);
  expect(afterReset(ada, { ...chosen, sendTo: ['a@evil.example'], ...moment })).toEqual([['passwordReset', old]]);
});

test('a mail with the new password to one of their own addresses tells them', () => {
  expect(afterReset(ada, { kind: 'minted', ...moment })).toEqual([]);
  expect(afterReset(ada, { kind: 'minted', sendTo: ['ADA@example.net', 'a@evil.example'], ...moment })).toEqual([]);
  expect(afterReset(nowhere, { kind: 'minted', ...moment })).toEqual([]);
});

test('whoever has no address: administrators hear of what they did, and not of what people did themselves', () => {
  expect(afterReset(nowhere, { kind: 'shown', hash: 'new', ...moment })).toEqual([['passwordReset', '']]);
  const changed = (before: Person) =>
    withSecurityNotices(before, withNewPassword(before, { kind: 'own', hash: 'new', ...moment }), {
      by: 'themselves',
      ...moment,
    });
  expect(told(changed(nowhere))).toEqual([]);
  expect(told(changed(ada))).toEqual([['passwordChanged', old]]);
});

test('a working mailbox is told as well as the alternate address', () => {
  const mailbox = sent(person('ada', { otherMails: [old], skuIds: [e3.skuId] }));
  const after = { ...mailbox, roles: ['User Administrator'] };
  expect(told(withSecurityNotices(mailbox, after, { by: 'administrator', ...moment }))).toEqual([
    ['roleGiven', `ada@contoso.com,${old}`],
  ]);
});

test('roles that are kept or taken are not told, each that is given is, and none stands for another', () => {
  const before = { ...ada, roles: ['Reports Reader', 'Helpdesk Administrator'] };
  const after = { ...before, roles: ['Reports Reader', 'User Administrator', 'License Administrator'] };
  const { pendingNotices } = withSecurityNotices(before, after, { by: 'administrator', ...moment });
  expect(pendingNotices).toMatchObject([
    { kind: 'roleGiven', role: 'User Administrator', givenAt: at, to: [old] },
    { kind: 'roleGiven', role: 'License Administrator' },
  ]);
  expect(new Set(pendingNotices.map(({ id }) => id)).size).toBe(2);
});

test('addresses that change in the same request are told where they were (weakness 8)', () => {
  const update = { otherMails: ['a@evil.example'], userPrincipalName: 'eve@contoso.com', password: 'any' };
  const after = withUpdate(ada, update, { ...moment, passwordHash: 'new' }) as Person;
  expect(told(after)).toEqual([
    ['userNameChanged', '?'],
    ['passwordReset', old],
    ['alternateAddressChanged', old],
  ]);
  expect(told(withUpdate(ada, { otherMails: [] }, moment) as Person)).toEqual([['alternateAddressChanged', old]]);
});

test('an address that is given, written otherwise or added behind the first changes nothing of where mails go', () => {
  expect(told(withUpdate(nowhere, { otherMails: ['a@example.net'] }, moment) as Person)).toEqual([]);
  expect(told(withUpdate(ada, { otherMails: ['Ada@Example.net', 'b@example.net'] }, moment) as Person)).toEqual([]);
  expect(told(withUpdate(ada, { city: 'Paris' }, moment) as Person)).toEqual([]);
});

test('what waits already and says the same makes way, so that nobody fills a person with notices', () => {
  const often = Array.from({ length: 50 }).reduce<Person>((one, _, index) => {
    const at = { now: addSeconds(now, index), policy };
    return withSecurityNotices(one, withNewPassword(one, { kind: 'shown', hash: `${index}`, ...at }), {
      by: 'administrator',
      ...at,
    });
  }, ada);
  expect(often.pendingNotices).toMatchObject([{ kind: 'passwordReset', resetAt: addSeconds(now, 49) }]);
});
