/** What goes wrong in a run: everything that can, each more or less often, as the seed decides. */
import { type FaultPlan, faultPlan } from '../../infra/local/faults/fault-plan.ts';
import { chanceOf } from './chance.ts';

/** How often each befalls what it can befall, in the middle of what seeds choose. */
const usual = {
  dieBefore: 0.004,
  dieDuring: 0.004,
  dieAfter: 0.004,
  loseAnswer: 0.01,
  throttle: 0.015,
  fail: 0.01,
  conflict: 0.06,
  doPartly: 0.1,
  exceedQuota: 0.02,
  deliverTwice: 0.06,
  deliverAgain: 0.04,
  deliverLate: 0.06,
  sendTwice: 0.1,
} as const;

const deaths = ['dieBefore', 'dieDuring', 'dieAfter'] as const;

/**
 * The plan of a seed. With `everyCall`, a worker also dies once before, at and after each call that its function makes.
 * Failed messages come back soon, since a run is short.
 */
export const faultPlanOf = (seed: number, everyCall: boolean): FaultPlan => {
  const chance = chanceOf(seed);
  const once = everyCall ? deaths.map((does) => ({ does, eachCallOnce: true })) : [];
  const rules = Object.entries(usual).map(([does, share]) => ({ does, share: (share * chance.number(20, 200)) / 100 }));
  return faultPlan.parse({ seed, rules: [...once, ...rules], redeliverAfterSeconds: 2 });
};

/** Nothing goes wrong any more; what failed comes back soon. */
export const peace: FaultPlan = faultPlan.parse({ redeliverAfterSeconds: 2 });
