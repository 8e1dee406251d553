/** Shows how much of a file was uploaded: on a terminal alone, since it is soon over. */
import { SingleBar } from 'cli-progress';
import type { Upload } from './put-file.ts';

const silent: Upload = { start: () => {}, sent: () => {}, stop: () => {} };

/** The bar of a file. */
export const uploadBar = (name: string): Upload => {
  if (!process.stderr.isTTY) return silent;
  const bar = new SingleBar({
    format: `${name} [{bar}] {percentage}% uploaded`,
    hideCursor: true,
    barsize: 30,
    clearOnComplete: true,
  });
  return {
    start: (bytes) => bar.start(Math.max(1, bytes), 0),
    sent: (bytes) => bar.update(bytes),
    stop: () => bar.stop(),
  };
};
