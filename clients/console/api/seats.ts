/** Seats of licences, counted. */
import type { Licence } from './people.ts';

type Seats = Pick<Licence, 'prepaidUnits' | 'consumedUnits' | 'reservedUnits'>;

/** Seats that people hold or running imports have reserved: no lower number can be set. */
export const seatsInUse = ({ consumedUnits, reservedUnits }: Omit<Seats, 'prepaidUnits'>): number =>
  consumedUnits + reservedUnits;

/** Seats that nobody holds and no import has reserved; never less than none. */
export const seatsLeft = (seats: Seats): number => Math.max(seats.prepaidUnits.enabled - seatsInUse(seats), 0);
