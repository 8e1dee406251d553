/** Fetching from servers on a machine that has too much to do. */
import { setTimeout as sleep } from 'node:timers/promises';

const maxTries = 5;

/**
 * Fetches, and asks again where that is harmless: when a connection was closed while it was about to be used, or when a
 * gateway says of itself that it got no answer in time, which the function behind it would say with an error of its own.
 */
export const fetchAgain = async (
  address: string,
  request: RequestInit,
  isHarmless: boolean,
): Promise<{ response: Response; text: string }> => {
  for (let tries = 1; ; tries += 1) {
    const isLast = !isHarmless || tries === maxTries;
    try {
      const response = await fetch(address, request);
      const text = await response.text();
      if (isLast || !(response.status >= 500 && gateway.test(text))) return { response, text };
    } catch (error) {
      if (isLast) throw error;
    }
    await sleep(1000 * tries);
  }
};

/** The local gateway, AWS's, and the emulator's, which shows what became of the function. */
const gateway = /"message":\s*"(Internal Server Error|Service Unavailable)"|"errorType":\s*"Sandbox\.Timedout"/;
