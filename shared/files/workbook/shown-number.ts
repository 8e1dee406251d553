/** The number of a cell as a person sees it. */
import type { NumberFormat } from './number-formats.ts';

const dayMilliseconds = 24 * 60 * 60 * 1000;

/** The last day that Excel knows is in the year 9999. */
const lastDay = 2_958_466;

/**
 * A number in all of its digits, without the noise of binary fractions and without an exponent; dates and times as ISO
 * writes them. What is no number stays as it is.
 */
export const shownNumber = (written: string, format: NumberFormat, countsFrom1904: boolean): string => {
  const isWhole = /^-?\d+$/.test(written);
  if (isWhole && !format) return written;
  const number = Number(written);
  if (written.trim() === '' || !Number.isFinite(number)) return written;
  if (format?.shows === 'digits') return isWhole ? written.padStart(format.digits, '0') : plain(number);
  const day = format && countsFrom1904 ? number + 1462 : number;
  if (!format || day < 0 || day >= lastDay) return isWhole ? written : plain(number);
  return moment(day, format.shows);
};

/** Fifteen digits are what a spreadsheet itself holds and shows; behind them is noise. */
const plain = (number: number): string => {
  const rounded = Number(number.toPrecision(15));
  if (Number.isInteger(rounded)) return BigInt(rounded).toString();
  return rounded.toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 20,
    maximumSignificantDigits: 15,
  });
};

const moment = (day: number, shows: 'date' | 'time' | 'date and time'): string => {
  // The calendar of Excel has a 29 February 1900, so days before it stand one further on.
  const shifted = day < 60 ? day + 1 : day;
  const seconds = Math.round((shifted * dayMilliseconds) / 1000);
  const iso = new Date(Date.UTC(1899, 11, 30) + seconds * 1000).toISOString();
  if (shows === 'date') return iso.slice(0, 10);
  return shows === 'time' ? iso.slice(11, 19) : iso.slice(0, 19);
};
