/** Keeping to the rate that a mail service allows. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Mailer } from './mailer.ts';

/**
 * A mailer that begins at most `mailsPerSecond()` mails a second (any number above 0), evenly spaced and in order; others
 * wait their turn. The rate is asked at each mail, since it may change. It keeps time by the monotonic clock, not by Date
 * as p-throttle does, because a clock that is set back would make mails wait for as long as it went back.
 */
export const paced = (mailer: Mailer, mailsPerSecond: () => number): Mailer => {
  let nextTurn = 0;
  return {
    send: async (mail) => {
      const now = performance.now();
      const turn = Math.max(now, nextTurn);
      nextTurn = turn + 1000 / mailsPerSecond();
      // A timer counts from the start of its turn of the event loop, so that it may be early.
      for (let early = turn - now; early > 0; early = turn - performance.now()) await sleep(early);
      return mailer.send(mail);
    },
  };
};
