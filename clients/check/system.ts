/** The system that is checked: what its parts are called, and how they are reached. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseEnv } from 'node:util';
import { queueClient, storageClient } from '../../shared/aws/clients.ts';
import { documentClient } from '../../shared/aws/document-client.ts';
import { type Instant, instant } from '../../shared/domain/time.ts';
import { defaultPolicy } from '../../shared/policy.ts';
import { Explained, stackOutputs } from '../operator/stack-outputs.ts';
import type { Checked } from './check-state.ts';
import type { CheckOptions } from './options.ts';
import type { Mail } from './state/seen.ts';

const deadLetters = [
  ...(['FilesDeadLetterQueueUrl', 'RowsDeadLetterQueueUrl', 'CredentialsDeadLetterQueueUrl'] as const),
  ...(['NoticesDeadLetterQueueUrl', 'DeliveriesDeadLetterQueueUrl', 'SweepsDeadLetterQueueUrl'] as const),
];
const needed = [
  ...(['DirectoryTableName', 'ImportsTableName', 'ImportBucketName', 'ReportBucketName'] as const),
  ...deadLetters,
];

/** Outputs of a stack; the last two are a local engine's. */
type Outputs = Record<(typeof needed)[number], string> & { LocalUrl?: string; MailboxUrl?: string };

const usualFile = 'outputs.json';
const usualRate = 1_000;

/** What the options name, ready to be checked. Throws Explained, or the error of AWS. */
export const systemOf = async (options: CheckOptions): Promise<Checked> => {
  const file = options.outputs ?? (existsSync(usualFile) ? usualFile : undefined);
  const outputs = file === undefined ? await stackOutputs(options.stack, needed) : outputsIn(file);
  const { LocalUrl, MailboxUrl } = outputs as Outputs;
  if (file !== undefined && LocalUrl !== undefined) useEnvironmentBeside(file);
  // Told before anything is read: an engine that was stopped leaves its outputs behind when it was killed.
  if (LocalUrl !== undefined) await timeOf(LocalUrl);
  const { secrets, settings, late, settled, rate = LocalUrl === undefined ? usualRate : 0 } = options;
  return {
    clients: { dynamodb: documentClient(), sqs: queueClient(), ...(secrets && { s3: storageClient() }) },
    tables: { directory: outputs.DirectoryTableName, imports: outputs.ImportsTableName },
    buckets: { imports: outputs.ImportBucketName, reports: outputs.ReportBucketName },
    queues: deadLetters.map((name) => outputs[name]),
    now: LocalUrl === undefined ? () => instant(new Date()) : () => timeOf(LocalUrl),
    settings: { policy: settings?.policy ?? defaultPolicy },
    ...(secrets && { secrets }),
    ...(MailboxUrl !== undefined && { mails: () => mailsIn(MailboxUrl) }),
    ...(file !== undefined && LocalUrl !== undefined && { dataFolder: dirname(file) }),
    isSettled: settled,
    lateSeconds: late * 60,
    readUnitsPerSecond: rate,
  };
};

const outputsIn = (file: string): Outputs => {
  const [outputs] = Object.values(jsonIn(file)) as Partial<Outputs>[];
  const missing = needed.find((name) => !outputs?.[name]);
  if (missing !== undefined) throw new Explained(`${file} has no ${missing}: it is no outputs file of Muster.`);
  return outputs as Outputs;
};

const jsonIn = (file: string): object => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    throw new Explained(
      isMissing ? `There is no file ${file}.` : `${file} is no outputs file of Muster: it is no JSON.`,
    );
  }
};

/** How a local engine is reached, unless that was said already. */
const useEnvironmentBeside = (file: string): void => {
  const beside = join(dirname(file), 'aws.env');
  if (process.env.AWS_ENDPOINT_URL_DYNAMODB !== undefined || !existsSync(beside)) return;
  Object.assign(process.env, parseEnv(readFileSync(beside, 'utf8')));
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
