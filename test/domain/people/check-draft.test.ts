/** Every rule that a new person meets, each with its code and where it was broken. */

import { isMailAddress } from '../../../shared/domain/mail-address.ts';
import { checkDraft, type DraftRules } from '../../../shared/domain/people/check-draft.ts';
import type { Draft } from '../../../shared/domain/people/draft.ts';
import { isCountryCode } from '../../../shared/domain/people/profile-rules.ts';
import { defaultPolicy } from '../../../shared/domain/policy.ts';
import { isCommonPassword } from '../../../shared/lambda/common-passwords.ts';
import { catalogueOf, contoso, e3, ems } from '../../fakes/people.ts';

const rules: DraftRules = {
  ...{ organisation: contoso, catalogue: catalogueOf(e3, ems), policy: defaultPolicy },
  isCommonPassword,
};
const nowhere: DraftRules = { ...rules, organisation: { ...contoso, usageLocation: undefined } };
const ada: Draft = { userPrincipalName: 'Ada@contoso.com', displayName: 'Ada' };

const refusalsOf = (draft: Draft, given = rules, lenient = false) => {
  const result = checkDraft({ ...ada, ...draft }, given, { lenient });
  return 'refusals' in result ? result.refusals.map(({ code, target = '' }) => `${code} ${target}`) : [];
};
const checked = (draft: Draft = {}, lenient = false) => {
  const result = checkDraft({ ...ada, ...draft }, rules, { lenient });
  if ('refusals' in result) throw new Error(result.refusals.map(({ code }) => code).join());
  return result;
};

test.each<[string, Draft, string[]]>([
  ['a user name that is missing', { userPrincipalName: ' ' }, ['UserNameMissing userPrincipalName']],
  ['an illegal one', { userPrincipalName: 'a b@contoso.com' }, ['UserNameIllegal userPrincipalName']],
  ['a foreign one', { userPrincipalName: 'a@b.com' }, ['DomainNotVerified userPrincipalName']],
  ['a display name of blanks', { displayName: ' ' }, ['DisplayNameMissing displayName']],
  ['a nickname with spaces', { mailNickname: 'a b' }, ['ValueInvalid mailNickname']],
  ['a nickname with letters beyond ASCII', { mailNickname: 'adé' }, ['ValueInvalid mailNickname']],
  ['too long a name', { displayName: 'x'.repeat(257) }, ['ValueTooLong displayName']],
  ['too long a street', { streetAddress: 'x'.repeat(1024) }, ['ValueTooLong streetAddress']],
  ['too long an employee id', { employeeId: 'x'.repeat(17) }, ['ValueTooLong employeeId']],
  ['too long a phone number', { businessPhones: ['1', 'x'.repeat(65)] }, ['ValueTooLong businessPhones']],
  ['too many phone numbers', { businessPhones: Array(21).fill('1') }, ['ValueInvalid businessPhones']],
  ['an unknown licence', { licences: ['NOPE'] }, ['LicenceUnknown assignedLicenses']],
  ['an unknown country', { usageLocation: 'XX' }, ['CountryUnknown usageLocation']],
  ['a country by its name', { usageLocation: 'Netherlands' }, ['CountryUnknown usageLocation']],
  ['no language', { preferredLanguage: 'Dutch!' }, ['LanguageUnknown preferredLanguage']],
  ['no address', { otherMails: ['ada@'] }, ['MailAddressInvalid otherMails']],
  ['too many addresses', { otherMails: Array(21).fill('a@b.com') }, ['ValueInvalid otherMails']],
  ['no address for credentials', { sendCredentialsTo: ['x y@b.com'] }, ['MailAddressInvalid credentialDelivery.to']],
  ['an unknown role', { roles: ['Emperor', 'User Administrator'] }, ['RoleUnknown roles']],
  ['a weak password', { password: 'short' }, ['PasswordLengthWrong passwordProfile.password']],
])('%s is refused', (_what, draft, refusals) => {
  expect(refusalsOf(draft)).toEqual(refusals);
});

test('all that is wrong is said at once', () => {
  const draft = { userPrincipalName: '', displayName: '', licences: ['A', 'B'], usageLocation: 'ZZ', roles: ['King'] };
  expect(refusalsOf({ ...draft, preferredLanguage: '?', city: 'x'.repeat(129), password: 'kiteriver' })).toEqual([
    'UserNameMissing userPrincipalName',
    'DisplayNameMissing displayName',
    'ValueTooLong city',
    'LicenceUnknown assignedLicenses',
    'LicenceUnknown assignedLicenses',
    'CountryUnknown usageLocation',
    'LanguageUnknown preferredLanguage',
    'RoleUnknown roles',
    'PasswordTooSimple passwordProfile.password',
  ]);
});

test('a licence needs a location: the own one, else the organisation’s', () => {
  expect(refusalsOf({ licences: [e3.skuId] }, nowhere)).toEqual(['UsageLocationMissing usageLocation']);
  expect(refusalsOf({ licences: [e3.skuId], usageLocation: 'de' }, nowhere)).toEqual([]);
  expect(refusalsOf({}, nowhere)).toEqual([]);
  expect(checked({ licences: [e3.skuId] }).draft.usageLocation).toBe('NL');
  expect(checked({ usageLocation: 'de' }).draft.usageLocation).toBe('DE');
});

test('what holds is filled in: nickname, licences by id and once, roles by their names', () => {
  const { draft, warnings } = checked({
    licences: ['enterprisepack', e3.skuId, 'contoso:EMS'],
    roles: ['user administrator', 'USER ADMINISTRATOR', ' helpdesk administrator '],
    otherMails: ['ada@example.net'],
  });
  expect(draft).toEqual({
    ...ada,
    mailNickname: 'Ada',
    skuIds: [e3.skuId, ems.skuId],
    assumed: ['mailNickname', 'usageLocation'],
    roles: ['User Administrator', 'Helpdesk Administrator'],
    otherMails: ['ada@example.net'],
    usageLocation: 'NL',
  });
  expect(warnings).toEqual([]);
});

describe('rows of a file are taken leniently', () => {
  test('a bad alternate address is left out with a warning; a good one stays', () => {
    const { draft, warnings } = checked({ otherMails: ['bad', 'ada@example.net'] }, true);
    expect(draft.otherMails).toEqual(['ada@example.net']);
    expect(warnings).toEqual([{ code: 'MailAddressInvalid', target: 'otherMails' }]);
  });

  test('the weak password of a migration is replaced with a warning', () => {
    const { draft, warnings } = checked({ password: 'welcome', migratedMailbox: true }, true);
    expect(draft).not.toHaveProperty('password');
    expect(warnings).toEqual([{ code: 'PasswordReplaced' }]);
    expect(checked({ password: 'Kite-7-river', migratedMailbox: true }, true).draft.password).toBe('Kite-7-river');
  });

  test('a weak password that somebody chose is refused, and so is everything else', () => {
    expect(refusalsOf({ password: 'welcome' }, rules, true)).toEqual(['PasswordLengthWrong passwordProfile.password']);
    expect(refusalsOf({ sendCredentialsTo: ['bad'] }, rules, true)).toEqual([
      'MailAddressInvalid credentialDelivery.to',
    ]);
    expect(refusalsOf({ displayName: '' }, rules, true)).toEqual(['DisplayNameMissing displayName']);
  });
});

test('more licences than a person may have are refused, before they are more than a transaction takes (mistake 11)', () => {
  const skus = Array.from({ length: 98 }, (_, n) => ({ ...e3, skuId: `sku-${n}`, skuPartNumber: `S${n}` }));
  const given = { ...rules, catalogue: catalogueOf(...skus) };
  const licences = (count: number) => skus.slice(0, count).map(({ skuPartNumber }) => skuPartNumber);
  expect(refusalsOf({ licences: licences(20) }, given)).toEqual([]);
  expect(refusalsOf({ licences: licences(21) }, given)).toEqual(['ValueInvalid assignedLicenses']);
  expect(refusalsOf({ licences: licences(98) }, given, true)).toEqual(['ValueInvalid assignedLicenses']);
});

test.each(['ada@example.net', "o'hara+tag@sub.example.co.uk", 'a.b-c_d@x-y.org', '用户@example.com'])(
  '%s is an address',
  (text) => {
    expect(isMailAddress(text)).toBe(true);
  },
);

test.each([
  ...['', 'ada', '@example.net', 'ada@', 'ada@localhost', 'ada@-x.com', 'ada@x-.com', 'ada@x..com', 'a@b@c.com'],
  ...['a b@c.com', 'ada@example.net\r\nBcc: x@y.com', 'Ada <ada@example.net>', 'ada@example.net,bob@example.net'],
  ...['"ada"@example.net', 'ada\0@example.net', `${'a'.repeat(65)}@example.net`, `ada@${'b.'.repeat(126)}com`],
])('%j is none', (text) => {
  expect(isMailAddress(text)).toBe(false);
});

test('countries are those of ISO 3166-1, in capitals', () => {
  expect(['NL', 'DE', 'CN', 'BQ'].every(isCountryCode)).toBe(true);
  expect(['nl', 'XX', 'EU', 'NLD', '', 'constructor'].some(isCountryCode)).toBe(false);
});
