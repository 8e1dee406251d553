/** Ports that die: after so many calls nothing answers any more, as in a function that was killed. */

/** Thrown by everything that a dead call still asks for. */
export class Died extends Error {}

/** A life of so many port calls. The last one takes effect, and is not answered. */
export class Life {
  readonly calls: number;
  used = 0;

  constructor(calls = Number.POSITIVE_INFINITY) {
    this.calls = calls;
  }

  get isOver(): boolean {
    return this.used >= this.calls;
  }

  async spend<Answer>(call: () => Promise<Answer>): Promise<Answer> {
    if (this.isOver) throw new Died();
    const answer = await call();
    this.used += 1;
    if (this.isOver) throw new Died();
    return answer;
  }
}

/** The same ports, each call of which costs one of a life's. Rules, clocks and streams cost nothing. */
export const mortal = <Ports extends object>(ports: Ports, life: Life): Ports =>
  Object.fromEntries(
    Object.entries(ports).map(([name, port]) => {
      if (immortal.has(name)) return [name, port];
      if (typeof port === 'function') return [name, mortalCall(port as Call, life)];
      if (typeof port !== 'object') return [name, port];
      const calls = Object.entries(port as object);
      return [name, Object.fromEntries(calls.map(([key, call]) => [key, mortalCall(call as Call, life)]))];
    }),
  ) as Ports;

/** What is at hand, and no call. */
const immortal = new Set([
  'now',
  'shouldPause',
  'isCommonPassword',
  'isTransient',
  'isImpossible',
  'reportSetAside',
  'organisation',
  'policy',
  'file',
  'defaults',
]);

type Call = (...parameters: unknown[]) => unknown;

const mortalCall =
  (call: Call, life: Life): Call =>
  (...parameters) => {
    if (streams.has(call.constructor.name)) return call(...parameters);
    return life.spend(async () => call(...parameters));
  };

const streams = new Set(['AsyncGeneratorFunction']);
