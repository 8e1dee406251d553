/** DynamoDB on this machine: dynoxide as a child process, its tables in one file. */
import { type ChildProcess, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { closeSync, existsSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../refusal.ts';
import { loopback } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';
import { forgetProcess, recordProcess, runningProcess } from './process-file.ts';

/** A running DynamoDB. */
export type LocalDynamodb = {
  /** Unguarded, and so for the engine alone: others get a door before it (door/door.ts). */
  endpoint: string;
  stop: () => Promise<void>;
};

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

/**
 * Starts DynamoDB on the folder's file, after stopping the one that a crashed engine left on it. `onEnd` is told why it
 * ended when nobody stopped it.
 */
export const startDynamodb = async (
  folder: DataFolder,
  onEnd: (reason: string) => void = () => {},
): Promise<LocalDynamodb> => {
  const holder = folder.file('dynamodb.pid');
  await stopLeftBehind(holder);
  const { host, port } = await hiddenAddress();
  const log = openSync(folder.file('logs', 'dynamodb.log'), 'a', 0o600);
  // Its own process group, so that Ctrl-C reaches the engine only, which first lets its functions finish.
  const child = spawn(program(), ['--host', host, '--port', String(port), '--db-path', folder.file('dynamodb.db')], {
    stdio: ['ignore', 'ignore', log],
    detached: true,
  });
  closeSync(log);
  let isStopping = false;
  // Also when this process ends without being asked to; only SIGKILL leaves the child behind.
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  const exited = new Promise<void>((resolve) =>
    child.once('exit', (code, signal) => {
      resolve();
      if (!isStopping) onEnd(signal === null ? `exit code ${code}` : `killed by ${signal}`);
    }),
  );
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  recordProcess(holder, child.pid as number);
  const stop = async () => {
    isStopping = true;
    child.kill('SIGTERM');
    const kill = setTimeout(() => child.kill('SIGKILL'), 3000);
    await exited;
    clearTimeout(kill);
    process.off('exit', killChild);
    forgetProcess(holder);
  };
  const endpoint = `http://${host}:${port}`;
  try {
    await untilAnswering(endpoint, child);
  } catch (error) {
    await stop();
    throw error;
  }
  return { endpoint, stop };
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

/**
 * dynoxide 1.2.1 takes no socket but a TCP port, asks for no key and allows every origin to read its answers, so that a
 * page only has to find it. Any of 127.0.0.0/8 is this machine on Linux and Windows: one of 16 million, with one of some
 * thirty thousand ports, is not found by trying. Where there is but 127.0.0.1, as on macOS, only the port is hidden.
 */
const hiddenAddress = async (): Promise<{ host: string; port: number }> => {
  const host = `127.${randomInt(1, 255)}.${randomInt(256)}.${randomInt(1, 255)}`;
  try {
    return { host, port: await freePort(host) };
  } catch {
    return { host: loopback, port: await freePort(loopback) };
  }
};

/** dynoxide does not tell the port that it chose, so one is chosen for it. */
const freePort = (host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, host, () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

/** Seconds, of which a machine that does much else takes many. */
const mostToAnswer = 60;

const untilAnswering = async (endpoint: string, child: ChildProcess): Promise<void> => {
  for (const end = Date.now() + mostToAnswer * 1000; Date.now() < end; ) {
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`The local DynamoDB stopped with ${child.signalCode ?? `exit code ${child.exitCode}`}.`);
    }
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error('The local DynamoDB did not answer within a minute.');
};
