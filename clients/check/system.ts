/** The system that is checked: what its parts are called, and how they are reached. */
import { dirname } from 'node:path';
import { storageClient } from '../../shared/aws/clients.ts';
import { documentClient } from '../../shared/aws/dynamodb/document-client.ts';
import { defaultPolicy } from '../../shared/domain/policy.ts';
import { type Instant, instant } from '../../shared/domain/time.ts';
import { Explained } from '../aws/explain.ts';
import { findOutputs, outputNamed } from '../aws/outputs.ts';
import { quietQueueClient } from '../aws/queue-client.ts';
import type { Checked } from './checked.ts';
import type { CheckOptions } from './options.ts';
import type { Mail } from './state/seen.ts';

const deadLetters = [
  ...(['FilesDeadLetterQueueUrl', 'RowsDeadLetterQueueUrl', 'CredentialsDeadLetterQueueUrl'] as const),
  ...(['NoticesDeadLetterQueueUrl', 'DeliveriesDeadLetterQueueUrl', 'SweepsDeadLetterQueueUrl'] as const),
];
const needed = [
  ...(['DirectoryTableName', 'ImportsTableName', 'ImportBucketName', 'ReportBucketName'] as const),
  ...deadLetters,
] as const;
type Needed = Record<(typeof needed)[number], string>;

const usualRate = 1_000;

/** What the options name, ready to be checked. Throws Explained, or the error of AWS. */
export const systemOf = async (options: CheckOptions): Promise<Checked> => {
  const found = await findOutputs(options);
  const outputs = Object.fromEntries(needed.map((name) => [name, outputNamed(found, name)])) as Needed;
  const { LocalUrl, MailboxUrl, AlarmTopicArn } = found.outputs;
  // Told before anything is read: an engine that was stopped leaves its outputs behind when it was killed.
  if (LocalUrl !== undefined) await timeOf(LocalUrl);
  const { secrets, settings, late, settled, rate = LocalUrl === undefined ? usualRate : 0 } = options;
  return {
    clients: { dynamodb: documentClient(), sqs: quietQueueClient(), ...(secrets && { s3: storageClient() }) },
    tables: {
      directory: options.directory ?? outputs.DirectoryTableName,
      imports: options.imports ?? outputs.ImportsTableName,
    },
    buckets: { imports: outputs.ImportBucketName, reports: outputs.ReportBucketName },
    queues: deadLetters.map((name) => outputs[name]),
    ...(LocalUrl === undefined && AlarmTopicArn !== undefined && { alarmTopic: AlarmTopicArn }),
    now: LocalUrl === undefined ? () => instant(new Date()) : () => timeOf(LocalUrl),
    settings: { policy: settings?.policy ?? defaultPolicy },
    ...(secrets && { secrets }),
    ...(MailboxUrl !== undefined && { mails: () => mailsIn(MailboxUrl) }),
    ...(found.file !== undefined && LocalUrl !== undefined && { dataFolder: dirname(found.file) }),
    isSettled: settled,
    lateSeconds: late * 60,
    readUnitsPerSecond: rate,
  };
};

const timeOf = async (url: string): Promise<Instant> => {
  const { now } = (await answerOf(`${url}/_local/clock`)) as { now: string };
  return instant(now);
};

const mailsIn = async (url: string): Promise<Mail[]> => {
  const { emails } = (await answerOf(`${url}/store`)) as { emails: { body: { text?: string } }[] };
  return emails.map(({ body: { text = '' } }) => ({ text }));
};

const answerOf = async (url: string): Promise<unknown> => {
  const answer = await fetch(url).catch(() => undefined);
  if (!answer?.ok) throw new Explained(`The local engine does not answer at ${url}. Start it with \`npm start\`.`);
  return answer.json();
};
