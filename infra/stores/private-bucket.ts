import { BlockPublicAccess, Bucket, BucketEncryption, type IBucket, ObjectOwnership } from 'aws-cdk-lib/aws-s3';
import { Duration, RemovalPolicy } from 'aws-cdk-lib/core';
import type { Construct } from 'constructs';

export type PrivateBucketProps = {
  /** After this, objects are gone: current and noncurrent versions and what was uploaded by half. */
  readonly expiry: Duration;
  /** Where accesses are logged, under the bucket's own prefix; absent for the log bucket itself. */
  readonly log?: { readonly bucket: Bucket; readonly prefix: string };
};

/**
 * A bucket that nobody outside the account reads, over TLS only, whose objects do not stay. Expiry of a versioned
 * object only hides it, so that noncurrent versions have the same term.
 */
export const privateBucket = (scope: Construct, id: string, { expiry, log }: PrivateBucketProps): Bucket =>
  new Bucket(scope, id, {
    versioned: true,
    enforceSSL: true,
    encryption: BucketEncryption.S3_MANAGED,
    blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
    objectOwnership: ObjectOwnership.BUCKET_OWNER_ENFORCED,
    removalPolicy: RemovalPolicy.RETAIN,
    lifecycleRules: [
      {
        expiration: expiry,
        noncurrentVersionExpiration: expiry,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      },
    ],
    ...(log !== undefined && { serverAccessLogsBucket: log.bucket as IBucket, serverAccessLogsPrefix: log.prefix }),
  });
