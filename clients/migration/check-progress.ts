/** How far a check is, on standard error: a bar on a terminal, a line now and then elsewhere. */
import { SingleBar } from 'cli-progress';

/** Told how many rows are done. */
export type CheckProgress = { show: (done: number) => void; stop: () => void };

const lineEveryMilliseconds = 5000;

/** The progress of so many rows; `write` takes lines where there is no terminal. */
export const checkProgress = (rows: number, write: (line: string) => void): CheckProgress => {
  if (process.stderr.isTTY) {
    const bar = new SingleBar({ format: '[{bar}] {value} of {total} rows', hideCursor: true, barsize: 30 });
    bar.start(rows, 0);
    return { show: (done) => bar.update(done), stop: () => bar.stop() };
  }
  let next = performance.now() + lineEveryMilliseconds;
  return {
    show: (done) => {
      if (performance.now() < next) return;
      next = performance.now() + lineEveryMilliseconds;
      write(`${done} of ${rows} rows`);
    },
    stop: () => {},
  };
};
