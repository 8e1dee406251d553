import { paired } from '../../paired.ts';

/** DynamoDB keeps its indexes by itself: what is missing here, the sweep would never see. */
export const dueIndex = paired({
  name: 'due-index',
  holds: 'The index of what is due has everybody who is dated, at that moment, and nobody else.',
  list: 'due',
  *expects(seen) {
    if (seen.kind !== 'person' || seen.item.dueAt === undefined) return;
    const key = { in: 'due', pk: String(seen.item.dueShard), sk: String(seen.item.dueAt) } as const;
    yield { key, about: `person ${seen.person.id}` };
  },
  about: (id) => `person ${id}`,
  missing: 'is dated and not in the index of what is due at that moment',
  alone: 'is in the index of what is due at a moment that they are not dated for',
});
