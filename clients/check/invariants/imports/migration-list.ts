import type { Invariant, Setting, Watch } from '../../invariant.ts';

/** The list is how a batch is found whose id nobody has; what was taken off it is an import like any other. */
export const migrationList: Invariant = {
  name: 'migration-list',
  holds: 'Every migration batch is in the list of batches until it is taken off, and nothing else is.',
  judges: 'subject',
  watch: ({ isSettled }: Setting): Watch => {
    const [batches, listed, removed] = [new Set<string>(), new Set<string>(), new Set<string>()];
    let looked = 0;
    return {
      see: (seen) => {
        if (seen.kind === 'job') looked += 1;
        if (seen.kind === 'job' && seen.job.migration) batches.add(seen.job.id);
        else if (seen.kind === 'pointer' && seen.list === 'migrations') listed.add(seen.id);
        else if (seen.kind === 'batch' && seen.marks.removedDateTime !== undefined) removed.add(seen.importId);
      },
      *doubts() {
        // While batches come and go, the list and they are not read at the same moment.
        if (!isSettled) return;
        for (const id of batches) {
          const about = `import ${id}` as const;
          if (!removed.has(id) && !listed.has(id)) yield { about, what: 'is not in the list of batches' };
          if (removed.has(id) && listed.has(id)) yield { about, what: 'is in the list, and was taken off it' };
        }
        for (const id of listed) {
          if (!batches.has(id)) yield { about: `import ${id}`, what: 'is in the list of batches, and is none' };
        }
      },
      // Each import may be one.
      looked: () => looked,
    };
  },
};
