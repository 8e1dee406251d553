/** How long attempts to sign in wait: for a place, and after a write that was lost to another one. */
import { randomInt } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { Refused } from '../../domain/refusals.ts';

/** How an attempt waits; `elapsed` are milliseconds, of a clock that nobody sets. */
export type Pace = { elapsed: () => number; sleep: (milliseconds: number) => Promise<unknown> };

/** As time passes. */
export const realPace: Pace = { elapsed: () => performance.now(), sleep };

/**
 * Milliseconds that a request waits for its turn, whatever it waits for: with the calls to the store around them half a
 * second. A function that waits costs as much as one that works, so that whoever waits long makes a flood of requests
 * many times as dear.
 */
export const longestWait = 470;

/** Milliseconds in which what was found is written: longer, since it is a turn that was had, and a guess that counts. */
export const longestSettling = 3_000;

/** Milliseconds until a place may have come free: some quarter of what a hash takes. */
export const untilFree = (): number => randomInt(50, 250);

/** Milliseconds after a lost write: the more of them, the longer, so that a crowd spreads out and does not only hinder itself. */
export const afterLoss = (losses: number): number => randomInt(5, 50 * Math.min(losses + 1, 8));

/** Waits until a moment that is reckoned from now on: throws `Refused` TooManyAttempts instead of waiting beyond it. */
export const waitingAtMost = (most: number, { elapsed, sleep }: Pace): ((milliseconds: number) => Promise<void>) => {
  const end = elapsed() + most;
  return async (milliseconds) => {
    if (elapsed() + milliseconds > end) throw new Refused({ code: 'TooManyAttempts', fact: '1' });
    await sleep(milliseconds);
  };
};
