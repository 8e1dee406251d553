import { auditOfChange } from '../../shared/domain/audit.ts';
import type { Person } from '../../shared/domain/person.ts';
import { monday } from '../fakes/clock.ts';
import { e3, person } from '../fakes/people.ts';

const ada: Person = person('ada', { otherMails: ['ada@example.net'] });
const admin = { kind: 'operator', id: 'admin', displayName: 'Admin' } as const;
const entry = (change: Partial<Person>) =>
  auditOfChange(ada, { ...ada, ...change }, { id: 'entry', now: monday, activity: 'Update user', initiatedBy: admin });

test('who, what and when, with the values before and after', () => {
  expect(entry({ accountEnabled: false, assignedLicenses: [{ skuId: e3.skuId }] })).toEqual({
    id: 'entry',
    activityDateTime: monday,
    activityDisplayName: 'Update user',
    initiatedBy: admin,
    target: { type: 'User', id: ada.id, displayName: 'ada', userPrincipalName: 'ada@contoso.com' },
    modifiedProperties: [
      { displayName: 'accountEnabled', oldValue: true, newValue: false },
      { displayName: 'assignedLicenses', oldValue: [], newValue: [{ skuId: e3.skuId }] },
    ],
  });
});

test('what did not change is not told', () => {
  expect(entry({ assignedLicenses: [] }).modifiedProperties).toEqual([]);
});

test('of a password its state alone is told, never its hash', () => {
  const password = { ...ada.password, hash: '$sha256$$marked$marked', expired: true, warnedDays: 7 } as const;
  const told = entry({ password });
  expect(told.modifiedProperties.map(({ displayName }) => displayName)).toEqual([
    'passwordExpired',
    'passwordWarnedDays',
  ]);
  expect(JSON.stringify(told)).not.toContain('marked');
});

test('changes of mails and leases show nothing', () => {
  const credentialMail = { ...ada.credentialMail, to: ['marked@example.net'], attempt: 3 };
  expect(entry({ credentialMail, requestHash: 'marked' }).modifiedProperties).toEqual([]);
});

test('a birth tells the values that are there, and a removal those that were', () => {
  const told = { id: 'entry', now: monday, activity: 'Add user' as const, initiatedBy: admin };
  const born = auditOfChange(undefined, ada, told).modifiedProperties;
  expect(born).toContainEqual({ displayName: 'userPrincipalName', newValue: 'ada@contoso.com' });
  const gone = auditOfChange(ada, undefined, told).modifiedProperties;
  expect(gone).toContainEqual({ displayName: 'userPrincipalName', oldValue: 'ada@contoso.com' });
  expect(gone).toHaveLength(born.length);
});
