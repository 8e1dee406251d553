/**
 * Run as a process of its own: plans, sends and reports an import of so many rows, or with `run` behind their number a run
 * of synchronisation, and says what memory that took.
 */
import { mustBe } from './benchmark.ts';
import { discardingStores } from './discarding-stores.ts';
import { importInProcess, type Stage } from './import-in-process.ts';
import { runInProcess } from './run-in-process.ts';

/** What the process tells, in MiB. `heldMost`: what was still held right after a collection, at its highest. */
export type MemoryUse = { residentMost: number; heldMost: number };

const rows = Number(process.argv[2]);
let [taken, heldMost] = [0, 0];

const look = () => {
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  heldMost = Math.max(heldMost, heapUsed + external);
};
// Collecting all the time would also keep the resident memory low, so that one is measured in another process.
const timer = globalThis.gc && setInterval(look, 100);

const stage: Stage = {
  ...discardingStores(),
  takeChunk: async (chunk) => {
    taken += chunk.rows?.length ?? 0;
  },
};
if (process.argv[3] === 'run') await runInProcess(rows, stage);
else await importInProcess({ rows }, stage);
if (globalThis.gc) look();
clearInterval(timer);
mustBe('rows sent', taken, rows);
const use: MemoryUse = { residentMost: process.resourceUsage().maxRSS / 1024, heldMost: heldMost / 2 ** 20 };
console.log(JSON.stringify(use));
