import { Rule } from 'aws-cdk-lib/aws-events';
import { SqsQueue } from 'aws-cdk-lib/aws-events-targets';
import { AnyPrincipal, Effect, Grant, PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { type Bucket, type CfnBucket, HttpMethods } from 'aws-cdk-lib/aws-s3';
import { Duration } from 'aws-cdk-lib/core';
import { Construct } from 'constructs';
import { uploadPrefix } from '../../shared/domain/imports/option-files.ts';
import { type Access, accessTo } from '../parts/access.ts';
import type { WorkQueue } from '../parts/work-queue.ts';
import { grantObjects, grantObjectsBelow } from './grant-objects.ts';
import type { LogBucket } from './log-bucket.ts';
import { privateBucket } from './private-bucket.ts';

/** The bucket that files of people are dropped into. They name people, and may hold passwords: they expire soon. */
export class ImportFiles extends Construct {
  readonly bucket: Bucket;

  /**
   * Each file is announced to a queue and not to the function: EventBridge drops a file after three crashes of a
   * function. What cannot be announced joins the queue's dead letters, from where it can be redriven.
   */
  constructor(scope: Construct, id: string, expiryDays: number, log: LogBucket, files: WorkQueue<'FILE_QUEUE_URL'>) {
    super(scope, id);
    this.bucket = privateBucket(this, 'Bucket', {
      expiry: Duration.days(expiryDays),
      log: { bucket: log.bucket, prefix: 'import-files/' },
    });
    this.#takeOneFileToAnAddress();
    // By the bucket's own property: CDK's eventBridgeEnabled is a custom resource, code with rights in the account.
    (this.bucket.node.defaultChild as CfnBucket).notificationConfiguration = {
      eventBridgeConfiguration: { eventBridgeEnabled: true },
    };
    new Rule(this, 'Arrived', {
      // Whatever arrives: the function tells files of people, their options and all else apart, and somebody hears of it.
      description: 'An object arrived in the bucket of files',
      eventPattern: {
        source: ['aws.s3'],
        detailType: ['Object Created'],
        detail: { bucket: { name: [this.bucket.bucketName] } },
      },
      targets: [
        new SqsQueue(files.queue, {
          deadLetterQueue: files.deadLetters,
          retryAttempts: 185,
          maxEventAge: Duration.hours(24),
        }),
      ],
    });
  }

  /**
   * May read the files, in the very version that was announced. Listing is needed for one thing only: without it S3
   * answers 403 for a file that is gone, which is not told from a missing right.
   */
  allowReading(): Access<'IMPORT_BUCKET'> {
    return accessTo('IMPORT_BUCKET', this.bucket.bucketName, (caller) => [
      grantObjects(caller, this.bucket, 's3:GetObject', 's3:GetObjectVersion'),
      Grant.addToPrincipal({ grantee: caller, actions: ['s3:ListBucket'], resourceArns: [this.bucket.bucketArn] }),
    ]);
  }

  /** May say where a browser puts files. It takes no right: whoever puts one has an address that was signed for it. */
  allowNamingHost(): Access<'IMPORT_BUCKET_HOST'> {
    return accessTo('IMPORT_BUCKET_HOST', this.bucket.bucketRegionalDomainName, () => []);
  }

  /**
   * May give out addresses to which files of imports can be put that the API was asked for, and to nothing else; and see
   * which parts of one have arrived, put them together, or end it before.
   */
  allowUploading(): Access<'IMPORT_BUCKET'> {
    const ofParts = ['s3:ListMultipartUploadParts', 's3:AbortMultipartUpload'];
    return accessTo('IMPORT_BUCKET', this.bucket.bucketName, (caller) =>
      grantObjectsBelow(caller, this.bucket, uploadPrefix, 's3:PutObject', ...ofParts),
    );
  }

  /**
   * Lets pages of the API's own addresses put files to the addresses that it signed, in parts or in one piece, and read the
   * ETag of what they put. No page of another address may, and without a signed address nobody can.
   */
  allowUploadingFrom(origins: readonly string[]): void {
    this.bucket.addCorsRule({
      allowedOrigins: [...origins],
      allowedMethods: [HttpMethods.PUT],
      allowedHeaders: ['content-type', 'if-none-match'],
      exposedHeaders: ['ETag'],
      maxAge: 3600,
    });
  }

  /** May delete what was put to such an address, in any version, unread; nothing that was dropped into the bucket itself. */
  allowDeletingUploads(): Access<'IMPORT_BUCKET'> {
    return accessTo('IMPORT_BUCKET', this.bucket.bucketName, (caller) =>
      grantObjectsBelow(caller, this.bucket, uploadPrefix, 's3:DeleteObject', 's3:DeleteObjectVersion'),
    );
  }

  /**
   * Nothing is put over what lies at an address, by whoever it may be: S3 refuses every upload there that does not say
   * `If-None-Match`, and the second one that does. The parts of an upload in several cannot say it; its end has to.
   */
  #takeOneFileToAnAddress(): void {
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'OneFileToAnAddress',
        effect: Effect.DENY,
        principals: [new AnyPrincipal()],
        actions: ['s3:PutObject'],
        resources: [this.bucket.arnForObjects(`${uploadPrefix}*`)],
        conditions: { Null: { 's3:if-none-match': 'true' }, Bool: { 's3:ObjectCreationOperation': 'true' } },
      }),
    );
  }
}
