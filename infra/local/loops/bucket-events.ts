/** Tells the template's rules of the objects in its buckets, as S3 does through EventBridge. */
import { createHash } from 'node:crypto';
import { type _Object, ListObjectsV2Command, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import type { FauxqsServer } from 'fauxqs';
import { account, region } from '../template/intrinsics.ts';
import type { RuleDefinition } from '../template/rules.ts';
import { matchesPattern } from './event-pattern.ts';

/** What the announcer works with. */
export type BucketEventsOptions = {
  /** Buckets that tell EventBridge of their objects. */
  buckets: readonly string[];
  rules: readonly RuleDefinition[];
  client: S3Client;
  spy: FauxqsServer['spy'];
  /** Gives the event to a rule's target. */
  send: (targetArn: string, event: object) => Promise<void>;
  report: (problem: string) => void;
};

/** Announces new objects until stopped. `announceAll` tells of every object anew: events come at least once. */
export type BucketEvents = { announceAll: () => Promise<void>; stop: () => Promise<void> };

/** The event of one object. The same object has the same sequencer whenever it is announced, also after a restart. */
export const objectCreated = (bucket: string, { Key, Size, ETag, LastModified }: _Object) => {
  const etag = (ETag ?? '').replaceAll('"', '');
  const modified = LastModified ?? new Date(0);
  const sequencer = modified.getTime().toString(16).padStart(12, '0') + etag.slice(0, 6).padEnd(6, '0');
  return {
    version: '0',
    id: stableId(bucket, Key ?? '', sequencer),
    'detail-type': 'Object Created',
    source: 'aws.s3',
    account,
    time: modified.toISOString().replace(/\.\d+Z$/, 'Z'),
    region,
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0',
      bucket: { name: bucket },
      object: { key: Key, size: Size, etag, sequencer: sequencer.toUpperCase() },
      'request-id': sequencer.slice(-16).toUpperCase(),
      requester: account,
      'source-ip-address': '127.0.0.1',
      reason: etag.includes('-') ? 'CompleteMultipartUpload' : 'PutObject',
    },
  };
};

const stableId = (...parts: string[]) =>
  createHash('sha256')
    .update(JSON.stringify(parts))
    .digest('hex')
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');

/** Starts listening to the store. */
export const startBucketEvents = ({ buckets, rules, client, spy, send, report }: BucketEventsOptions): BucketEvents => {
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  const announce = async (bucket: string, object: _Object): Promise<void> => {
    const event = objectCreated(bucket, object);
    for (const { pattern, targetArns } of rules) {
      if (matchesPattern(pattern, event)) await Promise.all(targetArns.map((target) => send(target, event)));
    }
  };

  /** Listed rather than asked for by its head, because only a listing tells milliseconds. */
  const announceNew = async (bucket: string, key: string): Promise<void> => {
    const { Contents = [] } = await client.send(new ListObjectsV2Command({ Bucket: bucket, Prefix: key, MaxKeys: 1 }));
    const [object] = Contents;
    if (object?.Key === key) await announce(bucket, object);
  };

  // The spy tells of each event by asking whether it is the one that is waited for; none ever is.
  spy
    .waitForMessage((message) => {
      const created = message.service === 's3' && ['uploaded', 'copied', 'renamed'].includes(message.status);
      if (!stopped && created && buckets.includes(message.bucket)) {
        const announcement: Promise<void> = announceNew(message.bucket, message.key)
          .catch((error: Error) => report(`${message.key} could not be announced: ${error.message}`))
          .finally(() => underWay.delete(announcement));
        underWay.add(announcement);
      }
      return false;
    })
    .catch(() => {});

  const announceAll = async (): Promise<void> => {
    for (const bucket of buckets) {
      for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
        for (const object of Contents) await announce(bucket, object);
      }
    }
  };

  return {
    announceAll,
    stop: async () => {
      stopped = true;
      await Promise.all(underWay);
    },
  };
};
