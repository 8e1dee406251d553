import { planIdsOf, planNamed, withDisabledPlans } from '../../../shared/domain/licences/service-plans.ts';
import { exchange, teams } from '../../fakes/people.ts';

const plans = [exchange, teams];

test('a plan is named by id or name, in any case', () => {
  for (const text of [exchange.servicePlanId, ' EFB87545-963c-4e0d-99df-69c6916d9eb0 ', 'exchange_s_enterprise']) {
    expect(planNamed(text, plans)).toBe(exchange);
  }
  for (const text of ['', 'EXCHANGE', '__proto__']) expect(planNamed(text, plans)).toBeUndefined();
});

test('ids come sorted and each once; each name that is none is refused by itself, cut short', () => {
  const names = ['teams1', exchange.servicePlanId, exchange.servicePlanName];
  expect(planIdsOf(names, plans, 'x')).toEqual({
    ids: [teams.servicePlanId, exchange.servicePlanId],
    refusals: [],
  });
  expect(planIdsOf(['NOPE', 'TEAMS1', 'y'.repeat(999)], plans, 'addLicenses')).toEqual({
    ids: [teams.servicePlanId],
    refusals: [
      { code: 'ServicePlanUnknown', target: 'addLicenses', fact: 'NOPE' },
      { code: 'ServicePlanUnknown', target: 'addLicenses', fact: 'y'.repeat(64) },
    ],
  });
});

test('plans are switched off and on again; a licence that stays the same is the very same', () => {
  const whole = { skuId: 'sku', since: 'a time' };
  const partly = withDisabledPlans(whole, ['one', 'two']);
  expect(partly).toEqual({ ...whole, disabledPlans: ['one', 'two'] });
  expect(withDisabledPlans(partly, ['two'])).toEqual({ ...whole, disabledPlans: ['two'] });
  expect(withDisabledPlans(partly, [])).toStrictEqual(whole);
  expect(withDisabledPlans(partly, ['one', 'two'])).toBe(partly);
  expect(withDisabledPlans(whole, [])).toBe(whole);
});
