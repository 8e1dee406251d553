/** `npm run bench`: what the system needs on this machine. Nothing is asserted but that the work was done right. */
import Table from 'cli-table3';
import { Command, InvalidArgumentError, Option } from 'commander';
import { api } from './api.ts';
import { bundles } from './bundles.ts';
import { calls } from './calls.ts';
import { consolePages } from './console.ts';
import { engineMemory } from './engine-memory.ts';
import { importing } from './import.ts';
import { load } from './load.ts';
import { long } from './long.ts';
import { mails } from './mails.ts';
import { memory } from './memory.ts';
import { parsing } from './parsing.ts';
import type { Benchmark } from './parts/benchmark.ts';
import { machine } from './parts/machine.ts';
import { shown, timed } from './parts/numbers.ts';
import { round } from './round.ts';
import { signingIn } from './sign-in.ts';
import { signInFlood } from './sign-in-flood.ts';
import { size } from './size.ts';
import { start } from './start.ts';
import { sweeping } from './sweep.ts';
import { synchronizing } from './synchronization.ts';
import { writeUnits } from './write-units.ts';

const benchmarks: readonly Benchmark[] = [
  start,
  bundles,
  importing,
  round,
  size,
  memory,
  engineMemory,
  long,
  parsing,
  mails,
  signingIn,
  signInFlood,
  api,
  calls,
  load,
  consolePages,
  sweeping,
  synchronizing,
  writeUnits,
];

const countOf = (text: string): number => {
  const count = Number(text);
  if (!Number.isSafeInteger(count) || count < 1) throw new InvalidArgumentError('A whole number is expected.');
  return count;
};

const command = new Command('npm run bench --')
  .description(
    'Measures what the system needs on this machine. The figures of a busy machine say little; ratios say more.',
  )
  .option('--smoke', 'little work, to see that every benchmark runs', false)
  .addOption(new Option('--only <name>', 'one benchmark').choices(benchmarks.map(({ name }) => name)))
  .option('--rows <number>', 'rows of the largest file, where a benchmark imports one', countOf)
  .option('--requests <number>', 'how many requests `load` sends', countOf)
  .parse();
const { smoke, only, rows, requests } = command.opts<{
  smoke: boolean;
  only?: string;
  rows?: number;
  requests?: number;
}>();

const measure = async ({ name, measures, run }: Benchmark): Promise<void> => {
  const { result: figures, milliseconds } = await timed(() => run(smoke, rows, requests));
  const table = new Table({ head: ['', 'measured', 'limit, goal or ratio'], style: { head: [], border: [] } });
  table.push(
    ...figures.map(({ what, measured, beside = '' }) => [
      what,
      { hAlign: 'right' as const, content: measured },
      beside,
    ]),
  );
  console.log(`\n${name}: ${measures} (${shown(milliseconds / 1000)} s)\n${table}`);
};

process.env.TZ = 'UTC';
console.log(`${machine()}${smoke ? '\nSmoke: little work, so that the figures mean nothing.' : ''}`);
for (const benchmark of benchmarks) {
  if (only !== undefined && benchmark.name !== only) continue;
  await measure(benchmark);
}
