/** How many seats are missing. */
import type { Catalogue } from '../../domain/licences/licences.ts';
import type { Person } from '../../domain/person.ts';
import type { Directory } from '../directory.ts';

/** A licence with the seats to buy of it. */
export type SeatsToBuy = { skuId: string; skuPartNumber: string; seats: number };

/** For each licence that a person waits for, how many seats to buy: one for everybody who waits for it. */
export const seatsToBuy = async (
  { waitingLicenses }: Person,
  catalogue: Catalogue,
  directory: Pick<Directory, 'countWaiting'>,
): Promise<SeatsToBuy[]> =>
  Promise.all(
    waitingLicenses.map(async ({ skuId }) => ({
      skuId,
      skuPartNumber: catalogue.find((sku) => sku.skuId === skuId)?.skuPartNumber ?? skuId,
      seats: await directory.countWaiting(skuId),
    })),
  );
