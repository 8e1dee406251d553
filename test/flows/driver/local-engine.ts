/** The local engine in a process of its own, as `npm start` runs it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, openSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitFor } from './wait-for.ts';

const program = join(import.meta.dirname, '../../../infra/local/start.ts');

/** A running engine. */
export type LocalEngine = {
  outputsFile: string;
  /** As kill -9 does it. */
  kill: () => Promise<void>;
  /** As Ctrl-C does it. */
  stop: () => Promise<void>;
};

/** Starts the engine on a data folder below `home`, where it also writes what it prints, and waits until it is ready. */
export const startLocalEngine = async (home: string, options: readonly string[] = []): Promise<LocalEngine> => {
  const printed = join(home, 'printed.txt');
  const output = openSync(printed, 'a');
  const outputsFile = join(dataFolderOf(home), 'outputs.json');
  // One that was killed has left its own.
  rmSync(outputsFile, { force: true });
  const child = run(home, ['ignore', output, output], options);
  const ended = endOf(child);
  await waitFor(
    'the local engine to be ready',
    async () => ({ ready: existsSync(outputsFile), code: child.exitCode }),
    ({ ready, code }) => ready || code !== null,
    { seconds: 120, show: () => readFileSync(printed, 'utf8').slice(-1500) },
  );
  if (child.exitCode !== null) throw new Error(`The local engine ended: ${readFileSync(printed, 'utf8').slice(-1500)}`);
  const end = (signal: NodeJS.Signals) => async () => {
    child.kill(signal);
    await ended;
  };
  return { outputsFile, kill: end('SIGKILL'), stop: end('SIGTERM') };
};

/** The data folder of an engine that was started in `home`. */
export const dataFolderOf = (home: string): string => join(home, '.muster');

/** Starts the engine where one runs already, and returns how that ended. */
export const startSecondEngine = async (home: string): Promise<{ code: number | null; printed: string }> => {
  const child = run(home, ['ignore', 'pipe', 'pipe']);
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece) => (printed += piece));
  await endOf(child);
  return { code: child.exitCode, printed };
};

type Stdio = ['ignore', 'pipe' | number, 'pipe' | number];

const run = (home: string, stdio: Stdio, options: readonly string[] = []): ChildProcess =>
  spawn(process.execPath, [program, '--port', '0', '--data', dataFolderOf(home), ...options], { cwd: home, stdio });

const endOf = (child: ChildProcess): Promise<void> => new Promise((resolve) => child.once('close', () => resolve()));
