import type { RoleRow, RowOutcome, RowResult } from '../../domain/imports/import-progress.ts';
import type { Refusal } from '../../domain/refusals.ts';
import type { Instant } from '../../domain/time.ts';

/** What is counted of an import: its rows by what became of them, people who wait for a licence, mails of a dry run. */
export type Counted = RowOutcome | 'waiting' | 'mails';

/** A licence that is short, by name, with how many seats to buy. */
export type ShortLicence = { licence: string; toBuy: number };

/** What can be asked of an import next. */
export type NextStep = 'apply' | 'resume' | 'undo';

/** A row that was refused, and why. */
export type RefusedRow = Pick<RowResult, 'rowNumber' | 'userPrincipalName' | 'code' | 'target' | 'fact'>;

/** A migration batch whose people have their mailboxes, or that was completed. */
export type ToldBatch = { displayName: string; isCompleted: boolean; graceDays: number };

/** How an import ended, as its mail tells it. */
export type ImportOutcome = {
  id: string;
  kind: 'import' | 'dryRun' | 'undo';
  /** The file's name as the administrator knows it. */
  fileName: string;
  startedAt: Instant;
  endedAt: Instant;
  /** `complete`: every row has its outcome. One that was stopped has a refusal; without any row it is a refused file. */
  end: { how: 'complete' | 'cancelled' } | { how: 'stopped'; refusal: Refusal };
  /** How the file's text was read, and cells that show it; absent where it was none. */
  text?: { encoding: string; cells: readonly string[] };
  /** Rows of the file, as far as they were counted. */
  rows: number;
  /** Rows that have their outcome. */
  done: number;
  counts: Readonly<Record<Counted, number>>;
  /** Empty when there were enough seats. */
  short: readonly ShortLicence[];
  /** Whose roles its rows changed: the first of them, and how many they are; absent where nobody's. */
  roles?: { rows: readonly RoleRow[]; count: number };
  /** The first rows that were refused; absent where none was. */
  refusedRows?: readonly RefusedRow[];
  /** Of a migration batch whose rows all have their outcome. */
  batch?: ToldBatch;
  /** There is a report. */
  hasReport: boolean;
  nextSteps: readonly NextStep[];
};

/** An import that waits for seats, as its mail tells it. */
export type ImportOnHold = { id: string; fileName: string; rows: number; short: readonly ShortLicence[] };
