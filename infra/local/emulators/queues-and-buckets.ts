/** SQS and S3 on this machine: fauxqs in this process, both kept in the data folder. */
import { HeadBucketCommand, NotFound, type S3Client } from '@aws-sdk/client-s3';
import {
  ChangeMessageVisibilityCommand,
  MessageNotInflight,
  SetQueueAttributesCommand,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { type FauxqsServer, startFauxqs } from 'fauxqs';
import { readAccessKeys } from '../door/access-keys.ts';
import type { BucketDefinition, QueueDefinition } from '../template/containers.ts';
import { region } from '../template/intrinsics.ts';
import { loopback } from './addresses.ts';
import { accessKeyFile, type DataFolder } from './data-folder.ts';
import { furtherS3 } from './further-s3.ts';
import { onLoopback } from './on-loopback.ts';
import { removeUnfinishedObjects } from './unfinished-objects.ts';

/** Running queues and buckets. */
export type LocalQueuesAndBuckets = {
  endpoint: string;
  server: FauxqsServer;
  /** Makes what is missing and keeps what is there; every queue gets the template's attributes. */
  make: (
    queues: readonly QueueDefinition[],
    buckets: readonly BucketDefinition[],
    clients: { sqs: SQSClient; s3: S3Client },
  ) => Promise<void>;
  /** Gives back what was in the hands of functions when the engine last ended. */
  releaseInFlight: (queues: readonly QueueDefinition[], client: SQSClient) => Promise<void>;
  stop: () => Promise<void>;
};

/** Starts both on the folder's files. */
export const startQueuesAndBuckets = async (folder: DataFolder): Promise<LocalQueuesAndBuckets> => {
  removeUnfinishedObjects(folder.file('buckets'));
  const accessKeys = readAccessKeys(folder.file(accessKeyFile));
  const server = await onLoopback(
    () => accessKeys,
    () =>
      startFauxqs({
        port: 0,
        logger: false,
        defaultRegion: region,
        // Its events are read as they come, by a filter; none needs to be kept.
        messageSpies: { bufferSize: 1 },
        dataDir: folder.file('queues'),
        s3StorageDir: folder.file('buckets'),
      }),
    furtherS3(folder.file('buckets')),
  );
  const endpoint = `http://${loopback}:${server.port}`;
  const make: LocalQueuesAndBuckets['make'] = async (queues, buckets, { sqs, s3 }) => {
    for (const { name, url, attributes } of queues) {
      // Creating a queue that is there would empty it.
      if (server.inspectQueue(name) === undefined) server.createQueue(name, { attributes });
      else await sqs.send(new SetQueueAttributesCommand({ QueueUrl: url, Attributes: attributes }));
    }
    for (const { name } of buckets) if (!(await bucketExists(s3, name))) server.createBucket(name);
  };
  const releaseInFlight: LocalQueuesAndBuckets['releaseInFlight'] = async (queues, client) => {
    for (const { name, url } of queues) {
      for (const { receiptHandle } of server.inspectQueue(name)?.messages.inflight ?? []) {
        await release(client, { QueueUrl: url, ReceiptHandle: receiptHandle });
      }
    }
  };
  return { endpoint, server, make, releaseInFlight, stop: () => server.stop() };
};

/** Also when its time in those hands ended by itself meanwhile: then it is given back already. */
const release = async (client: SQSClient, message: { QueueUrl: string; ReceiptHandle: string }): Promise<void> => {
  try {
    // Not 0, which fauxqs 2.4.1 answers with an error when it keeps its messages on disk.
    await client.send(new ChangeMessageVisibilityCommand({ ...message, VisibilityTimeout: 1 }));
  } catch (error) {
    if (!(error instanceof MessageNotInflight)) throw error;
  }
};

const bucketExists = async (client: S3Client, name: string): Promise<boolean> => {
  try {
    await client.send(new HeadBucketCommand({ Bucket: name }));
    return true;
  } catch (error) {
    if (error instanceof NotFound) return false;
    throw error;
  }
};
