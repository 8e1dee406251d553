/** What became of an import, in a line. */
import { type RowOutcome, rowOutcomes } from '../../shared/domain/imports/import-progress.ts';
import { fileNameOf } from '../../shared/domain/imports/option-files.ts';
import type { Import } from './import-api.ts';

/** Rows by outcome. */
export const countsOf = (over: Import): [RowOutcome, number][] => rowOutcomes.map((name) => [name, over[name]]);

/** Rows that have their outcome. */
export const rowsDone = (over: Import): number => countsOf(over).reduce((sum, [, count]) => sum + count, 0);

/** Whether every row of the file was taken, or would be. */
export const wentWell = ({ status, refused }: Import): boolean => status === 'succeeded' && refused === 0;

/** One line: how the import ended. */
export const outcomeOf = (over: Import): string => {
  const { status, rows, created, error, options } = over;
  const name = fileNameOf(over.file.key);
  if (status === 'failed') return `${name}: failed. ${error?.message ?? 'See the logs.'}`;
  if (status === 'onHold') return `${name}: on hold, since seats are short. Nobody was created or changed.`;
  if (status === 'cancelled') return `${name}: cancelled, ${created} created${changesOf(over)}.`;
  if (status !== 'succeeded') return `${name}: ${status}, ${created} created.`;
  if (options.dryRun) {
    return `${name}: dry run, nothing was changed. Of ${rows ?? 0} people ${created} would be created, ${othersOf(over)}; ${over.mails ?? 0} mails would be sent.`;
  }
  return `${name}: ${created} of ${rows ?? 0} people created, ${othersOf(over)}.`;
};

/** All other outcomes that there are, refused rows always. */
const othersOf = (over: Import): string =>
  (['updated', 'unchanged', 'skipped', 'deleted', 'restored', 'refused'] as const)
    .filter((name) => name === 'refused' || over[name] > 0)
    .map((name) => `${over[name]} ${name}`)
    .join(', ');

const changesOf = ({ updated }: Import): string => (updated > 0 ? `, ${updated} updated` : '');

/** How the text of the file was read, with cells that show whether that is right; empty where it was no text. */
export const textOf = ({ encoding, encodedCells }: Import): string => {
  const cells = encodedCells.map((cell) => `“${cell}”`).join(', ');
  return encoding ? `Read as ${encoding}${cells === '' ? '' : `: ${cells}`}.` : '';
};

/** What to buy, so that nobody waits; empty when nothing is short. */
export const toBuyOf = ({ licences }: Import): string => {
  const short = licences.filter(({ seatsToBuy }) => seatsToBuy > 0);
  const list = short.map(({ skuPartNumber, seatsToBuy }) => `${seatsToBuy} of ${skuPartNumber}`).join(', ');
  return short.length === 0 ? '' : `Seats to buy: ${list}.`;
};
