/** What is tried again when the connection breaks. */

/** How often the same bytes are sent before somebody is asked. */
const mostTries = 3;

/** Milliseconds before the second try; twice as many before the third. */
const firstPause = 1_000;

/** Does it, up to three times in all; what the signal was aborted with ends it at once. Throws what the last try threw. */
export const severalTimes = async <Done>(signal: AbortSignal, once: () => Promise<Done>): Promise<Done> => {
  for (let tries = 1; ; tries += 1) {
    try {
      return await once();
    } catch (thrown) {
      if (signal.aborted) throw signal.reason;
      if (tries === mostTries) throw thrown;
      await new Promise((resolve) => setTimeout(resolve, firstPause * tries));
    }
  }
};
