/** One worker thread of one function: starts it, gives it one invocation at a time, ends it. */
import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import type { FunctionDefinition } from '../template/functions.ts';
import type { SharedOffset } from './clock.ts';
import type { Answer, Invocation, Ready, WorkerData } from './worker.ts';

/** An invocation that threw, crashed or took too long. */
export class FunctionError extends Error {
  readonly type: string;
  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** A worker that lives until it crashes or is ended; `invoke` may be called again when the last call has settled. */
export type Sandbox = {
  /** By which it is known to the services that it calls: the token of its session. */
  id: string;
  invoke: (payload: string) => Promise<string>;
  isAlive: () => boolean;
  /** Ends it as a crash would. */
  kill: () => Promise<void>;
  end: () => Promise<void>;
};

/** What every worker of a function is started with. */
export type SandboxOptions = {
  /** What a worker runs (worker-program.ts). */
  program: URL;
  definition: FunctionDefinition;
  environment: Record<string, string>;
  clock: SharedOffset;
  log: Writable;
};

/**
 * How long a bundle may take to load, which does not count as its first invocation's time. Lambda allows ten seconds, on a
 * machine that has nothing else to do; here whoever is ended for being slow only begins anew, and slows down all others.
 */
const loadSeconds = 60;

/** Left alone, each worker's new objects may fill 48 MB before they are collected; there are many workers. */
const youngMegabytes = 6;

/** Starts a worker; its first invocation waits for the bundle to load. */
export const startSandbox = ({ program, definition, environment, clock, log }: SandboxOptions): Sandbox => {
  const { name, arn, handlerFile, handlerName, memoryMegabytes, timeoutSeconds } = definition;
  const workerData: WorkerData = {
    handlerFile,
    handlerName,
    clock,
    functionName: name,
    functionArn: arn,
    memoryMegabytes,
  };
  const id = randomUUID();
  const worker = new Worker(program, {
    workerData,
    env: { ...environment, AWS_SESSION_TOKEN: id },
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: memoryMegabytes, maxYoungGenerationSizeMb: youngMegabytes },
  });
  worker.stdout.on('data', (chunk) => log.write(chunk));
  worker.stderr.on('data', (chunk) => log.write(chunk));

  let alive = true;
  let settle: (outcome: Answer | Ready) => void = () => {};
  const outcome = () =>
    new Promise<Answer | Ready>((resolve) => {
      settle = resolve;
    });
  const crash = (errorType: string, errorMessage: string) => {
    if (alive) log.write(`${errorType}: ${errorMessage}\n`);
    alive = false;
    settle({ errorType, errorMessage });
  };
  const within = async (seconds: number, awaited: Promise<Answer | Ready>): Promise<Answer | Ready> => {
    const timeout = setTimeout(() => {
      crash('Sandbox.Timedout', `Task timed out after ${seconds.toFixed(2)} seconds`);
      worker.terminate();
    }, seconds * 1000);
    return awaited.finally(() => clearTimeout(timeout));
  };
  worker.on('message', (answer: Answer | Ready) => settle(answer));
  worker.on('error', (error) =>
    crash('Runtime.UnhandledError', error instanceof Error ? `${error.stack}` : String(error)),
  );
  worker.on('exit', (code) => crash('Runtime.ExitError', `Runtime exited with status ${code}`));
  const loaded = within(loadSeconds, outcome());

  const invoke = async (payload: string): Promise<string> => {
    const load = await loaded;
    const answer = load === 'ready' && alive ? await within(timeoutSeconds, send(payload)) : load;
    if (answer === 'ready') throw new FunctionError('Runtime.ExitError', 'Runtime exited before the invocation');
    report(answer);
    if ('result' in answer) return answer.result;
    throw new FunctionError(answer.errorType, answer.errorMessage);
  };

  let reported = 0;
  /** As Lambda does at the end of an invocation, but only when there is news. */
  const report = ({ maxMegabytes = 0 }: Answer): void => {
    if (maxMegabytes <= reported) return;
    reported = maxMegabytes;
    log.write(`REPORT Memory Size: ${memoryMegabytes} MB Max Memory Used: ${maxMegabytes} MB\n`);
  };

  const send = (payload: string): Promise<Answer | Ready> => {
    const answered = outcome();
    const invocation: Invocation = { requestId: randomUUID(), payload, timeoutMilliseconds: timeoutSeconds * 1000 };
    worker.postMessage(invocation);
    return answered;
  };

  return {
    id,
    invoke,
    isAlive: () => alive,
    kill: async () => {
      const ended = worker.terminate();
      // Whatever it still answers: it may be faster than its end.
      crash('Runtime.ExitError', 'Runtime was killed');
      await ended;
    },
    end: async () => {
      alive = false;
      await worker.terminate();
    },
  };
};
