/** Numbers as they are taken and shown. */

/** The middle one of some runs, so that one disturbed run does not count. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((one, other) => one - other);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
};

/** A number with as many digits as mean something: 1,234 or 12.3 or 0.12. */
export const shown = (value: number): string =>
  value.toLocaleString('en', value >= 100 ? { maximumFractionDigits: 0 } : { maximumSignificantDigits: 3 });

/** How much `value` is of `of`. */
export const ratio = (value: number, of = 1): string => (value / of).toFixed(2);

/** Milliseconds that some work takes, with its result. */
export const timed = async <Result>(work: () => Promise<Result>): Promise<{ result: Result; milliseconds: number }> => {
  const began = performance.now();
  const result = await work();
  return { result, milliseconds: performance.now() - began };
};

/** Each of `times` runs, one after the other. */
export const repeated = async <Result>(times: number, run: () => Promise<Result>): Promise<Result[]> => {
  const results: Result[] = [];
  for (let time = 0; time < times; time += 1) results.push(await run());
  return results;
};
