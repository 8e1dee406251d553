import { catalogueKey } from '../../../../shared/aws/directory-items.ts';
import { paired } from '../../paired.ts';

/** The catalogue makes part numbers unique. */
export const catalogue = paired({
  name: 'catalogue',
  holds: 'Every licence is in the catalogue under its part number, and nothing else is.',
  list: 'catalogue',
  *expects(seen) {
    if (seen.kind !== 'licence') return;
    const { skuId, skuPartNumber } = seen.sku;
    yield { key: { in: 'directory', ...catalogueKey(skuPartNumber) }, about: `licence ${skuId}` };
  },
  about: (id) => `licence ${id}`,
  missing: 'is not in the catalogue under its part number',
  alone: 'is in the catalogue under a part number that it does not have',
});
