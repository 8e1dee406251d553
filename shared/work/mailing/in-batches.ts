/** Long mailings in batches that a function's time is enough for. */

/** How many people are leased at a time: what can be mailed in some seconds, so that a lease never outlives its call. */
export const batchSize = (mailsPerSecond: number): number => Math.max(1, Math.min(50, Math.floor(mailsPerSecond * 10)));

/** Works through ids a batch at a time while there is time; returns those that are left. */
export const inBatches = async (
  ids: readonly string[],
  { size, shouldPause }: { size: number; shouldPause: () => boolean },
  work: (batch: string[]) => Promise<void>,
): Promise<string[]> => {
  for (let start = 0; start < ids.length; start += size) {
    if (start > 0 && shouldPause()) return ids.slice(start);
    await work(ids.slice(start, start + size));
  }
  return [];
};
