/** The data folder: everything that the local engine keeps, used by one engine at a time. */
import { accessSync, chmodSync, constants, existsSync, lstatSync, mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { certificateFiles } from '../door/certificate.ts';
import { Refusal } from '../refusal.ts';
import { forgetProcess, recordProcess, runningProcess } from './process-file.ts';

/** The file that holds what makes the folder's access keys its own (door/access-keys.ts). */
export const accessKeyFile = 'access-key';

/** A data folder that is ours until `release`. */
export type DataFolder = { path: string; file: (...names: string[]) => string; release: () => void };

/**
 * Makes the folder if needed, closes it to every other user of the machine, and takes it. Throws a Refusal when it cannot
 * be written or closed, or another engine has it.
 */
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
  makePrivate(path);
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

/** What the engine and its services keep in the folder's own level, by earlier starts too. */
const keptFolders = ['logs', 'queues', 'buckets', 'assembly', 'inbox'];
const keptFiles = [
  ...['dynamodb.db', 'dynamodb.db-wal', 'dynamodb.db-shm', 'dynamodb.pid', 'mails.sealed', 'master.key', accessKeyFile],
  ...['token', 'clock', 'inbox.json', 'outputs.json', 'aws.env'],
  ...Object.values(certificateFiles),
];

/**
 * Also a folder that was there before, and what an earlier start left in it with the modes of that shell: whoever may
 * not pass the folder reads nothing in it, and what is in its folders needs no mode of its own.
 */
const makePrivate = (path: string): void => {
  try {
    for (const name of ['', ...keptFolders]) limit(join(path, name), 0o700);
    for (const name of keptFiles) limit(join(path, name), 0o600);
  } catch (error) {
    throw new Refusal(
      `The data folder ${path} cannot be closed to other users (${(error as NodeJS.ErrnoException).code}), and it holds passwords; choose one of your own with --data DIR.`,
    );
  }
};

/** A link is left alone: its mode says nothing, and what it leads to is not ours. */
const limit = (path: string, mode: number): void => {
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found !== undefined && !found.isSymbolicLink()) chmodSync(path, mode);
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
