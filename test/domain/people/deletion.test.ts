/** Deletion, and the way back. */

import { nextDue } from '../../../shared/domain/enforcement/next-due.ts';
import { birthFromFile } from '../../../shared/domain/people/birth-from-file.ts';
import { deletedPerson, isDeleted, restoredPerson } from '../../../shared/domain/people/deletion.ts';
import type { Person } from '../../../shared/domain/person.ts';
import { defaultPolicy as policy } from '../../../shared/domain/policy.ts';
import { addDays, addSeconds } from '../../../shared/domain/time.ts';
import { monday } from '../../fakes/clock.ts';
import { catalogueOf, e3, ems, person } from '../../fakes/people.ts';

const [now, later] = [addDays(monday, 3), addDays(monday, 20)];
const plans = { skuId: e3.skuId, disabledPlans: ['teams'] };
const licensed = (): Person => {
  const one = person('ada', { skuIds: [e3.skuId, ems.skuId], roles: ['User Administrator'] }, { short: [ems.skuId] });
  return { ...one, assignedLicenses: [plans], password: { ...one.password, hash: 'present' } };
};
const restored = (before = licensed(), short: string[] = []) =>
  restoredPerson(deletedPerson(before, now), {
    userPrincipalName: before.userPrincipalName,
    short: new Set(short),
    catalogue: catalogueOf(e3, ems),
    policy,
    now: later,
  });

test('who is deleted holds nothing, is owed nothing and is nowhere signed in; what was held is remembered', () => {
  const mail = { ...licensed().credentialMail, attempt: 1, leaseUntil: addSeconds(now, 60) };
  const after = deletedPerson({ ...licensed(), credentialMail: mail }, now);
  expect(after).toMatchObject({
    roles: [],
    assignedLicenses: [],
    waitingLicenses: [],
    pendingNotices: [],
    sessions: { generation: 1, validFromDateTime: now },
    deleted: { dateTime: now, licenses: [plans, { skuId: ems.skuId }] },
  });
  expect(after.credentialMail).toEqual({ state: 'owed', to: [], attempt: 2, retries: 0 });
  expect(isDeleted(after)).toBe(true);
  expect(nextDue(after, policy)).toBe(addDays(now, 30));
});

test('back again: licences with their plans, no roles, a new password to be mailed', () => {
  const after = restored();
  expect(after).not.toHaveProperty('deleted');
  expect(after).toMatchObject({
    roles: [],
    assignedLicenses: [plans, { skuId: ems.skuId }],
    waitingLicenses: [],
    mailbox: { state: 'active' },
    credentialMail: { state: 'owed' },
    password: { source: 'generated', previousHash: 'present', mustChange: true, changedDateTime: later },
  });
  expect(after.password).not.toHaveProperty('hash');
});

test('without a seat the licence is waited for from now on, and the mailbox is in its grace', () => {
  const after = restored(licensed(), [e3.skuId]);
  expect(after).toMatchObject({
    assignedLicenses: [{ skuId: ems.skuId }],
    waitingLicenses: [{ ...plans, since: later }],
    mailbox: { state: 'grace', graceSince: later },
  });
});

test('a mailbox that was disabled stays so until a licence brings it back', () => {
  const disabled = { ...licensed(), mailbox: { state: 'disabled' as const } };
  expect(restored(disabled, [e3.skuId]).mailbox).toEqual({ state: 'disabled' });
  expect(restored(disabled).mailbox).toEqual({ state: 'active' });
  expect(restored(person('bob')).mailbox).toBeUndefined();
});

test('of who came from a file, the birth is told by an entry; of anybody else it is told already', () => {
  const row = { importId: 'import-1', rowNumber: 7, since: monday };
  const fromFile = person('ada', {}, { row, createdBy: 'import-bucket' });
  expect(birthFromFile(fromFile)).toEqual({
    id: fromFile.id,
    activityDateTime: monday,
    activityDisplayName: 'Add user',
    initiatedBy: { kind: 'operator', id: 'import-bucket', displayName: 'import-bucket' },
    target: { type: 'User', id: fromFile.id, displayName: 'ada', userPrincipalName: 'ada@contoso.com' },
    modifiedProperties: [
      { displayName: 'userPrincipalName', newValue: 'ada@contoso.com' },
      { displayName: 'displayName', newValue: 'ada' },
      { displayName: 'mailNickname', newValue: 'ada' },
      { displayName: 'accountEnabled', newValue: true },
    ],
    additionalDetails: [
      { key: 'importId', value: 'import-1' },
      { key: 'rowNumber', value: '7' },
    ],
    correlationId: 'import-1',
  });
  expect(birthFromFile(person('bob'))).toBeUndefined();
});
