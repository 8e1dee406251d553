/** How many sign-ins run at once while somebody floods the API with guesses, in simulated time. */
import type { Benchmark } from './parts/benchmark.ts';
import { shown } from './parts/numbers.ts';
import { floods, hashMilliseconds, simulate, storeMilliseconds } from './parts/simulated-flood.ts';

/** A flood of sign-ins. */
export const signInFlood: Benchmark = {
  name: 'sign-in-flood',
  measures: `Sign-ins at once under a flood, simulated: ${storeMilliseconds} ms a call to the store, ${hashMilliseconds} ms a hash`,
  run: async (smoke) => {
    const figures = [];
    for (const perSecond of [50, 200]) {
      for (const flood of floods) {
        const found = await simulate(flood, perSecond, smoke ? 3 : 60);
        figures.push({
          what: `${perSecond} a second: ${flood.what}`,
          measured: `${found.most} at once`,
          beside: `${perSecond === 50 ? 'goal: below 60; ' : ''}mean ${shown(found.mean)} ms, a refusal at most ${shown(found.longestRefused)} ms, ${shown(found.calls)} calls to the store each`,
        });
      }
    }
    return figures;
  },
};
