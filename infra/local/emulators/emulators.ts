/** The AWS services of this machine, and how any AWS client finds them. */

import type { AccessKeys } from '../door/access-keys.ts';
import { openDoor } from '../door/door.ts';
import { region } from '../template/intrinsics.ts';
import { credentialsOfUser } from './addresses.ts';
import type { DataFolder } from './data-folder.ts';
import { startDynamodb } from './dynamodb.ts';
import { startKeys } from './keys.ts';
import { startMailbox } from './mailbox.ts';
import { startQueuesAndBuckets } from './queues-and-buckets.ts';

/** All of them, running. */
export type Emulators = Awaited<ReturnType<typeof startEmulators>>;

/** What they are started on. */
export type EmulatorsOptions = {
  folder: DataFolder;
  accessKeys: AccessKeys;
  report: (problem: string) => void;
  /** Told when one of them ended that nobody stopped, without which nothing goes on: what, and why. */
  onEnd: (what: string, reason: string) => void;
};

/** Starts them on the data folder; `started` stops each one that came up. */
export const startEmulators = async (
  { folder, accessKeys, report, onEnd }: EmulatorsOptions,
  started: AsyncDisposableStack,
) => {
  const stopped = <Service extends { stop: () => Promise<void> }>(service: Service): Service =>
    started.adopt(service, ({ stop }) => stop());
  const dynamodb = stopped(await startDynamodb(folder, (reason) => onEnd('database', reason)));
  const databaseDoor = stopped(await openDoor(dynamodb.endpoint, accessKeys, report));
  const mailbox = stopped(await startMailbox(folder, (reason) => onEnd('mailbox', reason)));
  const keys = stopped(await startKeys(folder));
  const queuesAndBuckets = stopped(await startQueuesAndBuckets(folder));
  const endpoints = {
    // For every service that is not local: it is told so, rather than found in a real account.
    AWS_ENDPOINT_URL: keys.endpoint,
    AWS_ENDPOINT_URL_DYNAMODB: databaseDoor.url,
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
export const clientEnvironment = (
  { endpoints }: Pick<Emulators, 'endpoints'>,
  accessKeys: AccessKeys,
): Record<string, string> => ({
  ...endpoints,
  AWS_REGION: region,
  AWS_DEFAULT_REGION: region,
  AWS_ACCESS_KEY_ID: credentialsOfUser(accessKeys).accessKeyId,
  AWS_SECRET_ACCESS_KEY: credentialsOfUser(accessKeys).secretAccessKey,
});
