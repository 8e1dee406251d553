import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { privateBucket } from './private-bucket.ts';

/** Who read or wrote which object: S3's own access logs of the other buckets, for a year. */
export class LogBucket extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket', { expiry: Duration.days(365) });
  }
}
