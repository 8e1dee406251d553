import { nameKey } from '../../../../shared/aws/directory-items.ts';
import { paired } from '../../paired.ts';

/** A claim makes a name unique: two people of one name would show as one without a claim. */
export const userNames = paired({
  name: 'user-names',
  holds:
    'Every person who is not deleted holds the claim on their user name, and every claim is held by such a person.',
  list: 'names',
  *expects(seen) {
    if (seen.kind !== 'person' || seen.person.deleted) return;
    yield { key: { in: 'directory', ...nameKey(seen.person.userPrincipalName) }, about: `person ${seen.person.id}` };
  },
  about: (id) => `person ${id}`,
  missing: 'does not hold the claim on the user name',
  alone: 'holds a claim on a user name that is not theirs',
});
