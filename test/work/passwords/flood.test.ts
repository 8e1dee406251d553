/** A flood of guesses, in simulated time: how many functions it keeps busy. */
import { floods, simulate } from '../../../bench/parts/simulated-flood.ts';

test.each(floods)('at the gateway\u2019s 50 a second fewer than 60 run at once: $what (weakness 3)', async (flood) => {
  const { most, longestRefused } = await simulate(flood, 50, 10);
  expect(most).toBeLessThan(60);
  expect(longestRefused).toBeLessThanOrEqual(500);
});
