/** The data folder: everything that the local engine keeps, used by one engine at a time. */
import { accessSync, constants, existsSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { Refusal } from '../refusal.ts';
import { forgetProcess, recordProcess, runningProcess } from './process-file.ts';

/** A data folder that is ours until `release`. */
export type DataFolder = { path: string; file: (...names: string[]) => string; release: () => void };

/** Makes the folder if needed and takes it. Throws a Refusal when it cannot be written or another engine has it. */
export const openDataFolder = (folder: string): DataFolder => {
  const path = resolve(folder);
  try {
    for (const name of ['logs', 'queues', 'buckets']) makeFolder(join(path, name));
    accessSync(path, constants.W_OK);
  } catch (error) {
    throw new Refusal(
      `The data folder ${path} cannot be written (${(error as NodeJS.ErrnoException).code}); choose another with --data DIR.`,
    );
  }
  const holder = join(path, 'engine.pid');
  hold(holder, path);
  return { path, file: (...names) => join(path, ...names), release: () => forgetProcess(holder) };
};

/**
 * For this user alone: the mails in it hold passwords. Not by mkdir's own recursion, which never ends where a folder
 * cannot be made, as in /proc.
 */
const makeFolder = (path: string): void => {
  if (existsSync(path)) return;
  makeFolder(dirname(path));
  mkdirSync(path, { mode: 0o700 });
};

const hold = (holder: string, path: string): void => {
  try {
    recordProcess(holder, process.pid, { exclusive: true });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const running = runningProcess(holder);
    if (running !== undefined) {
      throw new Refusal(
        `Muster already runs on ${path} (process ${running}); stop it first, or choose another folder with --data DIR.`,
      );
    }
    forgetProcess(holder);
    hold(holder, path);
  }
};
