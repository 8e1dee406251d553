import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { type Access, accessTo } from '../parts/access.ts';
import { grantObjects } from './grant-objects.ts';
import type { LogBucket } from './log-bucket.ts';
import { privateBucket } from './private-bucket.ts';

/** The bucket of reports: what became of each row of a file, and never a password. Kept for a quarter. */
export class Reports extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, log: LogBucket) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket', {
      expiry: Duration.days(90),
      log: { bucket: log.bucket, prefix: 'reports/' },
    });
  }

  /** May give out addresses from which reports can be read. */
  allowReading(): Access<'REPORT_BUCKET'> {
    return accessTo('REPORT_BUCKET', this.bucket.bucketName, (caller) =>
      grantObjects(caller, this.bucket, 's3:GetObject'),
    );
  }

  /** May write reports, and cannot read one. */
  allowWriting(): Access<'REPORT_BUCKET'> {
    return accessTo('REPORT_BUCKET', this.bucket.bucketName, (caller) =>
      grantObjects(caller, this.bucket, 's3:PutObject'),
    );
  }
}
