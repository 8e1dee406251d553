/** The entity tag of a licence. */
import type { SkuState } from '../../domain/licences/sku-audit.ts';
import { tagOf } from '../odata/entity-tag.ts';

/** The tag of what is set of a licence; seats that people take and give back leave it as it is. */
export const skuTag = ({ sku, servicePlans }: SkuState): string => {
  const { skuPartNumber, carriesMailbox, enabled } = sku;
  const plans = servicePlans.map(({ servicePlanId, servicePlanName, appliesTo }) => [
    ...[servicePlanId, servicePlanName, appliesTo],
  ]);
  return tagOf({ skuPartNumber, carriesMailbox, enabled, plans });
};
