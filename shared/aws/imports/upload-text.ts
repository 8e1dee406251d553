/** A text that is written into S3 while it is made, in parts, so that memory does not grow with it. */
import {
  AbortMultipartUploadCommand,
  type CompletedPart,
  CompleteMultipartUploadCommand,
  CreateMultipartUploadCommand,
  PutObjectCommand,
  type S3Client,
  UploadPartCommand,
} from '@aws-sdk/client-s3';

/** S3 wants 5 MiB at least of every part but the last; 10,000 of these are 78 GiB. */
const partBytes = 8 * 1024 * 1024;

/** Where a text is written, and what it is. */
export type TextObject = { Bucket: string; Key: string; ContentType: string };

/** Writes the text. When that fails, what was written of it is thrown away. */
export const uploadText = async (client: S3Client, object: TextObject, text: AsyncIterable<string>): Promise<void> => {
  const parts = partsOf(text);
  const { value: first = Buffer.alloc(0) } = await parts.next();
  if (first.length < partBytes) {
    await client.send(new PutObjectCommand({ ...object, Body: first }));
    return;
  }
  const { Bucket, Key } = object;
  const begun = await client.send(new CreateMultipartUploadCommand({ ...object, ChecksumAlgorithm: 'CRC32' }));
  const upload = { Bucket, Key, UploadId: begun.UploadId };
  try {
    const Parts = [await uploadPart(client, upload, 1, first)];
    for await (const part of parts) Parts.push(await uploadPart(client, upload, Parts.length + 1, part));
    await client.send(new CompleteMultipartUploadCommand({ ...upload, MultipartUpload: { Parts } }));
  } catch (error) {
    // What failed is what is told; parts that are left over go with the bucket's rule for unfinished uploads.
    await client.send(new AbortMultipartUploadCommand(upload)).catch(() => {});
    throw error;
  }
};

type Begun = { Bucket: string; Key: string; UploadId: string | undefined };

const uploadPart = async (
  client: S3Client,
  upload: Begun,
  PartNumber: number,
  Body: Buffer,
): Promise<CompletedPart> => {
  const command = new UploadPartCommand({ ...upload, PartNumber, Body, ChecksumAlgorithm: 'CRC32' });
  const { ETag, ChecksumCRC32 } = await client.send(command);
  return { PartNumber, ETag, ...(ChecksumCRC32 && { ChecksumCRC32 }) };
};

/** The text as parts of that size, the last of which is smaller. */
async function* partsOf(text: AsyncIterable<string>): AsyncGenerator<Buffer> {
  let pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of text) {
    pieces.push(Buffer.from(piece));
    size += Buffer.byteLength(piece);
    while (size >= partBytes) {
      const whole = Buffer.concat(pieces);
      yield whole.subarray(0, partBytes);
      pieces = [whole.subarray(partBytes)];
      size -= partBytes;
    }
  }
  if (size > 0) yield Buffer.concat(pieces);
}
