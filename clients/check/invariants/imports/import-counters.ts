import { progressOf } from '../../../../shared/aws/imports/import-items.ts';
import type { ImportJob } from '../../../../shared/domain/imports/import-job.ts';
import {
  type ChunkResult,
  type ImportProgress,
  noProgress,
  rowOutcomes,
} from '../../../../shared/domain/imports/import-progress.ts';
import type { Doubt, Invariant, Setting, Watch } from '../../invariant.ts';
import type { Item } from '../../state/seen.ts';

/** A result and its counters are one write: what is shown of an import, and its seats, are told from the counters alone. */
export const importCounters: Invariant = {
  name: 'import-counters',
  holds: 'The counters of every import are the sums of its results.',
  judges: 'subject',
  watch: ({ isSettled }: Setting): Watch => {
    const jobs = new Map<string, ImportJob>();
    const counters = new Map<string, Item[]>();
    const sums = new Map<string, ImportProgress>();
    return {
      see: (seen) => {
        if (seen.kind === 'job') jobs.set(seen.job.id, seen.job);
        else if (seen.kind === 'counter')
          counters.set(seen.importId, [...(counters.get(seen.importId) ?? []), seen.item]);
        else if (seen.kind === 'chunk') {
          const sum = sums.get(seen.importId) ?? noProgress();
          addResult(sum, seen.chunk);
          sums.set(seen.importId, sum);
        }
      },
      *doubts() {
        for (const job of jobs.values()) {
          // While its rows come in, results and counters are not read at the same moment.
          if (!isSettled && job.stage !== 'settled') continue;
          yield* differences(job, progressOf(counters.get(job.id) ?? []), sums.get(job.id) ?? noProgress());
        }
      },
      looked: () => jobs.size,
    };
  },
};

const addResult = (
  sum: ImportProgress,
  { rows, seats, waiting, completes, cancelledIn, mails = 0 }: ChunkResult,
): void => {
  for (const { outcome } of rows) sum[outcome] += 1;
  sum.mails += mails;
  for (const [skuId, n] of Object.entries(seats)) sum.seats[skuId] = (sum.seats[skuId] ?? 0) + n;
  for (const [skuId, n] of Object.entries(waiting)) sum.waiting[skuId] = (sum.waiting[skuId] ?? 0) + n;
  if (cancelledIn !== undefined) sum.cancelled[cancelledIn] = (sum.cancelled[cancelledIn] ?? 0) + 1;
  else if (completes !== undefined) sum.chunks += 1;
};

function* differences(
  { id, resumptions }: ImportJob,
  counted: ImportProgress,
  found: ImportProgress,
): Generator<Doubt> {
  const numbers = [...rowOutcomes, 'chunks', 'mails'] as const;
  const pairs: [string, number, number][] = [
    ...numbers.map((name): [string, number, number] => [name, counted[name], found[name]]),
    ...(['seats', 'waiting'] as const).flatMap((name) => ofEach(name, counted[name], found[name])),
    // A resumed import puts results in the place of those that were cancelled, and what was counted stays.
    ...(resumptions === 0 ? ofEach('cancelled', counted.cancelled, found.cancelled) : []),
  ];
  for (const [name, count, sum] of pairs) {
    if (count !== sum) yield { about: `import ${id}`, what: `counts ${count} ${name}, and its results have ${sum}` };
  }
}

const ofEach = (
  name: string,
  counted: Readonly<Record<string, number>>,
  found: Readonly<Record<string, number>>,
): [string, number, number][] =>
  [...new Set([...Object.keys(counted), ...Object.keys(found)])].map((key) => [
    `${name} of ${key}`,
    counted[key] ?? 0,
    found[key] ?? 0,
  ]);
