import { eachBy, type Invariant } from '../../invariant.ts';

/** A licence is held or waited for once, and given up with the account. */
export const heldLicences: Invariant = {
  name: 'held-licences',
  holds: 'Nobody holds a licence twice, waits for one that they hold, or keeps one while deleted.',
  judges: 'item',
  watch: eachBy((seen) => {
    if (seen.kind !== 'person') return undefined;
    const { id, assignedLicenses, waitingLicenses, deleted } = seen.person;
    const skuIds = [...assignedLicenses, ...waitingLicenses].map(({ skuId }) => skuId);
    const about = `person ${id}` as const;
    return [
      ...(new Set(skuIds).size < skuIds.length ? [{ about, what: 'has one licence twice, held or waited for' }] : []),
      ...(deleted && skuIds.length > 0 ? [{ about, what: 'is deleted, and holds or waits for licences' }] : []),
    ];
  }),
};
