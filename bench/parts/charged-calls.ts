/** Calls of a function whose time is what Lambda would charge it: CPU at its share of a core, and waiting for services. */

/** CPU seconds of a core that a function has in each second, by its memory: 1,769 MB are one, and one thread uses no more. */
export const shareOf = (megabytes: number): number => Math.min(1, megabytes / 1769);

/** One call, as it went. */
export type ChargedCall = { what: string; seconds: number };

/** Charges calls one after the other; `wait` adds milliseconds that a service is waited for. */
export const chargedCalls = ({ share, timeoutSeconds }: { share: number; timeoutSeconds: number }) => {
  const calls: ChargedCall[] = [];
  let began = process.cpuUsage();
  let waited = 0;
  const seconds = () => {
    const { user, system } = process.cpuUsage(began);
    return (user + system) / 1e6 / share + waited / 1000;
  };
  return {
    calls,
    wait: (milliseconds: number) => {
      waited += milliseconds;
    },
    /** As functions ask (shared/lambda/on-queue.ts): whether a fifth of the time is left. */
    shouldPause: () => seconds() > timeoutSeconds * 0.8,
    /** Makes a call; throws when it would have been ended by Lambda. */
    call: async (what: string, work: () => Promise<void>): Promise<void> => {
      began = process.cpuUsage();
      waited = 0;
      await work();
      const call = { what, seconds: seconds() };
      calls.push(call);
      if (call.seconds > timeoutSeconds) throw new Error(`${what} took ${call.seconds} s of ${timeoutSeconds}`);
    },
  };
};
