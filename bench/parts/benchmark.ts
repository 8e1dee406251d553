/** What a benchmark is made of. */

/** One line of a table: what was measured, how much it was, and the limit or the ratio beside it. */
export type Figure = { what: string; measured: string; beside?: string };

/** A benchmark. `run` throws when the work was not done right; how long it took is for whoever reads the figures. */
export type Benchmark = {
  name: string;
  /** What the figures say, in a sentence. */
  measures: string;
  /**
   * With `smoke` the same code runs on little, to see that it runs; `rows` is how large the largest file is to be, and
   * `requests` how many are sent.
   */
  run: (smoke: boolean, rows?: number, requests?: number) => Promise<Figure[]>;
};

/** Throws unless a count is what it must be. */
export const mustBe = (what: string, found: unknown, expected: unknown): void => {
  if (found !== expected) throw new Error(`${what}: expected ${expected}, found ${found}`);
};
