/** From the directory's attributes to Graph's properties. */

import { guidBytes, guidText, sidText } from '../../clients/sync/directory/guid.ts';
import { isLeftOut } from '../../clients/sync/mapping/left-out.ts';
import { attributesToRead, mappingOf, mappingSettings } from '../../clients/sync/mapping/mapping.ts';
import { rowOf } from '../../clients/sync/mapping/person-row.ts';
import { transformed } from '../../clients/sync/mapping/transformations.ts';
import type { Attributes } from '../../clients/sync/source/account-source.ts';
import { synchronizationUpsert } from '../../shared/messages/synchronization-file.ts';

const id = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
const person = (attributes: Attributes, distinguishedName = 'CN=Ann,DC=corp,DC=local') => ({
  objectGuid: id,
  distinguishedName,
  attributes: { samaccountname: ['ann'], ...attributes },
});
const row = (attributes: Attributes, chosen: object = {}) =>
  rowOf(person(attributes), mappingOf(mappingSettings.parse(chosen)), 'corp.local');

test('an objectGUID has three groups backwards, and comes back', () => {
  const bytes = Buffer.from('ff19966f868b11d0b42d00c04fc964ff', 'hex');
  expect(guidText(bytes)).toBe('6f9619ff-8b86-d011-b42d-00c04fc964ff');
  expect(guidBytes(id)).toEqual(bytes);
});

test('a SID is text as administrators know it', () => {
  const bytes = Buffer.from('010500000000000515000000dcf4dc3b833d2b46828ba62851040000', 'hex');
  expect(sidText(bytes)).toBe('S-1-5-21-1004336348-1177238915-682003330-1105');
});

test('what is mapped and empty is null, and a row is what Muster takes', () => {
  const read = row({
    displayname: ['Ann Beebe'],
    sn: ['Beebe'],
    telephonenumber: ['2', '1'],
    useraccountcontrol: ['512'],
  });
  expect(read).toMatchObject({
    displayName: 'Ann Beebe',
    surname: 'Beebe',
    businessPhones: ['1', '2'],
    jobTitle: null,
    accountEnabled: true,
  });
  expect(read).toMatchObject({
    onPremisesSamAccountName: 'ann',
    onPremisesDomainName: 'corp.local',
    proxyAddresses: [],
  });
  expect(synchronizationUpsert.safeParse(read).success).toBe(true);
});

test('an account is enabled unless userAccountControl says otherwise', () => {
  expect(row({ useraccountcontrol: ['514'] }).accountEnabled).toBe(false);
  expect(row({ useraccountcontrol: ['66048'] }).accountEnabled).toBe(true);
  expect(row({}).accountEnabled).toBe(false);
});

test('the anchor is mS-DS-ConsistencyGuid, else objectGUID', () => {
  expect(row({}).anchor).toBe(guidBytes(id).toString('base64'));
  expect(row({ 'ms-ds-consistencyguid': ['AAECAwQFBgcICQoLDA0ODw=='] }).anchor).toBe('AAECAwQFBgcICQoLDA0ODw==');
});

test('addresses have one order and one primary, however the directory tells them', () => {
  const two = ['SMTP:b@corp.local', 'X500:/o=corp', 'SMTP:a@corp.local', 'smtp:c@corp.local'];
  const expected = ['SMTP:a@corp.local', 'X500:/o=corp', 'smtp:b@corp.local', 'smtp:c@corp.local'];
  expect(row({ proxyaddresses: two }).proxyAddresses).toEqual(expected);
  expect(row({ proxyaddresses: two.toReversed() }).proxyAddresses).toEqual(expected);
  const chosen = row({ proxyaddresses: two, mail: ['B@corp.local'] });
  expect(chosen.proxyAddresses?.[0]).toBe('SMTP:b@corp.local');
  expect(chosen.mailNickname).toBe('b');
});

test('mailNickname and displayName have stand-ins', () => {
  expect(row({ cn: ['Ann'], userprincipalname: ['ann.beebe@corp.local'] })).toMatchObject({
    displayName: 'Ann',
    mailNickname: 'ann.beebe',
  });
  expect(row({ mail: ['abe@corp.local'], userprincipalname: ['x@corp.local'] }).mailNickname).toBe('abe');
  expect(row({ mailnickname: ['own'], mail: ['abe@corp.local'] }).mailNickname).toBe('own');
  expect(row({}).mailNickname).toBe('ann');
});

test('settings choose attributes and steps, and leave properties alone', () => {
  const chosen = {
    employeeId: 'employeeNumber',
    jobTitle: false,
    department: { attribute: 'department', transform: ['trim', 'upperCase'] },
  };
  const read = row({ employeenumber: ['7'], title: ['Boss'], department: [' it '] }, chosen);
  expect(read).toMatchObject({ employeeId: '7', department: 'IT' });
  expect(read).not.toHaveProperty('jobTitle');
  expect(attributesToRead(mappingOf(mappingSettings.parse(chosen)))).toContain('employeeNumber');
  expect(mappingSettings.safeParse({ otherMails: 'mail' }).success).toBe(false);
});

test.each([
  [' a ', ['trim'], 'a'],
  ['Ann@corp.local', ['beforeAt', 'lowerCase'], 'ann'],
  ['a.b.c', [{ replace: '.', with: '$&' }], 'a$&b$&c'],
  ['DE', [{ map: { DE: 'Germany', XX: null } }], 'Germany'],
  ['FR', [{ map: { DE: 'Germany' } }], 'FR'],
  ['XX', [{ map: { XX: null } }], undefined],
  ['toString', [{ map: { DE: 'Germany' } }], 'toString'],
  ['7', [{ prefix: 'E' }], 'E7'],
  ['133497504000000000', ['dateOfFileTime'], '2024-01-15'],
  ['9223372036854775807', ['dateOfFileTime'], undefined],
  ['0', ['dateOfFileTime'], undefined],
  ['soon', ['dateOfFileTime'], undefined],
] as const)('%j by %j is %j', (value, steps, expected) => {
  expect(transformed(value, steps as unknown as Parameters<typeof transformed>[1])).toBe(expected);
});

test('accounts that are nobody are left out', () => {
  expect(isLeftOut(person({}))).toBe(false);
  expect(isLeftOut(person({ samaccountname: [] }))).toBe(true);
  expect(isLeftOut(person({ samaccountname: ['MSOL_abc'] }))).toBe(true);
  expect(isLeftOut(person({ iscriticalsystemobject: ['TRUE'] }))).toBe(true);
  expect(isLeftOut(person({}, 'CN=Ann\\0ACNF:6f9619ff,DC=corp,DC=local'))).toBe(true);
});

test('kinds of mailboxes beyond 32 bits are read whole', () => {
  expect(isLeftOut(person({ msexchrecipienttypedetails: ['2147483648'] }))).toBe(false);
  expect(isLeftOut(person({ msexchrecipienttypedetails: ['536870912'] }))).toBe(true);
  expect(isLeftOut(person({ msexchrecipienttypedetails: ['1'] }))).toBe(false);
});
