/** Waits until the system has nothing more to mail. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Muster } from '../muster.ts';

const pollMilliseconds = 200;

/** Without a mail for this long, what is left waits for something that a short run will not see. */
const patienceMilliseconds = 60_000;

/** Resolves with true when every queue is empty, and with false when nothing moves any more. */
export const waitForMails = async ({ queueCounts, mailCount }: Muster): Promise<boolean> => {
  let mails = mailCount();
  let lastMove = performance.now();
  let quietLooks = 0;
  while (performance.now() - lastMove < patienceMilliseconds) {
    const isQuiet = queueCounts().every(({ waiting, inFlight }) => waiting === 0 && inFlight === 0);
    // Twice, since a function may be between taking one message and sending the next.
    quietLooks = isQuiet ? quietLooks + 1 : 0;
    if (quietLooks === 2) return true;
    if (mailCount() !== mails) lastMove = performance.now();
    mails = mailCount();
    await sleep(pollMilliseconds);
  }
  return false;
};
