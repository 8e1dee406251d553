/** How many examples each property is tried with: `NUM_RUNS=3000 npm test` tries many, as a night has time for. */
import fc from 'fast-check';

const usual = Number(process.env.NUM_RUNS ?? 200);

fc.configureGlobal({ numRuns: usual });

/** A share of them, for a property whose every example takes long. */
export const runs = (share: number): number => Math.ceil(usual * share);
