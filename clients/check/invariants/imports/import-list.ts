import { listKey } from '../../../../shared/aws/imports/import-items.ts';
import { paired } from '../../paired.ts';

/** The list is how an import is found whose id nobody has. */
export const importList = paired({
  name: 'import-list',
  holds: 'Every import is in the list of imports, and nothing else is.',
  list: 'imports',
  *expects(seen) {
    if (seen.kind === 'job') yield { key: { in: 'imports', ...listKey(seen.job) }, about: `import ${seen.job.id}` };
  },
  about: (id) => `import ${id}`,
  missing: 'is not in the list of imports',
  alone: 'is in the list of imports, and there is none of that id',
});
