/** Whether memory grows with the file. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Benchmark, Figure } from './parts/benchmark.ts';
import type { MemoryUse } from './parts/memory-step.ts';
import { median, ratio, repeated, shown } from './parts/numbers.ts';

const run = promisify(execFile);
const step = join(import.meta.dirname, 'parts/memory-step.ts');

/** Each run is a process of its own, so that its highest mark is its own. */
const useOf = async (rows: number, options: readonly string[]): Promise<MemoryUse> =>
  JSON.parse((await run(process.execPath, [...options, step, String(rows)])).stdout);

/** What can be meant by memory. Left alone, the collector lets garbage lie as long as there is room. */
const meanings: { what: string; options: string[]; of: keyof MemoryUse; times: number }[] = [
  { what: 'held after a collection', options: ['--expose-gc'], of: 'heldMost', times: 1 },
  {
    what: 'resident, with a heap of 48 MiB',
    options: ['--max-old-space-size=48', '--max-semi-space-size=1'],
    of: 'residentMost',
    times: 3,
  },
  { what: 'resident, when left alone', options: [], of: 'residentMost', times: 3 },
];

/** Memory of the steps that see a whole file. A million rows take a quarter of an hour: `--rows 1000000`. */
export const memory: Benchmark = {
  name: 'memory',
  measures: 'Most memory of planning, sending and reporting an import; all else works on 50 people at a time',
  run: async (smoke, many = smoke ? 10_000 : 100_000) => {
    const few = Math.min(10_000, many / 10);
    const figures: Figure[] = [];
    for (const { what, options, of, times } of meanings) {
      const most = async (rows: number) =>
        median(await repeated(smoke ? 1 : times, async () => (await useOf(rows, options))[of]));
      const [ofFew, ofMany] = [await most(few), await most(many)];
      figures.push(
        { what: `${what}: ${shown(few)} rows`, measured: `${shown(ofFew)} MiB` },
        {
          what: `${what}: ${shown(many)} rows`,
          measured: `${shown(ofMany)} MiB`,
          beside: `${ratio(ofMany, ofFew)} of ${shown(few)} rows`,
        },
      );
    }
    return figures;
  },
};
