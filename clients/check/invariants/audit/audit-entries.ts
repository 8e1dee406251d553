import { auditItem, formerAuditPartition } from '../../../../shared/aws/directory-items.ts';
import { eachBy, type Invariant } from '../../invariant.ts';

/** The keys by which an entry is found: they follow from what it says. */
const keys = ['sk', 'auditShard', 'actorShard', 'auditAt'] as const;

/** An entry is found by its target, its actor and its time. */
export const auditEntries: Invariant = {
  name: 'audit-entries',
  holds: 'Every audit entry names who did what to whom, and lies where it is looked for.',
  judges: 'item',
  watch: eachBy((seen, { policy }) => {
    if (seen.kind !== 'audit') return undefined;
    const { entry, item } = seen;
    const { initiatedBy: actor, activityDisplayName, target } = entry;
    const about = `audit ${entry.id}` as const;
    if (!actor?.kind || !actor.id || !activityDisplayName || !target?.id) {
      return [{ about, what: 'does not say who did what to whom' }];
    }
    const wanted = auditItem(entry, policy);
    const isInPlace =
      [wanted.pk, formerAuditPartition(target)].includes(item.pk) && keys.every((key) => item[key] === wanted[key]);
    return isInPlace ? [] : [{ about, what: 'lies in another place than its time, actor and target say' }];
  }),
};
