/** What the local engine holds: idle, while it imports, and a minute after. */
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, type Figure, mustBe } from './parts/benchmark.ts';
import { proportionalSet, startEngineProcess } from './parts/engine-process.ts';
import { shown } from './parts/numbers.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';

const usualRows = 10_000;
/** Longer than the last worker of a function lives without work. */
const settleMilliseconds = 60_000;
const afterMilliseconds = 60_000;
const lookEveryMilliseconds = 500;

/** The memory of `npm start`, its database included. */
export const engineMemory: Benchmark = {
  name: 'engine-memory',
  measures: 'Proportional set size of the local engine with its database, as `npm start` runs it',
  run: async (smoke, rows = smoke ? 200 : usualRows): Promise<Figure[]> => {
    using folder = temporaryFolder();
    const engine = await startEngineProcess(join(folder.path, 'data'));
    try {
      const held = () => proportionalSet(engine.pids());
      await sleep(smoke ? 0 : settleMilliseconds);
      const idle = held();
      const id = await engine.drop({ rows });
      let most = 0;
      let over = await engine.api.import(id);
      while (over.status === 'running' || over.status === 'notStarted') {
        most = Math.max(most, held());
        await sleep(lookEveryMilliseconds);
        over = await engine.api.import(id);
      }
      mustBe('people created', over.created, rows);
      await sleep(smoke ? 0 : afterMilliseconds);
      const after = held();
      return [
        { what: 'idle', measured: `${shown(idle)} MB`, beside: 'limit: 350' },
        { what: `most while ${shown(rows)} rows are imported`, measured: `${shown(most)} MB`, beside: 'limit: 700' },
        { what: 'a minute after', measured: `${shown(after)} MB`, beside: 'limit: 450' },
      ];
    } finally {
      await engine.stop();
    }
  },
};
