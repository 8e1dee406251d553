/** Uploaded files and reports in S3. */
import { GetObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import type { ImportedFile } from '../domain/import-job.ts';
import { Refused } from '../domain/refusals.ts';
import type { OpenFile, WriteReport } from '../work/files.ts';

/** What S3 answers when the announced version is gone or is another one now. */
const gone = new Set(['NoSuchKey', 'NoSuchVersion', 'PreconditionFailed', 'NotFound']);

/** Opens the very version that was announced. Throws `Refused` FileUnavailable when it was changed or deleted. */
export const openFile =
  (client: S3Client): OpenFile =>
  async ({ bucket, key, versionId, etag }: ImportedFile) => {
    const pin = versionId ? { VersionId: versionId } : etag ? { IfMatch: `"${etag.replaceAll('"', '')}"` } : {};
    try {
      const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key, ...pin }));
      return Body as unknown as AsyncIterable<Uint8Array>;
    } catch (error) {
      if (error instanceof Error && gone.has(error.name)) throw new Refused({ code: 'FileUnavailable' });
      throw error;
    }
  };

/** Writes a report as it is made, in parts of 8 MiB, so that memory does not grow with it. */
export const writeReport =
  (client: S3Client, bucket: string): WriteReport =>
  async (key, text) => {
    const params = { Bucket: bucket, Key: key, Body: bytesOf(text), ContentType: 'text/csv; charset=utf-8' };
    await new Upload({ client, params, partSize: 8 * 1024 * 1024, queueSize: 1 }).done();
    return { bucket, key };
  };

const bytesOf = (text: AsyncIterable<string>): ReadableStream => ReadableStream.from(encoded(text));

async function* encoded(text: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const piece of text) yield Buffer.from(piece);
}
