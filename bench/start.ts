/** How long a newcomer waits. */
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Benchmark, mustBe } from './parts/benchmark.ts';
import { median, repeated, shown } from './parts/numbers.ts';
import { temporaryFolder } from './parts/temporary-folder.ts';

const root = join(import.meta.dirname, '..');
const patienceMilliseconds = 120_000;

/** Seconds from `npm start` to the first answer of the API. */
const secondsToAnswer = async (data: string): Promise<number> => {
  const began = performance.now();
  const ready = join(data, 'aws.env');
  const child = spawn('npm', ['start', '-s', '--', '--port', '0', '--data', data], {
    cwd: root,
    stdio: 'ignore',
    // A group of its own, so that npm and what it starts end together.
    detached: true,
  });
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    while (!existsSync(join(data, 'outputs.json'))) {
      if (performance.now() - began > patienceMilliseconds) throw new Error('npm start was not ready in two minutes');
      await sleep(20);
    }
    const { ApiUrl } = JSON.parse(readFileSync(join(data, 'outputs.json'), 'utf8')).Muster;
    const token = /^MUSTER_TOKEN=(.*)$/m.exec(readFileSync(ready, 'utf8'))?.[1];
    const answer = await fetch(`${ApiUrl}/v1.0/users`, { headers: { authorization: `Bearer ${token}` } });
    mustBe('status of the first answer', answer.status, 200);
    return (performance.now() - began) / 1000;
  } finally {
    process.kill(-(child.pid as number), 'SIGTERM');
    await ended;
  }
};

const bothStarts = async () => {
  using folder = temporaryFolder();
  const data = join(folder.path, 'data');
  return { first: await secondsToAnswer(data), second: await secondsToAnswer(data) };
};

/** Starting on this machine. */
export const start: Benchmark = {
  name: 'start',
  measures: 'Seconds from `npm start` to the first request that is answered',
  run: async (smoke) => {
    const runs = await repeated(smoke ? 1 : 3, bothStarts);
    const seconds = (values: readonly number[]) => `${shown(median(values))} s`;
    return [
      {
        what: 'first start: synthesizes the system, makes its tables',
        measured: seconds(runs.map((run) => run.first)),
        beside: 'limit: 15 s',
      },
      { what: 'later start', measured: seconds(runs.map((run) => run.second)), beside: 'limit: 15 s' },
    ];
  },
};
