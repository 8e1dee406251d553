import { openKey } from '../../../../shared/aws/imports/import-items.ts';
import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import { addDays } from '../../../../shared/domain/time.ts';
import { maxRevivals } from '../../../../shared/work/imports/run/revive-imports.ts';
import type { Doubt, Expected, Invariant, Setting, Watch } from '../../invariant.ts';
import type { Seen } from '../../state/seen.ts';

/** Days in which the results of an import are mailed, however slow the mail is. */
const daysToTell = 1;

/** The sweep looks at imports that are marked as open: one without its mark would stand still for ever. */
export const openImports: Invariant = {
  name: 'open-imports',
  holds: 'Every import that is not over is marked as open, and one that is over is so only until its owner was told.',
  judges: 'subject',
  *expects(seen: Seen): Generator<Expected> {
    if (seen.kind === 'job') yield { key: { in: 'imports', ...openKey(seen.job.id) }, about: `import ${seen.job.id}` };
  },
  watch: ({ now }: Setting): Watch => {
    const jobs = new Map<string, ImportJob>();
    const marked = new Set<string>();
    const placed = new Set<string>();
    return {
      see: (seen) => {
        if (seen.kind === 'job') jobs.set(seen.job.id, seen.job);
        else if (seen.kind === 'pointer' && seen.list === 'open') marked.add(seen.id);
        else if (seen.kind === 'pointer' && seen.list === 'places') placed.add(seen.id);
      },
      *doubts(): Generator<Doubt> {
        for (const id of marked) {
          if (!jobs.has(id)) yield { about: `import ${id}`, what: 'is marked as open, and there is none of that id' };
        }
        for (const id of placed) {
          if (!marked.has(id)) yield { about: `import ${id}`, what: "has a place among its owner's, and is not open" };
        }
        for (const { id, stage, completedDateTime, revivals } of jobs.values()) {
          if (stage !== 'settled' && !marked.has(id))
            yield { about: `import ${id}`, what: `is ${stage}, and not marked as open` };
          if (stage !== 'settled' && revivals >= maxRevivals) {
            yield { about: `import ${id}`, what: `stands still: the sweep has taken it up ${revivals} times in vain` };
          }
          const isLate = completedDateTime !== undefined && addDays(completedDateTime, daysToTell) <= now;
          if (stage === 'settled' && marked.has(id) && isLate) {
            yield { about: `import ${id}`, what: `is over since ${completedDateTime}, and its owner was not told` };
          }
        }
      },
      looked: () => jobs.size,
    };
  },
};
