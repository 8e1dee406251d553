/** The workers of one function: as many as there is work for, up to a limit; one invocation at a time each. */
import type { Sandbox } from './sandbox.ts';

/** Runs a function. */
export type Pool = {
  /** Invokes the function and gives its result as data. Rejects with a FunctionError when it fails. */
  invoke: (event: unknown) => Promise<unknown>;
  /** Ends a worker at once, as a crash would: what it was doing fails. False when it is none of these. */
  kill: (worker: string) => Promise<boolean>;
  /** How many workers it has. */
  size: () => number;
  /** Lets what runs finish, for at most `graceMilliseconds`, then ends the workers. */
  stop: (graceMilliseconds: number) => Promise<void>;
};

/**
 * A worker takes some 30 MB and more, so those that a burst left without work are ended; the last one waits longer, unless
 * many others are at work.
 */
const idleMilliseconds = 2_000;
const lastIdleMilliseconds = 45_000;
const lookEveryMilliseconds = 1_000;

/** A pool that starts workers with `start`, `limit` at most. `isCrowded`: there are many workers, of all functions together. */
export const createPool = (start: () => Sandbox, limit: number, isCrowded = () => false): Pool => {
  /** The one that had work last is at the end, and gets the next. */
  const idle: { sandbox: Sandbox; since: number }[] = [];
  const all = new Set<Sandbox>();
  const waiting: ((sandbox: Sandbox) => void)[] = [];
  const running = new Set<Promise<unknown>>();

  let looking: NodeJS.Timeout | undefined;
  const isTooLong = (since: number): boolean =>
    performance.now() - since >= (all.size === 1 && !isCrowded() ? lastIdleMilliseconds : idleMilliseconds);
  const trim = (): void => {
    for (let [oldest] = idle; oldest !== undefined && isTooLong(oldest.since); [oldest] = idle) {
      idle.shift();
      all.delete(oldest.sandbox);
      void oldest.sandbox.end();
    }
    looking = undefined;
    if (idle.length > 0) trimLater();
  };
  const trimLater = (): void => {
    looking ??= setTimeout(trim, lookEveryMilliseconds).unref();
  };

  const startOne = (): Sandbox => {
    const sandbox = start();
    all.add(sandbox);
    return sandbox;
  };

  const take = (): Promise<Sandbox> | Sandbox => {
    for (let last = idle.pop(); last !== undefined; last = idle.pop()) {
      if (last.sandbox.isAlive()) return last.sandbox;
      all.delete(last.sandbox);
    }
    return all.size < limit ? startOne() : new Promise((resolve) => waiting.push(resolve));
  };

  const giveBack = (sandbox: Sandbox): void => {
    const isAlive = sandbox.isAlive();
    if (!isAlive) all.delete(sandbox);
    const next = waiting.shift();
    if (next !== undefined) next(isAlive ? sandbox : startOne());
    else if (isAlive) idle.push({ sandbox, since: performance.now() });
    trimLater();
  };

  const run = async (event: unknown): Promise<unknown> => {
    const sandbox = await take();
    try {
      return JSON.parse(await sandbox.invoke(JSON.stringify(event)));
    } finally {
      giveBack(sandbox);
    }
  };

  return {
    invoke: (event) => {
      const result = run(event);
      const settled = result.catch(() => {}).finally(() => running.delete(settled));
      running.add(settled);
      return result;
    },
    kill: async (worker) => {
      const found = [...all].find(({ id }) => id === worker);
      await found?.kill();
      return found !== undefined;
    },
    size: () => all.size,
    stop: async (graceMilliseconds) => {
      let timer: NodeJS.Timeout | undefined;
      const grace = new Promise((resolve) => {
        timer = setTimeout(resolve, graceMilliseconds);
      });
      await Promise.race([Promise.all(running), grace]);
      clearTimeout(timer);
      clearTimeout(looking);
      await Promise.all([...all].map((sandbox) => sandbox.end()));
    },
  };
};
