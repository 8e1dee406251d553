import { memberKey } from '../../../../shared/aws/directory-items.ts';
import { heldRoles } from '../../../../shared/domain/access/roles.ts';
import { paired } from '../../paired.ts';

/** The lists of members say who holds a role. */
export const roleMembers = paired({
  name: 'role-members',
  holds: 'Whoever holds a role is listed as its member, and nobody else is.',
  list: 'members',
  *expects(seen) {
    if (seen.kind !== 'person') return;
    const { id } = seen.person;
    for (const role of heldRoles(seen.person)) {
      yield { key: { in: 'directory', ...memberKey(role, id) }, about: `person ${id}` };
    }
  },
  about: (id) => `person ${id}`,
  missing: 'holds a role whose members do not include them',
  alone: 'is a member of a role that they do not hold',
});
