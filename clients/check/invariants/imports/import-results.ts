import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import type { ChunkResult } from '../../../../shared/domain/imports/import-progress.ts';
import type { Doubt, Invariant, Watch } from '../../invariant.ts';

/** The rows of a result: a result tells of neighbouring rows, so that their first and last are enough. */
type Stretch = { first: number; last: number; isBroken: boolean };

/**
 * No row has two outcomes, whatever was delivered twice; and of an import that succeeded none is without. Rows of an undo
 * have the numbers of the rows that they undo, which need not be neighbours.
 */
export const importResults: Invariant = {
  name: 'import-results',
  holds: 'Every row of an import has one outcome at most, and exactly one once the import has succeeded.',
  judges: 'subject',
  watch: (): Watch => {
    const jobs = new Map<string, ImportJob>();
    const stretches = new Map<string, Stretch[]>();
    return {
      see: (seen) => {
        if (seen.kind === 'job') jobs.set(seen.job.id, seen.job);
        if (seen.kind !== 'chunk' || seen.chunk.rows.length === 0) return;
        const own = stretches.get(seen.importId) ?? [];
        own.push(stretchOf(seen.chunk));
        stretches.set(seen.importId, own);
      },
      *doubts() {
        for (const [id, own] of stretches) {
          if (!jobs.has(id)) yield { about: `import ${id}`, what: 'has results, and there is none of that id' };
          else yield* doublesIn(id, own);
        }
        for (const job of jobs.values()) yield* gapsIn(job, stretches.get(job.id) ?? []);
      },
      looked: () => jobs.size,
    };
  },
};

const stretchOf = ({ firstRow, rows }: ChunkResult): Stretch => ({
  first: firstRow,
  last: rows.at(-1)?.rowNumber ?? firstRow,
  isBroken: rows.some(({ rowNumber }, index) => rowNumber !== firstRow + index),
});

function* doublesIn(id: string, stretches: Stretch[]): Generator<Doubt> {
  const about = `import ${id}` as const;
  let last = 0;
  for (const { first, last: end, isBroken } of stretches.sort((one, other) => one.first - other.first)) {
    if (isBroken) yield { about, what: `has a result of rows that are no neighbours, from row ${first} on` };
    if (first <= last) yield { about, what: `has two outcomes for row ${first}` };
    last = Math.max(last, end);
  }
}

function* gapsIn({ id, kind, status, rows = 0 }: ImportJob, stretches: readonly Stretch[]): Generator<Doubt> {
  const about = `import ${id}` as const;
  const done = stretches.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  if (status === 'succeeded' && done !== rows)
    yield { about, what: `succeeded with ${done} outcomes for ${rows} rows` };
  const furthest = Math.max(0, ...stretches.map(({ last }) => last));
  if (kind === 'import' && furthest > rows && stretches.length > 0) {
    yield { about, what: `has an outcome for row ${furthest} of ${rows}` };
  }
}
