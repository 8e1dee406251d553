/** DynamoDB on this machine: dynoxide as a child process, its tables in one file. */
import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Refusal } from '../refusal.ts';
import type { DataFolder } from './data-folder.ts';
import { type Address, hiddenAddress } from './hidden-address.ts';
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
 * ended when nobody stopped it; an address at which it cannot begin is given up for another.
 */
export const startDynamodb = async (
  folder: DataFolder,
  onEnd: (reason: string) => void = () => {},
  chooseAddress: () => Promise<Address> = hiddenAddress,
): Promise<LocalDynamodb> => {
  const holder = folder.file('dynamodb.pid');
  await stopLeftBehind(holder);
  for (let attempt = 1; ; attempt += 1) {
    const running = await launch(folder, await chooseAddress(), holder);
    const stop = async () => {
      await running.end();
      forgetProcess(holder);
    };
    try {
      await untilAnswering(running);
      running.watch(onEnd);
      return { endpoint: running.endpoint, stop };
    } catch (error) {
      await stop();
      if (attempt === mostAttempts) throw error;
    }
  }
};

/** Its port is chosen before it is taken, and somebody else may be faster. */
const mostAttempts = 5;

type Running = Awaited<ReturnType<typeof launch>>;

/** The program at an address, which it has yet to take. */
const launch = async (folder: DataFolder, { host, port }: Address, holder: string) => {
  const log = openSync(folder.file('logs', 'dynamodb.log'), 'a', 0o600);
  // Its own process group, so that Ctrl-C reaches the engine only, which first lets its functions finish.
  const child = spawn(program(), ['--host', host, '--port', String(port), '--db-path', folder.file('dynamodb.db')], {
    stdio: ['ignore', 'ignore', log],
    detached: true,
  });
  closeSync(log);
  // Also when this process ends without being asked to; only SIGKILL leaves the child behind.
  const killChild = () => child.kill('SIGKILL');
  process.once('exit', killChild);
  const exited = new Promise<string>((resolve) =>
    child.once('exit', (code, signal) => resolve(signal === null ? `exit code ${code}` : `killed by ${signal}`)),
  );
  await new Promise<void>((resolve, reject) => child.once('spawn', resolve).once('error', reject));
  recordProcess(holder, child.pid as number);
  let isEnding = false;
  return {
    endpoint: `http://${host}:${port}`,
    exited,
    watch: (onEnd: (reason: string) => void) =>
      void exited.then((reason) => {
        if (!isEnding) onEnd(reason);
      }),
    end: async () => {
      isEnding = true;
      child.kill('SIGTERM');
      const kill = setTimeout(() => child.kill('SIGKILL'), 3000);
      await exited;
      clearTimeout(kill);
      process.off('exit', killChild);
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

/** Seconds, of which a machine that does much else takes many. */
const mostToAnswer = 60;

const untilAnswering = async ({ endpoint, exited }: Running): Promise<void> => {
  let end: string | undefined;
  exited.then((reason) => {
    end = reason;
  });
  for (const latest = Date.now() + mostToAnswer * 1000; Date.now() < latest; ) {
    if (end !== undefined) throw new Error(`The local DynamoDB did not start (${end}).`);
    try {
      await fetch(endpoint, { signal: AbortSignal.timeout(10_000) });
      return;
    } catch {
      await sleep(20);
    }
  }
  throw new Error('The local DynamoDB did not answer within a minute.');
};
