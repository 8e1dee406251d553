/** How one attempt waits: it really does, and its clock shows its own waits alone, however slow the machine is. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Pace } from '../../shared/work/passwords/attempt-pace.ts';

export const ownPace = (): Pace => {
  let waited = 0;
  return {
    elapsed: () => waited,
    sleep: async (milliseconds) => {
      waited += milliseconds;
      await sleep(milliseconds);
    },
  };
};
