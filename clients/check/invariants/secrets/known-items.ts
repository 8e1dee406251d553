import { eachBy, type Invariant } from '../../invariant.ts';

/** What nobody knows, no other invariant looks at. */
export const knownItems: Invariant = {
  name: 'known-items',
  holds: 'Every item of the tables is of a kind that Muster writes.',
  judges: 'item',
  watch: eachBy((seen) => {
    if (seen.kind === 'text') return undefined;
    return seen.kind === 'unknown' ? [{ about: `item ${seen.key.pk}`, what: 'is of no known kind' }] : [];
  }),
};
