/** The AWS services of this machine, and how any AWS client finds them. */
import { region } from '../template/intrinsics.ts';
import { localCredentials } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';
import { startDynamodb } from './dynamodb.ts';
import { startKeys } from './keys.ts';
import { startMailbox } from './mailbox.ts';
import { startQueuesAndBuckets } from './queues-and-buckets.ts';

/** All of them, running. */
export type Emulators = Awaited<ReturnType<typeof startEmulators>>;

/** Starts them on the data folder; `started` stops each one that came up. */
export const startEmulators = async (folder: DataFolder, started: AsyncDisposableStack) => {
  const stopped = <Service extends { stop: () => Promise<void> }>(service: Service): Service =>
    started.adopt(service, ({ stop }) => stop());
  const dynamodb = stopped(await startDynamodb(folder));
  const mailbox = stopped(await startMailbox(folder));
  const keys = stopped(await startKeys(folder));
  const queuesAndBuckets = stopped(await startQueuesAndBuckets(folder));
  const endpoints = {
    // For every service that is not local: it is told so, rather than found in a real account.
    AWS_ENDPOINT_URL: keys.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: dynamodb.endpoint,
    AWS_ENDPOINT_URL_KMS: keys.endpoint,
    AWS_ENDPOINT_URL_S3: queuesAndBuckets.endpoint,
    AWS_ENDPOINT_URL_SES: mailbox.endpoint,
    AWS_ENDPOINT_URL_SESV2: mailbox.endpoint,
    AWS_ENDPOINT_URL_SQS: queuesAndBuckets.endpoint,
  };
  /** Where each service is, by its name in signatures. */
  const bySignature: Record<string, string> = {
    dynamodb: dynamodb.endpoint,
    kms: keys.endpoint,
    s3: queuesAndBuckets.endpoint,
    ses: mailbox.endpoint,
    sqs: queuesAndBuckets.endpoint,
  };
  return { dynamodb, mailbox, keys, queuesAndBuckets, endpoints, bySignature };
};

/** The environment with which any AWS tool works on this machine. */
export const clientEnvironment = ({ endpoints }: Pick<Emulators, 'endpoints'>): Record<string, string> => ({
  ...endpoints,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: localCredentials.accessKeyId,
  AWS_SECRET_ACCESS_KEY: localCredentials.secretAccessKey,
});
