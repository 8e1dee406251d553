/** When a message that could not be worked off comes again, and how often it may. */

/** Seconds until the second try of a message, doubled with each later one. */
const firstWait = 5;

/** Seconds between two tries at most: soon enough when a service is back, rare enough while it is not. */
const longestWait = 600;

/** Waits are spread by so much to either side, so that a thousand messages do not come back in one second. */
const spread = 0.2;

/**
 * Deliveries before a message is dead. The waits between so many tries are longer than an hour, however chance spreads
 * them: an outage of an hour makes no dead letters. A poisonous message is dead after an hour and a half.
 */
export const mostReceives = 16;

/**
 * Seconds for which a message is hidden after a try that failed for a reason that passes. `receives` is the number of
 * its deliveries so far, from 1; `random` is from 0 to 1.
 */
export const secondsToNextTry = (receives: number, random: number): number => {
  const wait = Math.min(longestWait, firstWait * 2 ** Math.min(receives - 1, 16));
  return Math.round(wait * (1 - spread + 2 * spread * random));
};

/** A queue as the function that works it off needs it, and what is known of failures. */
export type Redelivery = {
  /** Whether what failed may succeed a moment later: throttling, a time-out, a service that is down, a lost race. */
  isTransient: (error: unknown) => boolean;
  /** Whether what failed can never succeed, because of what was asked for. */
  isImpossible: (error: unknown) => boolean;
  /** Hides a message for so many seconds from now on. */
  postpone: (receiptHandle: string, seconds: number) => Promise<void>;
};
