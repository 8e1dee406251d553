/** Time that passes as fast as it is worked through: whoever sleeps is woken in the order of their moments. */

export const simulatedTime = () => {
  let now = 0;
  const sleepers: { at: number; wake: () => void }[] = [];
  return {
    /** Milliseconds since the beginning. */
    elapsed: () => now,
    sleep: (milliseconds: number): Promise<void> =>
      new Promise((wake) => {
        sleepers.push({ at: now + milliseconds, wake });
        // Few are ever asleep for long, and those that were there first are woken first.
        sleepers.sort((one, other) => one.at - other.at);
      }),
    /** Lets time pass until nobody sleeps any more. */
    run: async (): Promise<void> => {
      for (;;) {
        // Everything that was woken does what it can do now.
        await new Promise<void>((turn) => setImmediate(turn));
        const next = sleepers.shift();
        if (!next) return;
        now = next.at;
        next.wake();
      }
    },
  };
};

/** Does something for which no time passes, by the time of day; timers run as ever. */
export const withClockStill = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const Real = globalThis.Date;
  const now = Real.now();
  globalThis.Date = class extends Real {
    constructor(...given: unknown[]) {
      super(...((given.length === 0 ? [now] : given) as [number]));
    }
    static override now = () => now;
  } as DateConstructor;
  try {
    return await work();
  } finally {
    globalThis.Date = Real;
  }
};
