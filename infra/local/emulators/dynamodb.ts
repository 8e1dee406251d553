/** DynamoDB on this machine: dynoxide as a child process, its tables in one file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../refusal.ts';
import { loopback } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';
import { forgetProcess, recordProcess, runningProcess } from './process-file.ts';

/** A running DynamoDB. */
export type LocalDynamodb = { endpoint: string; stop: () => Promise<void> };

const platforms = ['linux-x64', 'linux-arm64', 'darwin-x64', 'darwin-arm64', 'win32-x64'];

/** The program comes from an optional dependency, one package to a platform. */
const program = (): string => {
  const platform = `${process.platform}-${process.arch}`;
  const name = process.platform === 'win32' ? 'dynoxide.exe' : 'dynoxide';
  const path = fileURLToPath(new URL(`../../../node_modules/@dynoxide/${platform}/${name}`, import.meta.url));
  if (existsSync(path)) return path;
  throw new Refusal(
    platforms.includes(platform)
      ? `The local database for ${platform} is not installed: run \`npm install --no-save @dynoxide/${platform}\`, then start again.`
      : `The local engine does not run on ${platform}; it runs on ${platforms.join(', ')}.`,
  );
};

/** Starts DynamoDB on the folder's file, after stopping the one that a crashed engine left on it. */
export const startDynamodb = async (folder: DataFolder): Promise<LocalDynamodb> => {
  const holder = folder.file('dynamodb.pid');
  await stopLeftBehind(holder);
  const port = await freePort();
  // Its own process group, so that Ctrl-C reaches the engine only, which first lets its functions finish.
  const child = spawn(
    program(),
    ['--host', loopback, '--port', String(port), '--db-path', folder.file('dynamodb.db')],
    {
      stdio: 'ignore',
      detached: true,
    },
  );
  // Also when this process ends without being asked to; only SIGKILL leaves the child behind.
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  recordProcess(holder, child.pid as number);
  const endpoint = `http://${loopback}:${port}`;
  await untilAnswering(endpoint, child);
  return {
    endpoint,
    stop: async () => {
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), 3000);
      await exited;
      clearTimeout(kill);
      process.off('exit', killChild);
      forgetProcess(holder);
    },
  };
};

const stopLeftBehind = async (holder: string): Promise<void> => {
  for (let pid = runningProcess(holder); pid !== undefined; pid = runningProcess(holder)) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // It ended in between.
    }
    await sleep(20);
  }
};

/** dynoxide does not tell the port that it chose, so one is chosen for it. */
const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, loopback, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

const untilAnswering = async (endpoint: string, child: ChildProcess): Promise<void> => {
  for (let attempt = 0; attempt < 500; attempt++) {
    if (child.exitCode !== null) throw new Error(`The local DynamoDB stopped with exit code ${child.exitCode}.`);
    try {
      await fetch(endpoint);
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error('The local DynamoDB did not answer within ten seconds.');
};
