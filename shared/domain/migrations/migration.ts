/** A migration batch: an import whose people get a mailbox, as Exchange knows it. It moves no mail. */
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../time.ts';

/**
 * Ways to migrate from Exchange, and from any server that speaks IMAP. A cutover makes the accounts; a staged or remote
 * move (hybrid) finds them, where they come from the directory on premises.
 */
export const migrationTypes = ['exchangeCutover', 'exchangeStaged', 'exchangeRemoteMove', 'imap'] as const;
export type MigrationType = (typeof migrationTypes)[number];

/** What a batch was asked for with; it is kept with its import. */
export type Migration = {
  type: MigrationType;
  displayName: string;
  /** Who is told of it; empty: the organisation's administrators. */
  notificationEmails: readonly string[];
  /** Whether it begins as soon as its file is there; else when somebody starts it, or at a moment. */
  autoStart: boolean;
  startAfterDateTime?: Instant;
  /** Whether it is complete as soon as it is synced, or at a moment behind that. */
  autoComplete: boolean;
  completeAfterDateTime?: Instant;
  /** The resumption of the import by which somebody started it. */
  startedBy?: number;
};

/** What became of a batch since every row had its outcome. `version` counts the writes. */
export type BatchMarks = {
  version: number;
  /** It was stopped when it was synced. */
  stoppedDateTime?: Instant;
  /** It was started again after that. */
  startedDateTime?: Instant;
  /** Somebody said that the mail is over there. */
  finalizedDateTime?: Instant;
  /** Its final report was mailed. */
  isFinalReportSent?: true;
  /** It was taken off the list. */
  removedDateTime?: Instant;
};

/** The marks of a batch of which nothing was said yet. */
export const noMarks: BatchMarks = { version: 0 };

/** Whether a batch whose file is there may begin. */
export const mayBegin = ({ autoStart, startAfterDateTime, startedBy }: Migration, now: Instant): boolean => {
  if (startedBy !== undefined) return true;
  return startAfterDateTime === undefined ? autoStart : startAfterDateTime <= now;
};

/** Whether a batch that is synced is complete by itself now. */
export const completesItself = ({ autoComplete, completeAfterDateTime }: Migration, now: Instant): boolean =>
  completeAfterDateTime === undefined ? autoComplete : completeAfterDateTime <= now;

/** Why a batch may not be, since people come from the directory on premises at the same time. */
export const refusalBesideSynchronization = (
  migration: Pick<Migration, 'type'> | undefined,
  { onPremisesSync }: { onPremisesSync?: { isEnabled: boolean } | undefined },
): Refusal | undefined =>
  migration?.type === 'exchangeCutover' && onPremisesSync?.isEnabled ? { code: 'CutoverWhileSynchronized' } : undefined;

/** Types of which each person is there already wherever people come from the directory on premises. */
const findsPeople: ReadonlySet<MigrationType> = new Set(['exchangeStaged', 'exchangeRemoteMove']);

/** Whether rows of the batch may add nobody. */
export const addsNobody = (
  migration: Pick<Migration, 'type'> | undefined,
  { onPremisesSync }: { onPremisesSync?: { isEnabled: boolean } | undefined },
): boolean => migration !== undefined && findsPeople.has(migration.type) && onPremisesSync?.isEnabled === true;

/** Rows that a batch of a type may have at most, rows of no person apart. */
export const mostRows = ({ type }: Pick<Migration, 'type'>, { migration }: Pick<Policy, 'migration'>): number =>
  ({
    exchangeCutover: migration.cutoverRows,
    exchangeStaged: migration.stagedRows,
    exchangeRemoteMove: migration.remoteMoveRows,
    imap: migration.imapRows,
  })[type];

/** What whoever starts a large cutover should know; nothing of another batch. */
export const adviceOn = (
  { type }: Pick<Migration, 'type'>,
  rows: number,
  { migration: { cutoverAdvisedRows } }: Pick<Policy, 'migration'>,
): string[] =>
  type === 'exchangeCutover' && rows > cutoverAdvisedRows
    ? [
        `This cutover has ${rows} mailboxes. Microsoft advises no more than ${cutoverAdvisedRows}, since moving the mail of more takes long; a staged migration may be the better way.`,
      ]
    : [];
