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

const notWild = z.string().regex(/^[^*]+$/, 'the local engine knows no wildcards of CORS rules');

const corsRule = z.object({
  AllowedOrigins: z.array(notWild),
  AllowedMethods: z.array(z.string()),
  AllowedHeaders: z.array(notWild).default([]),
  ExposedHeaders: z.array(z.string()).default([]),
  MaxAge: number.default(0),
});

const bucket = z.object({
  NotificationConfiguration: z
    .object({ EventBridgeConfiguration: z.object({ EventBridgeEnabled: z.boolean().default(true) }).optional() })
    .optional(),
  CorsConfiguration: z.object({ CorsRules: z.array(corsRule) }).optional(),
});

/** Pages of which origins may send what to a bucket, and what of the answer they may read; seconds that browsers hold it. */
export type CorsRule = {
  origins: readonly string[];
  methods: readonly string[];
  headers: readonly string[];
  exposed: readonly string[];
  maxAge: number;
};

/** A bucket, whether it tells EventBridge of its objects, and what pages may ask of it. */
export type BucketDefinition = {
  logicalId: string;
  name: string;
  announces: boolean;
  corsRules: readonly CorsRule[];
};

/** The buckets of the template; lifecycle, versions and encryption are of no meaning on one machine. */
export const readBuckets = (find: Find): BucketDefinition[] =>
  find('AWS::S3::Bucket').map(({ logicalId, ref, properties }) => {
    const { NotificationConfiguration: notifications, CorsConfiguration: cors } = bucket.parse(properties);
    return {
      logicalId,
      name: ref,
      announces: notifications?.EventBridgeConfiguration?.EventBridgeEnabled ?? false,
      corsRules: (cors?.CorsRules ?? []).map(readRule),
    };
  });

const readRule = (rule: z.output<typeof corsRule>): CorsRule => ({
  origins: rule.AllowedOrigins,
  methods: rule.AllowedMethods,
  headers: rule.AllowedHeaders.map((name) => name.toLowerCase()),
  exposed: rule.ExposedHeaders,
  maxAge: rule.MaxAge,
});

/** The ARNs of the template's keys. */
export const readKeys = (find: Find): string[] => find('AWS::KMS::Key').map(({ arn }) => arn);
