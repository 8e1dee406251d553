/** Numbers of seats as they are typed. */

/** The most that the API takes. */
export const mostSeats = 100_000_000;

/** The whole number that a text is, with or without marks between thousands; undefined where it is none that is taken. */
export const seatsIn = (text: string): number | undefined => {
  const digits = text.trim().replace(/(?<=\d)[.,'’\s](?=\d{3}(\D|$))/g, '');
  const seats = /^\d{1,9}$/.test(digits) ? Number(digits) : Number.NaN;
  return seats <= mostSeats ? seats : undefined;
};
