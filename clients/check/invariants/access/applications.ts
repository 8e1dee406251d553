import { applicationListKey } from '../../../../shared/aws/directory-items.ts';
import { paired } from '../../paired.ts';

/** What is not in the list cannot be seen, and its secrets would still be good. */
export const applications = paired({
  name: 'applications',
  holds: 'Every application is in the list of them, and nothing else is.',
  list: 'applications',
  *expects(seen) {
    if (seen.kind !== 'application') return;
    const { application } = seen;
    yield { key: { in: 'directory', ...applicationListKey(application) }, about: `application ${application.id}` };
  },
  about: (id) => `application ${id}`,
  missing: 'is not in the list of applications',
  alone: 'is in the list of applications, and there is none of that id',
});
