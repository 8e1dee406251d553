import { graphLicenseDetails, graphSku, graphWaiting } from '../../../shared/graph/licences/graph-licence.ts';
import { monday } from '../../fakes/clock.ts';
import { e3, ems, exchange, person, teams } from '../../fakes/people.ts';

const plans = [exchange, teams];
const seats = { ...e3, enabled: 1, free: 1, reserved: 0 };
const names: Record<string, string> = { EXCHANGE_S_ENTERPRISE: 'Exchange Online (Plan 2)', TEAMS1: 'Microsoft Teams' };
const shown = (provisioningStatus: string, plan: typeof teams) => {
  return { ...plan, displayName: names[plan.servicePlanName], provisioningStatus };
};

test('seats of a licence: reserved ones are not consumed; its plans are provisioned', () => {
  const sku = graphSku({ ...e3, enabled: 10, free: 3, reserved: 2 }, plans);
  expect(sku).toMatchObject({ consumedUnits: 5, reservedUnits: 2, prepaidUnits: { enabled: 10 } });
  expect(sku.servicePlans).toEqual([shown('Success', exchange), shown('Success', teams)]);
});

test('what a person holds: each plan on or off; one that the licence no longer has is not shown', () => {
  const licence = { skuId: e3.skuId, disabledPlans: [teams.servicePlanId, 'a plan that is gone'] };
  expect(graphLicenseDetails('ada', licence, { skuPartNumber: e3.skuPartNumber, servicePlans: plans })).toEqual({
    id: 'ada_sku-e3',
    skuId: e3.skuId,
    skuPartNumber: e3.skuPartNumber,
    displayName: 'Office 365 E3',
    servicePlans: [shown('Success', exchange), shown('Disabled', teams)],
  });
});

test.each([
  ['ENTERPRISEPACK', 'Office 365 E3'],
  ['enterprisepack', 'Office 365 E3'],
  ['OUR_OWN', 'OUR_OWN'],
])('the licence %s is called %s', (skuPartNumber, name) => {
  expect(graphSku({ ...seats, skuPartNumber }, []).displayName).toBe(name);
});

test('a service plan that no name is known of is called by its identifier', () => {
  const plan = { ...teams, servicePlanName: 'OUR_PLAN' };
  expect(graphSku(seats, [plan]).servicePlans).toMatchObject([{ displayName: 'OUR_PLAN' }]);
});

test('who waits is shown without the key that sorts the line; who does not wait is not shown', () => {
  const ada = person('ada', { skuIds: [e3.skuId] }, { short: [e3.skuId] });
  expect(graphWaiting(ada, e3.skuId, 7)).toEqual({
    id: ada.id,
    userPrincipalName: 'ada@contoso.com',
    displayName: 'ada',
    waitingSinceDateTime: monday,
    place: 7,
  });
  expect(graphWaiting(ada, ems.skuId, 7)).toBeUndefined();
});
