/** Functions that run in the benchmark's own process write their log where its figures are to stand. */

/** Does something whose output is thrown away. */
export const withoutLog = async <Result>(work: () => Promise<Result>): Promise<Result> => {
  const { write } = process.stdout;
  process.stdout.write = () => true;
  try {
    return await work();
  } finally {
    process.stdout.write = write;
  }
};
