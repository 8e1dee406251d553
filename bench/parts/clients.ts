/** Many clients at once. */
import { createHistogram, type RecordableHistogram } from 'node:perf_hooks';
import { shown, timed } from './numbers.ts';

/** Sends the requests 0 to `count` - 1, by so many clients that each waits for its answer before it asks again. */
export const sendAll = async (
  clients: number,
  count: number,
  send: (index: number) => Promise<void>,
): Promise<RecordableHistogram> => {
  const nanoseconds = createHistogram();
  let next = 0;
  const client = async () => {
    while (next < count) {
      const index = next++;
      const { milliseconds } = await timed(() => send(index));
      nanoseconds.record(Math.round(milliseconds * 1e6));
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  return nanoseconds;
};

/** How long the middle one took, and the slowest but one of a hundred. */
export const percentiles = (nanoseconds: RecordableHistogram): string => {
  const milliseconds = (share: number) => shown(nanoseconds.percentile(share) / 1e6);
  return `p50 ${milliseconds(50)} ms, p99 ${milliseconds(99)} ms`;
};
