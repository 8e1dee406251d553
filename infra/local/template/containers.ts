/** The queues, buckets and keys of a template. */
import * as z from 'zod';
import type { Find } from './find.ts';

const number = z.coerce.number();

const queue = z.object({
  VisibilityTimeout: number.optional(),
  DelaySeconds: number.optional(),
  MessageRetentionPeriod: number.optional(),
  MaximumMessageSize: number.optional(),
  ReceiveMessageWaitTimeSeconds: number.optional(),
  RedrivePolicy: z.object({ deadLetterTargetArn: z.string(), maxReceiveCount: number }).optional(),
  FifoQueue: z.boolean().optional(),
  ContentBasedDeduplication: z.boolean().optional(),
});

/** A queue with its attributes in SQS's own words; `deadLetterArn` is where its failures go. */
export type QueueDefinition = {
  logicalId: string;
  name: string;
  arn: string;
  url: string;
  attributes: Record<string, string>;
  deadLetterArn: string | undefined;
};

/** The queues of the template. */
export const readQueues = (find: Find): QueueDefinition[] =>
  find('AWS::SQS::Queue').map(({ logicalId, ref, arn, properties }) => {
    const read = queue.parse(properties);
    const attributes = Object.entries(read)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [name, typeof value === 'object' ? JSON.stringify(value) : String(value)]);
    return {
      logicalId,
      name: ref.slice(ref.lastIndexOf('/') + 1),
      arn,
      url: ref,
      attributes: Object.fromEntries(attributes),
      deadLetterArn: read.RedrivePolicy?.deadLetterTargetArn,
    };
  });

const bucket = z.object({
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }).optional() })
    .optional(),
});

/** A bucket, and whether it tells EventBridge of its objects. */
export type BucketDefinition = { logicalId: string; name: string; announces: boolean };

/** The buckets of the template; lifecycle, versions and encryption are of no meaning on one machine. */
export const readBuckets = (find: Find): BucketDefinition[] =>
  find('AWS::S3::Bucket').map(({ logicalId, ref, properties }) => {
    const { NotificationConfiguration: notifications } = bucket.parse(properties);
    return { logicalId, name: ref, announces: notifications?.EventBridgeConfiguration?.EventBridgeEnabled ?? false };
  });

/** The ARNs of the template's keys. */
export const readKeys = (find: Find): string[] => find('AWS::KMS::Key').map(({ arn }) => arn);
