/** How far a long measurement is. */
import { SingleBar } from 'cli-progress';

/** A bar that is there while it goes on. */
export type Progress = { show: (done: number) => void; stop: () => void };

/** On a terminal a bar that removes itself, elsewhere nothing: the figures are what stays. */
export const progressBar = (what: string, total: number): Progress => {
  const bar = new SingleBar({
    format: `${what} [{bar}] {value} of {total}, {eta_formatted} left`,
    barsize: 30,
    hideCursor: true,
    clearOnComplete: true,
  });
  bar.start(total, 0);
  return { show: (done) => bar.update(done), stop: () => bar.stop() };
};
