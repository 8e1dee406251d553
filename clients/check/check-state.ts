/** Holds the state of a system against everything that always holds of it. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Instant } from '../../shared/domain/time.ts';
import { invariants } from './invariants.ts';
import { lookAtAll, settingOf } from './look.ts';
import { type Finding, lookAgain, told } from './look-again.ts';
import { Pace } from './state/pace.ts';
import type { TableNames } from './state/read-tables.ts';
import type { Mail } from './state/seen.ts';

/** What is checked, and by what. */
export type Checked = {
  clients: { dynamodb: DynamoDBDocumentClient; s3?: S3Client; sqs?: SQSClient };
  tables: TableNames;
  /** Reports are looked through for secrets; uploaded files are excepted. */
  buckets?: { imports: string; reports: string };
  /** URLs of queues whose messages are looked at: of dead letters, or of any while nobody takes from them. */
  queues?: readonly string[];
  /** What time it is for the system. */
  now: () => Instant | Promise<Instant>;
  /** Settings of the system's file; what was set in the directory is laid over them. */
  settings: { policy: Policy };
  /** Texts that may stand nowhere. */
  secrets?: readonly string[];
  /** Every mail that was sent, oldest first. */
  mails?: () => Promise<readonly Mail[]>;
  /** A local engine's data folder: all files in it are looked through for secrets. */
  dataFolder?: string;
  /** Nobody is at work: everything is judged at the first look, imports that are not over included. */
  isSettled?: boolean;
  /** No setting of passwords, mailboxes or deletion was ever changed: then due moments are exact. */
  isStrict?: boolean;
  /** Seconds by which what is due may be late; an hour, which is four sweeps. */
  lateSeconds?: number;
  /** Read units a second at most; 0, as fast as it goes. */
  readUnitsPerSecond?: number;
  /** Milliseconds between two looks at what is doubtful; 2,000. */
  pause?: number;
};

/** What was found. */
export type Report = {
  /** How many things each invariant was held against. */
  checked: Record<string, number>;
  findings: Finding[];
  /** What changed with every look: the system is at work on it. */
  moving: Finding[];
  /** Read units of DynamoDB that the first look took. */
  readUnits: number;
};

/**
 * Reads everything once, and changes no item, message or file. What seems not to hold may be the system at work: it is
 * read again, and is a finding when a later look says the very same of it. What is said of the whole, such as sums, takes
 * another reading of everything. Rejects with the error of a service that does not answer.
 */
export const checkState = async (checked: Checked): Promise<Report> => {
  const { clients, tables, readUnitsPerSecond = 0, isSettled = false } = checked;
  const reader = { client: clients.dynamodb, tables, pace: new Pace(readUnitsPerSecond) };
  const looks = await lookAtAll(invariants, checked, reader, await settingOf(checked));
  const readUnits = Math.ceil(reader.pace.used);
  const ends = isSettled ? { findings: looks.flatMap(told), moving: [] } : await lookAgain(looks, checked, reader);
  return {
    checked: Object.fromEntries(looks.map(({ invariant, looked }) => [invariant.name, looked])),
    ...ends,
    readUnits,
  };
};
