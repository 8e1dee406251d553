/** How many seats are missing. */
import type { Person } from '../../domain/person.ts';
import type { Directory } from '../directory.ts';

/** For each licence that a person waits for, how many seats to buy: one for everybody who waits for it. */
export const seatsToBuy = async (
  { waitingLicenses }: Person,
  directory: Pick<Directory, 'countWaiting'>,
): Promise<Record<string, number>> => {
  const counts = waitingLicenses.map(async ({ skuId }) => [skuId, await directory.countWaiting(skuId)] as const);
  return Object.fromEntries(await Promise.all(counts));
};
