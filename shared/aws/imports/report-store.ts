/** Reports in S3, in parts where they are long. */
import {
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  S3ServiceException,
  UploadPartCommand,
} from '@aws-sdk/client-s3';
import type { ReportStore } from '../../work/imports/files.ts';

/** Of each part: S3 wants those of all parts again when they are put together. */
const ChecksumAlgorithm = 'CRC32';

const ContentType = 'text/csv; charset=utf-8';

/** What S3 says of an upload that is over, and of parts that were put again meanwhile. */
const lost = new Set(['NoSuchUpload', 'InvalidPart', 'InvalidPartOrder']);

export const reportStore = (client: S3Client, bucket: string): ReportStore => ({
  write: async (key, text) => {
    await client.send(new PutObjectCommand({ Bucket: bucket, Key: key, Body: text, ContentType }));
    return { bucket, key };
  },
  begin: async (key) => {
    const { UploadId = '' } = await client.send(
      new CreateMultipartUploadCommand({ Bucket: bucket, Key: key, ContentType, ChecksumAlgorithm }),
    );
    return UploadId;
  },
  add: async ({ key, upload, number, text }) => {
    const part = { Bucket: bucket, Key: key, UploadId: upload, PartNumber: number };
    const { ETag = '', ChecksumCRC32 = '' } = await client.send(
      new UploadPartCommand({ ...part, Body: text, ChecksumAlgorithm }),
    );
    return `${ETag} ${ChecksumCRC32}`;
  },
  end: async ({ key, upload, parts }) => {
    const Parts = parts.map((tag, index) => {
      const [ETag = '', ChecksumCRC32] = tag.split(' ');
      return { ETag, PartNumber: index + 1, ...(ChecksumCRC32 && { ChecksumCRC32 }) };
    });
    const whole = { Bucket: bucket, Key: key, UploadId: upload, MultipartUpload: { Parts } };
    try {
      await client.send(new CompleteMultipartUploadCommand(whole));
      return { bucket, key };
    } catch (error) {
      if (error instanceof S3ServiceException && lost.has(error.name)) return undefined;
      throw error;
    }
  },
});
