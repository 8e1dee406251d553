/** Files that come to S3 in parts, by addresses of the API. */
import {
  AbortMultipartUploadCommand,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  ListPartsCommand,
  type S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import type { PartedUploads, SignUpload } from '../../work/imports/files.ts';
import { signPart, signUpload } from './signed-addresses.ts';

/**
 * What S3 says of an upload that is over (completed or aborted), and where something lies at its address: 412, and 409
 * while another upload to it ends at the same moment.
 */
const over = new Set(['NoSuchUpload', 'PreconditionFailed', 'ConditionalRequestConflict']);

/** What it says of parts that are not there, are others, or too small. */
const incomplete = new Set(['InvalidPart', 'InvalidPartOrder', 'EntityTooSmall']);

const failureOf = (error: unknown): 'over' | 'incomplete' => {
  if (error instanceof S3ServiceException && over.has(error.name)) return 'over';
  if (error instanceof S3ServiceException && incomplete.has(error.name)) return 'incomplete';
  throw error;
};

/** All that the API does with files that are to come, by the client that signs. */
export const uploads = (client: S3Client): { signUpload: SignUpload; partedUploads: PartedUploads } => ({
  signUpload: signUpload(client),
  partedUploads: partedUploads(client),
});

/** By the client that signs (`signingClient`): the parts have no checksums of their own, so that their end has none. */
export const partedUploads = (client: S3Client): PartedUploads => ({
  begin: async ({ bucket, key }) => {
    const { UploadId = '' } = await client.send(new CreateMultipartUploadCommand({ Bucket: bucket, Key: key }));
    return UploadId;
  },
  sign: signPart(client),
  arrived: async ({ bucket, key, upload }) => {
    try {
      // All of them: an answer has 1,000 at most, and no file has so many parts.
      const { Parts = [] } = await client.send(new ListPartsCommand({ Bucket: bucket, Key: key, UploadId: upload }));
      return Parts.map(({ PartNumber = 0, ETag = '', Size = 0 }) => ({ number: PartNumber, tag: ETag, size: Size }));
    } catch (error) {
      failureOf(error);
      return undefined;
    }
  },
  complete: async ({ bucket, key, upload, parts }) => {
    const Parts = parts.map(({ number, tag }) => ({ PartNumber: number, ETag: tag }));
    const whole = { Bucket: bucket, Key: key, UploadId: upload, MultipartUpload: { Parts }, IfNoneMatch: '*' };
    try {
      await client.send(new CompleteMultipartUploadCommand(whole));
      return 'completed';
    } catch (error) {
      return failureOf(error);
    }
  },
  abort: async ({ bucket, key, upload }) => {
    try {
      await client.send(new AbortMultipartUploadCommand({ Bucket: bucket, Key: key, UploadId: upload }));
    } catch (error) {
      failureOf(error);
    }
  },
});
