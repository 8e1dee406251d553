import { waitingKey } from '../../../../shared/aws/directory-items.ts';
import { paired } from '../../paired.ts';

/** Who waits for a licence stands in its line once. */
export const waitingLines = paired({
  name: 'waiting-lines',
  holds: 'Whoever waits for a licence has their place in its line, and nobody else has one.',
  list: 'waiting',
  *expects(seen) {
    if (seen.kind !== 'person') return;
    const about = `person ${seen.person.id}` as const;
    for (const { skuId, place } of seen.person.waitingLicenses) {
      yield { key: { in: 'directory', ...waitingKey(skuId, place) }, about };
    }
  },
  about: (id) => `person ${id}`,
  missing: 'waits for a licence without a place in its line',
  alone: 'has a place in the line of a licence that they do not wait for',
});
