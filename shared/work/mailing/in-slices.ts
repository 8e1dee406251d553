/** Long mailings in slices that a function's time is enough for. */

/** How many people are leased at a time: what can be mailed in some seconds, so that a lease never outlives its call. */
export const sliceSize = (mailsPerSecond: number): number => Math.max(1, Math.min(50, Math.floor(mailsPerSecond * 10)));

/** Works through ids a slice at a time while there is time; returns those that are left. */
export const inSlices = async (
  ids: readonly string[],
  { size, shouldPause }: { size: number; shouldPause: () => boolean },
  work: (slice: string[]) => Promise<void>,
): Promise<string[]> => {
  for (let start = 0; start < ids.length; start += size) {
    if (start > 0 && shouldPause()) return ids.slice(start);
    await work(ids.slice(start, start + size));
  }
  return [];
};
