/** Licences as Microsoft Graph shows them. */
import type { Sku } from '../../domain/licences/licences.ts';
import type { ServicePlan } from '../../domain/licences/service-plans.ts';
import { licenceName, servicePlanTitle } from '../../domain/licences/shown-names.ts';
import type { AssignedLicence, Person } from '../../domain/person.ts';

/** Graph's subscribedSku. Beyond Graph: displayName, carriesMailbox, and reserved seats of running imports. */
export const graphSku = (
  { skuId, skuPartNumber, carriesMailbox, enabled, free, reserved }: Sku,
  servicePlans: readonly ServicePlan[],
) => ({
  id: skuId,
  skuId,
  skuPartNumber,
  displayName: licenceName(skuPartNumber),
  carriesMailbox,
  capabilityStatus: 'Enabled',
  appliesTo: 'User',
  prepaidUnits: { enabled, suspended: 0, warning: 0, lockedOut: 0 },
  consumedUnits: enabled - free - reserved,
  reservedUnits: reserved,
  servicePlans: servicePlans.map((plan) => planInfo(plan, 'Success')),
});

/** Graph's licenseDetails of a licence that a person holds. A plan that left the licence meanwhile is not shown. */
export const graphLicenseDetails = (
  personId: string,
  { skuId, disabledPlans = [] }: AssignedLicence,
  { skuPartNumber, servicePlans }: { skuPartNumber: string; servicePlans: readonly ServicePlan[] },
) => ({
  id: `${personId}_${skuId}`,
  skuId,
  skuPartNumber,
  displayName: licenceName(skuPartNumber),
  servicePlans: servicePlans.map((plan) =>
    planInfo(plan, disabledPlans.includes(plan.servicePlanId) ? 'Disabled' : 'Success'),
  ),
});

/** Graph's servicePlanInfo. Beyond Graph: displayName. */
const planInfo = (
  { servicePlanId, servicePlanName, appliesTo }: ServicePlan,
  provisioningStatus: 'Success' | 'Disabled',
) => ({
  servicePlanId,
  servicePlanName,
  displayName: servicePlanTitle(servicePlanName),
  provisioningStatus,
  appliesTo,
});

/** Somebody in a licence's line, with the place in it, counted from 1; undefined for somebody who does not wait. */
export const graphWaiting = (person: Person, skuId: string, place: number) => {
  const { id, userPrincipalName, displayName, waitingLicenses } = person;
  const waiting = waitingLicenses.find((licence) => licence.skuId === skuId);
  return waiting && { id, userPrincipalName, displayName, waitingSinceDateTime: waiting.since, place };
};
