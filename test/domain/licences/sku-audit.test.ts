import { auditOfSku } from '../../../shared/domain/licences/sku-audit.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, exchange, teams } from '../../fakes/people.ts';

const admin = { kind: 'operator', id: 'admin', displayName: 'Admin' } as const;
const told = { id: 'entry', now: monday, activity: 'Update subscribed SKU' as const, initiatedBy: admin };
const state = { sku: { ...e3, enabled: 5, free: 5, reserved: 0 }, servicePlans: [teams] };

test('who set what, with the values before and after', () => {
  const after = { sku: { ...state.sku, enabled: 7, free: 6 }, servicePlans: [exchange] };
  expect(auditOfSku(state, after, told)).toEqual({
    id: 'entry',
    activityDateTime: monday,
    activityDisplayName: 'Update subscribed SKU',
    initiatedBy: admin,
    target: { type: 'SubscribedSku', id: e3.skuId, displayName: e3.skuPartNumber },
    modifiedProperties: [
      { displayName: 'enabled', oldValue: 5, newValue: 7 },
      { displayName: 'servicePlans', oldValue: [teams], newValue: [exchange] },
    ],
  });
});

test('a new licence tells everything that was set, a renamed one its new name', () => {
  const names = auditOfSku(undefined, state, told)?.modifiedProperties.map(({ displayName }) => displayName);
  expect(names).toEqual(['skuPartNumber', 'carriesMailbox', 'enabled', 'servicePlans']);
  const renamed = { ...state, sku: { ...state.sku, skuPartNumber: 'SPE_E3', carriesMailbox: false } };
  expect(auditOfSku(state, renamed, told)).toMatchObject({
    target: { displayName: 'SPE_E3' },
    modifiedProperties: [{ displayName: 'skuPartNumber' }, { displayName: 'carriesMailbox' }],
  });
});

test('seats that people took meanwhile are no change of the setting', () => {
  expect(auditOfSku(state, { ...state, sku: { ...state.sku, free: 0, reserved: 2 } }, told)).toBeUndefined();
});
