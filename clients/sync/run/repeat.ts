/** Runs that come again, for a service or a container. */
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * Runs at once, and then so long after each beginning, or right behind it where it took longer. Ends when the signal does;
 * what was under way then is left to the next start, which makes it again.
 */
export const repeat = async (
  run: () => Promise<void>,
  everyMilliseconds: number,
  signal: AbortSignal,
): Promise<void> => {
  while (!signal.aborted) {
    const began = Date.now();
    await Promise.race([run(), ended(signal)]);
    if (signal.aborted) return;
    await sleep(Math.max(0, began + everyMilliseconds - Date.now()), undefined, { signal }).catch(() => {});
  }
};

const ended = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
