/** Which service plans are meant by those that somebody wants switched off. */
import { type Catalogue, skuNamed } from '../../domain/licences/licences.ts';
import { type DisabledPlans, planIdsOf } from '../../domain/licences/service-plans.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Directory } from '../directory.ts';

/** Ids of plans by SKU id, and a ServicePlanUnknown for each name that is none. */
export type ResolvedPlans = { disabledPlans: ReadonlyMap<string, readonly string[]>; refusals: Refusal[] };

/**
 * Resolves the plans that are to be switched off; of two wishes for one licence the last counts. Licences that are
 * unknown are left to whoever resolves those. Service plans are read only where some are named.
 */
export const resolveDisabledPlans = async (
  wishes: readonly DisabledPlans[],
  target: string,
  catalogue: Catalogue,
  directory: Pick<Directory, 'servicePlans'>,
): Promise<ResolvedPlans> => {
  const known = wishes.flatMap(({ licence, plans }) => {
    const sku = skuNamed(licence, catalogue);
    return sku ? [{ skuId: sku.skuId, names: plans }] : [];
  });
  const asked = known.filter(({ names }) => names.length > 0).map(({ skuId }) => skuId);
  const plans = asked.length > 0 ? await directory.servicePlans(asked) : new Map<string, never>();
  const resolved = known.map(({ skuId, names }) => ({ skuId, ...planIdsOf(names, plans.get(skuId) ?? [], target) }));
  return {
    disabledPlans: new Map(resolved.map(({ skuId, ids }) => [skuId, ids])),
    refusals: resolved.flatMap(({ refusals }) => refusals),
  };
};
