/** `npm start` as its users have it: a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Api, createApi } from '../../infra/local/command/api.ts';
import { licence, type PeopleFile, peopleFile } from './people-file.ts';
import { databaseOf } from './used-cpu.ts';

/** A running engine, with seats for everybody. */
export type EngineProcess = {
  /** Its processes: the engine and its database. */
  pids: () => number[];
  /** Drops a file into the inbox, and gives its import's id when there is one. */
  drop: (file: PeopleFile) => Promise<string>;
  api: Api;
  stop: () => Promise<void>;
};

const program = join(import.meta.dirname, '../../infra/local/start.ts');
const launcher = join(import.meta.dirname, '../../clients/launch.mjs');
const lookEveryMilliseconds = 100;

/** Starts one, as `npm start` does. */
export const startEngineProcess = async (dataFolder: string): Promise<EngineProcess> => {
  const arguments_ = [launcher, program, '--port', '0', '--data', dataFolder];
  // The launcher decides what it begins with, as it did for this process.
  const { MALLOC_ARENA_MAX: _, ...env } = process.env;
  const child = spawn(process.execPath, arguments_, { env, stdio: ['ignore', 'ignore', 'inherit'] });
  const ended = once(child, 'exit');
  const outputs = join(dataFolder, 'outputs.json');
  while (!existsSync(outputs)) {
    if (child.exitCode !== null) throw new Error(`npm start ended with ${child.exitCode}`);
    await sleep(lookEveryMilliseconds);
  }
  const { Muster } = JSON.parse(readFileSync(outputs, 'utf8'));
  const api = createApi(Muster.LocalUrl, readFileSync(join(dataFolder, 'token'), 'utf8').trim());
  await api.putLicence(licence.skuId, {
    skuPartNumber: licence.skuPartNumber,
    prepaidUnits: { enabled: 10_000_000 },
    carriesMailbox: true,
  });
  return {
    pids: () => [child.pid as number, databaseOf(dataFolder)],
    drop: async (file) => {
      const name = `people-${file.rows}.csv`;
      const aside = join(dataFolder, name);
      writeFileSync(aside, '');
      for await (const piece of peopleFile(file)) writeFileSync(aside, piece, { flag: 'a' });
      renameSync(aside, join(dataFolder, 'inbox', name));
      for (;;) {
        const [found] = await api.imports();
        if (found !== undefined) return found.id;
        await sleep(lookEveryMilliseconds);
      }
    },
    api,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
};

/** Proportional set size in MB: what the processes hold, a page that several share counted in parts. Linux only. */
export const proportionalSet = (pids: readonly number[]): number =>
  pids
    .map((pid) => Number(/^Pss:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024)
    .reduce((sum, megabytes) => sum + megabytes, 0);
