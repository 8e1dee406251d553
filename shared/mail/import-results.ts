import type { Refusal } from '../domain/refusals.ts';
import type { Instant } from '../domain/time.ts';
import type { Letterhead, MailContent } from './letterhead.ts';

/** How an import ended, as its mail tells it. */
export type ImportOutcome = {
  /** The file's name as the administrator knows it. */
  fileName: string;
  startedAt: Instant;
  endedAt: Instant;
} & (
  | {
      rows: number;
      created: number;
      updated: number;
      unchanged: number;
      refused: number;
      /** People of this file who wait for a licence. */
      waiting: number;
      /** Licences that were short, by name, with how many to buy; empty when there were enough. */
      short: readonly { licence: string; toBuy: number }[];
      /** Where the report is, as text. */
      report?: string;
    }
  /** Why the whole file was refused. */
  | { refusal: Refusal }
);

/** The mail that tells the administrator how an import ended. Never holds a password. */
export const importResults = (_outcome: ImportOutcome, _letterhead: Letterhead): MailContent => {
  throw new Error('not written yet');
};
