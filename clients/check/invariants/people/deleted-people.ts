import { deletedKey } from '../../../../shared/aws/directory-items.ts';
import { paired } from '../../paired.ts';

/** Who is deleted can be found, to be restored. */
export const deletedPeople = paired({
  name: 'deleted-people',
  holds: 'Whoever is deleted is in the list of the deleted, and nobody else is.',
  list: 'deleted',
  *expects(seen) {
    if (seen.kind !== 'person' || !seen.person.deleted) return;
    yield { key: { in: 'directory', ...deletedKey(seen.person) }, about: `person ${seen.person.id}` };
  },
  about: (id) => `person ${id}`,
  missing: 'is deleted and not in the list of the deleted',
  alone: 'is in the list of the deleted, and not deleted under that name',
});
