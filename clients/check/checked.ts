/** What a check of the state is asked for, and what it says does not hold. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import type { Policy } from '../../shared/domain/policy.ts';
import type { Instant } from '../../shared/domain/time.ts';
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
  /** ARN of the topic that alarms go to; absent where there are none, as of a local engine. */
  alarmTopic?: string;
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

/** Something that does not hold. `about` and `what` tell ids, and no name, address or secret. */
export type Finding = { invariant: string; about: string; what: string };
