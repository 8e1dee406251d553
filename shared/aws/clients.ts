/** The AWS clients: made here and nowhere else, once for each function, on cold start. */
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

export const keyClient = (): KMSClient => new KMSClient();
export const storageClient = (): S3Client => new S3Client();
export const queueClient = (): SQSClient => new SQSClient();
