/** Seats of licences, and those that have to be bought. */
import type { Licence } from '../../api/people.ts';

/** Seats that nobody holds and no import has reserved; never less than none. */
export const seatsLeft = ({ prepaidUnits, consumedUnits, reservedUnits }: Licence): number =>
  Math.max(prepaidUnits.enabled - consumedUnits - reservedUnits, 0);

/** The chosen licences of which no seat is left: one more of each has to be bought. */
export const licencesToBuy = (licences: readonly Licence[], chosen: readonly string[]): Licence[] =>
  licences.filter((licence) => chosen.includes(licence.skuId) && seatsLeft(licence) < 1);
