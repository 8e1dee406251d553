/** Whether ten or a hundred times the rows take more memory, or more time for each row. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Muster } from '../infra/local/muster.ts';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { functionNamed, withMuster } from './parts/local-muster.ts';
import { ratio, shown } from './parts/numbers.ts';
import { importFile } from './parts/timed-imports.ts';

const watched = ['import-users', 'provision-users'] as const;

/** The most memory of any worker of a function, as its log reports it. */
const maxMegabytes = (muster: Muster, name: string): number => {
  const logs = join(muster.dataFolder, 'logs');
  const file = readdirSync(logs).find((log) => log.startsWith(functionNamed(muster, name).name)) ?? '';
  const found = [...readFileSync(join(logs, file), 'utf8').matchAll(/Max Memory Used: (\d+) MB/g)];
  return Math.max(0, ...found.map(([, megabytes]) => Number(megabytes)));
};

/** A directory of its own for each size, so that a small one is not measured in a large one. */
const importOf = (rows: number) =>
  withMuster('deployed', async (muster) => {
    const { over, outcomes, settled } = await importFile(muster, { rows }, { credentials: 'none' });
    mustBe('people created', over.created, rows);
    const memory = Object.fromEntries(watched.map((name) => [name, maxMegabytes(muster, name)]));
    return { rows, outcomes, settled, memory };
  });

/** Imports of growing size, the last one of as many rows as are asked for. A million take half an hour: `--rows 1000000`. */
export const size: Benchmark = {
  name: 'size',
  measures:
    'Imports without mails: memory of the functions (limit 256 MB), and time for each row (goal: 1.3 of a tenth)',
  run: async (smoke, most = 100_000): Promise<Figure[]> => {
    const steps = smoke ? [200, 400] : [...[10_000, 100_000].filter((rows) => rows < most), most];
    const runs: Awaited<ReturnType<typeof importOf>>[] = [];
    const figures: Figure[] = [];
    for (const rows of steps) {
      const run = await importOf(rows);
      const [first, before] = [runs[0] ?? run, runs.at(-1) ?? run];
      runs.push(run);
      const perRow = (one: typeof run) => one.outcomes / one.rows;
      figures.push({
        what: `${shown(rows)} rows`,
        measured: `${shown(1000 / perRow(run))} rows/s`,
        beside: `${ratio(perRow(run), perRow(before))} of the time a row of ${shown(before.rows)}; settled after ${shown(run.settled / 1000)} s`,
      });
      for (const name of watched) {
        figures.push({
          what: `memory of ${name}`,
          measured: `${run.memory[name]} MB`,
          beside: `${ratio(run.memory[name] ?? 0, first.memory[name] ?? 1)} of that for ${shown(first.rows)}`,
        });
      }
    }
    return figures;
  },
};
