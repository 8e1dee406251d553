/** Seats of licences, and those that have to be bought. */
import type { Licence } from '../../api/people.ts';
import { seatsLeft } from '../../api/seats.ts';

/** The chosen licences of which no seat is left: one more of each has to be bought. */
export const licencesToBuy = (licences: readonly Licence[], chosen: readonly string[]): Licence[] =>
  licences.filter((licence) => chosen.includes(licence.skuId) && seatsLeft(licence) < 1);
