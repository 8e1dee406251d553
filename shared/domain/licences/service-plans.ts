/** Service plans: the parts of a licence (Exchange, Teams, ...), each of which can be switched off for a person. */
import { beginningOf } from '../one-line.ts';
import type { AssignedLicence } from '../person.ts';
import type { Refusal } from '../refusals.ts';

/** A service plan of a licence. `Company` plans serve the organisation as a whole. */
export type ServicePlan = { servicePlanId: string; servicePlanName: string; appliesTo: 'User' | 'Company' };

/** The plans that are to be switched off in a licence, as somebody named them: by id or name, in any case. */
export type DisabledPlans = { licence: string; plans: readonly string[] };

/** The plan that a text names: by its id, as in Graph, or by its name. */
export const planNamed = (text: string, plans: readonly ServicePlan[]): ServicePlan | undefined => {
  const name = text.trim().toLowerCase();
  return plans.find(
    ({ servicePlanId, servicePlanName }) =>
      servicePlanId.toLowerCase() === name || servicePlanName.toLowerCase() === name,
  );
};

/** Ids of the plans that are named, each once and sorted, with a ServicePlanUnknown for each name that is none. */
export const planIdsOf = (
  names: readonly string[],
  plans: readonly ServicePlan[],
  target: string,
): { ids: string[]; refusals: Refusal[] } => {
  const found = names.map((name) => ({ name, plan: planNamed(name, plans) }));
  return {
    ids: [...new Set(found.flatMap(({ plan }) => (plan ? [plan.servicePlanId] : [])))].sort(),
    refusals: found
      .filter(({ plan }) => !plan)
      .map(({ name }) => ({ code: 'ServicePlanUnknown', target, fact: beginningOf(name, 64) })),
  };
};

/** The licence with these plans switched off and no others; the very same licence when nothing differs. */
export const withDisabledPlans = <Licence extends AssignedLicence>(
  licence: Licence,
  ids: readonly string[],
): Licence => {
  const { disabledPlans = [], ...rest } = licence;
  if (JSON.stringify(disabledPlans) === JSON.stringify(ids)) return licence;
  return { ...rest, ...(ids.length > 0 && { disabledPlans: [...ids] }) } as Licence;
};
