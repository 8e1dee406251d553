/** Waiting for what happens elsewhere. */
import { setTimeout as sleep } from 'node:timers/promises';

/** How long to wait, how often to look (in seconds), and how the last answer is told; never with a password in it. */
export type Patience<Answer> = { seconds?: number; every?: number; show?: (answer: Answer) => unknown };

/** Asks until the answer fits, and returns it. Fails with what was waited for and what was seen last. */
export const waitFor = async <Answer>(
  what: string,
  ask: () => Promise<Answer>,
  fits: (answer: Answer) => boolean,
  { seconds = 60, every = 0.2, show = (answer) => answer }: Patience<Answer> = {},
): Promise<Answer> => {
  const end = performance.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (fits(answer)) return answer;
    if (performance.now() > end) {
      const seen = JSON.stringify(show(answer))?.slice(0, 2000);
      throw new Error(`Waited ${seconds} s in vain for ${what}. Last seen: ${seen}`);
    }
    await sleep(every * 1000);
  }
};
