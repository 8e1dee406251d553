/** What is recorded of a licence that is set. */
import { type Audit, type AuditEntry, modifiedProperties } from '../audit.ts';
import type { Sku } from './licences.ts';
import type { ServicePlan } from './service-plans.ts';

/** A licence with its service plans. */
export type SkuState = { sku: Sku; servicePlans: readonly ServicePlan[] };

/** What of a licence the audit compares: what is set, not the seats that people take and give meanwhile. */
const settingOf = (state: SkuState | undefined): Record<string, unknown> => {
  if (!state) return {};
  const { skuPartNumber, carriesMailbox, enabled } = state.sku;
  return { skuPartNumber, carriesMailbox, enabled, servicePlans: state.servicePlans };
};

/** The entry for a licence that was set; `before` is absent when it is new. Undefined when nothing differs. */
export const auditOfSku = (
  before: SkuState | undefined,
  after: SkuState,
  { id, now, activity, initiatedBy }: Audit & { id: string },
): AuditEntry | undefined => {
  const modified = modifiedProperties(settingOf(before), settingOf(after));
  if (modified.length === 0) return undefined;
  return {
    id,
    activityDateTime: now,
    activityDisplayName: activity,
    initiatedBy,
    target: { type: 'SubscribedSku', id: after.sku.skuId, displayName: after.sku.skuPartNumber },
    modifiedProperties: modified,
  };
};
