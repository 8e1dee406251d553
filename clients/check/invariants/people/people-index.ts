import { listPartition } from '../../../../shared/aws/directory-items.ts';
import { listName } from '../../../../shared/domain/people/list-name.ts';
import { shardOf } from '../../../../shared/domain/uuid.ts';
import { paired } from '../../paired.ts';

/** Whoever is missing here is found by no search for a display name. */
export const peopleIndex = paired({
  name: 'people-index',
  holds: 'The index of people has everybody who is not deleted under their display name, and nobody else.',
  list: 'people',
  *expects(seen) {
    if (seen.kind !== 'person' || seen.person.deleted) return;
    const { id } = seen.person;
    yield { key: { in: 'people', pk: listPartition(shardOf(id)), sk: listName(seen.person) }, about: `person ${id}` };
  },
  about: (id) => `person ${id}`,
  missing: 'is not in the index of people under their display name',
  alone: 'is in the index of people, and deleted or under another display name',
});
