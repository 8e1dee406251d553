/** Every function of the system, ready to be invoked by name or ARN. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { availableParallelism, devNull } from 'node:os';
import { dirname } from 'node:path';
import type { AccessKeys } from '../door/access-keys.ts';
import { localCredentials } from '../emulators/addresses.ts';
import type { DataFolder } from '../emulators/data-folder.ts';
import type { FunctionDefinition } from '../template/functions.ts';
import { region } from '../template/intrinsics.ts';
import type { Clock } from './clock.ts';
import { createPool, type Pool } from './pool.ts';
import { startSandbox } from './sandbox.ts';
import { writeWorkerProgram } from './worker-program.ts';

/** All functions. */
export type Lambda = {
  /** The pool of a function, by its name or ARN. */
  pool: (nameOrArn: string) => Pool;
  /** Ends a worker at once, whichever function's it is. */
  kill: (worker: string) => Promise<void>;
  stop: (graceMilliseconds: number) => Promise<void>;
};

/** Workers of one function that this machine runs at once; more only wait for each other. */
export const workersAtMost = Math.max(2, availableParallelism() + 1);

/** From so many workers on, of all functions together, none is kept for later that has no work now. */
const crowd = 2 * workersAtMost;

/** What Lambda itself puts into a function's environment, and what keeps an SDK from the user's own AWS settings. */
const runtimeEnvironment = (
  { name, handlerFile, handlerName, memoryMegabytes }: FunctionDefinition,
  accessKeys: AccessKeys,
) => ({
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  // Each function signs with a name of its own, as in AWS each has a role of its own.
  AWS_ACCESS_KEY_ID: accessKeys.of(name),
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
  AWS_CONFIG_FILE: devNull,
  AWS_SHARED_CREDENTIALS_FILE: devNull,
  AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x',
  AWS_LAMBDA_FUNCTION_NAME: name,
  AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
  AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(memoryMegabytes),
  LAMBDA_TASK_ROOT: dirname(handlerFile),
  _HANDLER: handlerName,
  TZ: 'UTC',
});

/** Workers map their stacks themselves (source-maps.ts). */
const withoutSourceMaps = ({ NODE_OPTIONS = '', ...others }: Readonly<Record<string, string>>) => ({
  ...others,
  NODE_OPTIONS: NODE_OPTIONS.replace('--enable-source-maps', '').trim(),
});

/** What functions run on; `trusting` says whom they trust who call the API over TLS. */
export type FunctionsOptions = {
  folder: DataFolder;
  clock: Clock;
  endpoint: string;
  accessKeys: AccessKeys;
  trusting?: Readonly<Record<string, string>>;
};

/** Prepares the functions; the workers of each start with its first invocation. All services of AWS are at `endpoint`. */
export const prepareFunctions = (
  definitions: readonly FunctionDefinition[],
  { folder, clock, endpoint, accessKeys, trusting }: FunctionsOptions,
): Lambda => {
  const logs: WriteStream[] = [];
  const program = writeWorkerProgram(folder.file('worker.mjs'));
  const isCrowded = () => pools.reduce((sum, [, pool]) => sum + pool.size(), 0) >= crowd;
  const pools: [FunctionDefinition, Pool][] = definitions.map((definition) => {
    const log = createWriteStream(folder.file('logs', `${definition.name}.log`), { flags: 'a' });
    logs.push(log);
    const environment = {
      ...runtimeEnvironment(definition, accessKeys),
      AWS_ENDPOINT_URL: endpoint,
      ...trusting,
      ...withoutSourceMaps(definition.environment),
    };
    const start = () => startSandbox({ program, definition, environment, clock: clock.shared, log });
    const limit = Math.min(definition.reservedConcurrency ?? workersAtMost, workersAtMost);
    return [definition, createPool(start, limit, isCrowded)];
  });
  return {
    pool: (nameOrArn) => {
      const found = pools.find(([{ name, arn }]) => name === nameOrArn || arn === nameOrArn);
      if (found === undefined) throw new Error(`The template has no function ${nameOrArn}.`);
      return found[1];
    },
    kill: async (worker) => {
      for (const [, pool] of pools) if (await pool.kill(worker)) return;
    },
    stop: async (graceMilliseconds) => {
      await Promise.all(pools.map(([, pool]) => pool.stop(graceMilliseconds)));
      await Promise.all(logs.map((log) => new Promise<void>((resolve) => log.end(resolve))));
    },
  };
};
