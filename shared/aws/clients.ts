/** The AWS clients: made here and nowhere else, once for each function, on cold start. */
import { KMSClient } from '@aws-sdk/client-kms';
import { S3Client } from '@aws-sdk/client-s3';
import { SQSClient } from '@aws-sdk/client-sqs';

export const keyClient = (): KMSClient => new KMSClient();
export const storageClient = (): S3Client => new S3Client();
export const queueClient = (): SQSClient => new SQSClient();

/**
 * Signs addresses. Left to itself a client would sign the checksum of the body that it sees, which is none yet, and S3
 * would then refuse every other one; who fetches a report by its address checks none.
 */
export const signingClient = (): S3Client =>
  new S3Client({ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' });
