/** What can be changed of a person, what follows from it, and what no rule allows. */

import { type PersonUpdate, updateRefusals, withUpdate } from '../../../shared/domain/people/person-update.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addDays } from '../../../shared/domain/time.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { monday } from '../../fakes/clock.ts';
import { contoso, e3, person } from '../../fakes/people.ts';
import { settled } from '../enforcement/aging.ts';

const now = addDays(monday, 3);
const ada = person('ada', { usageLocation: 'NL', jobTitle: 'Analyst', city: 'London', otherMails: ['a@example.net'] });
const updated = (update: PersonUpdate, before: Person = ada) => withUpdate(before, update, { now, policy });
const refused = (update: PersonUpdate, before: Person = ada) =>
  updateRefusals(update, before, { organisation: contoso, policy, isCommonPassword }).map(
    ({ code, target }) => `${code} ${target}`,
  );

test('what is given is changed, null empties, and what is absent stays', () => {
  const update = { city: 'Paris', jobTitle: null, surname: null, displayName: 'Ada L', otherMails: [] };
  const { jobTitle: _jobTitle, ...others } = ada;
  const { pendingNotices, ...after } = updated(update) as Person;
  expect({ ...after, pendingNotices: [] }).toEqual({ ...others, city: 'Paris', displayName: 'Ada L', otherMails: [] });
  expect(pendingNotices).toMatchObject([{ kind: 'alternateAddressChanged', to: ada.otherMails }]);
});

test('what changes nothing is nothing', () => {
  expect(updated({})).toBeUndefined();
  expect(updated({ city: 'London', surname: null, accountEnabled: true, businessPhones: [] })).toBeUndefined();
  expect(updated({ userPrincipalName: ada.userPrincipalName, mustChange: true })).toBeUndefined();
});

test('blocking ends the sessions, once; unblocking ends none', () => {
  const blocked = updated({ accountEnabled: false });
  expect(blocked).toMatchObject({ accountEnabled: false, sessions: { generation: 1, validFromDateTime: now } });
  expect(updated({ accountEnabled: false }, blocked)).toBeUndefined();
  expect(updated({ accountEnabled: true }, blocked)?.sessions).toEqual(blocked?.sessions);
});

test('another user name is told to the person; another way to write it is not', () => {
  const renamed = updated({ userPrincipalName: 'lovelace@contoso.com' });
  expect(renamed).toMatchObject({ userPrincipalName: 'lovelace@contoso.com', mailNickname: 'ada' });
  expect(renamed?.pendingNotices).toMatchObject([
    { kind: 'userNameChanged', formerUserPrincipalName: 'ada@contoso.com', tries: 0 },
  ]);
  expect(updated({ userPrincipalName: 'Ada@contoso.com' })).toEqual({ ...ada, userPrincipalName: 'Ada@contoso.com' });
});

test('a chosen password comes with its clock, to be changed unless it is said otherwise', () => {
  const moment = { now, policy, passwordHash: 'new' };
  expect(withUpdate(ada, { password: 'any' }, moment)?.password).toMatchObject({ hash: 'new', mustChange: true });
  const kept = withUpdate(ada, { password: 'any', mustChange: false, city: 'Paris' }, moment);
  expect(kept).toMatchObject({ city: 'Paris', password: { mustChange: false }, sessions: { generation: 1 } });
  expect(JSON.stringify(kept)).not.toContain('any');
});

test('the present password may be left as it is, and only be changed at the next sign-in', () => {
  expect(updated({ mustChange: false })?.password).toEqual({ ...ada.password, mustChange: false });
});

test.each<[string, PersonUpdate, string[]]>([
  ['no user name', { userPrincipalName: null }, ['UserNameMissing userPrincipalName']],
  ['an illegal one', { userPrincipalName: 'a b@contoso.com' }, ['UserNameIllegal userPrincipalName']],
  ['a foreign one', { userPrincipalName: 'ada@fabrikam.com' }, ['DomainNotVerified userPrincipalName']],
  ['no display name', { displayName: null }, ['DisplayNameMissing displayName']],
  ['one of blanks', { displayName: ' ' }, ['DisplayNameMissing displayName']],
  ['no nickname', { mailNickname: null }, ['ValueMissing mailNickname']],
  ['a nickname with spaces', { mailNickname: 'a b' }, ['ValueInvalid mailNickname']],
  ['too long a title', { jobTitle: 'x'.repeat(65) }, ['ValueTooLong jobTitle']],
  ['no country', { usageLocation: 'XX' }, ['CountryUnknown usageLocation']],
  ['no language', { preferredLanguage: 'Dutch!' }, ['LanguageUnknown preferredLanguage']],
  ['no address', { otherMails: ['ada@'] }, ['MailAddressInvalid otherMails']],
  ['a weak password', { password: 'Welcome1' }, ['PasswordBanned passwordProfile.password']],
  ['all of it', { displayName: '', mailNickname: 'é', country: 'x'.repeat(129), password: 'x', otherMails: ['x'] }, []],
])('%s is refused', (_what, update, expected) => {
  const found = refused(update);
  if (expected.length > 0) expect(found).toEqual(expected);
  else expect(found).toHaveLength(5);
});

test('a password is held against the names that the person then has', () => {
  const password = 'Lovelace-1815-x';
  expect(refused({ password })).toEqual([]);
  expect(refused({ password, displayName: 'Ada Lovelace' })).toEqual(['PasswordContainsName passwordProfile.password']);
});

test('a name that stays is not asked for its domain', () => {
  const moved = person('ada@former.example');
  expect(refused({ userPrincipalName: 'ada@former.example', city: 'Paris' }, moved)).toEqual([]);
  expect(refused({ userPrincipalName: 'bob@former.example' }, moved)).toHaveLength(1);
});

test('the usage location goes with the last licence, held or waited for, and not before', () => {
  const location = { usageLocation: null };
  const [holding, waiting] = [[], [e3.skuId]].map((short) => person('bob', { skuIds: [e3.skuId] }, { short }));
  expect(refused(location)).toEqual([]);
  expect(refused(location, holding)).toEqual(['UsageLocationMissing usageLocation']);
  expect(refused(location, waiting)).toEqual(['UsageLocationMissing usageLocation']);
  expect(refused({ usageLocation: 'DE' }, holding)).toEqual([]);
});

test.each(['expired', 'lapsed'] as const)('a password that is %s cannot be declared good', (state) => {
  const one = settled();
  const over = { ...one, password: { ...one.password, [state]: true } };
  const target = 'passwordProfile.forceChangePasswordNextSignIn';
  expect(refused({ mustChange: false }, over)).toEqual([`ValueInvalid ${target}`]);
  expect(refused({ mustChange: true }, over)).toEqual([]);
  expect(refused({ mustChange: false, password: 'Kite-7-river' }, over)).toEqual([]);
});
