/** Uploaded files and reports in S3. */
import { DeleteObjectCommand, GetObjectCommand, type GetObjectCommandInput, type S3Client } from '@aws-sdk/client-s3';
import type { ImportedFile } from '../../domain/imports/import-job.ts';
import { importIdIn } from '../../domain/imports/option-files.ts';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { Refused } from '../../domain/refusals.ts';
import { type DeleteUpload, type OpenFile, reportPartBytes } from '../../work/imports/files.ts';
import { announcedVersion, isGone } from './object-version.ts';
import { readOptionsFile } from './options-file.ts';
import { reportStore } from './report-store.ts';

/** All that an import does with files; reports go to the bucket. */
export const importedFiles = (client: S3Client, reportBucket: string) => ({
  openFile: openFile(client),
  readOptionsFile: readOptionsFile(client),
  deleteUpload: deleteUpload(client),
  reports: reportStore(client, reportBucket),
  reportPartBytes,
});

/** Deletes the announced version; where a bucket keeps no versions, what lies there now. S3 answers alike where nothing does. */
export const deleteUpload =
  (client: S3Client): DeleteUpload =>
  async ({ bucket, key, versionId }) => {
    if (importIdIn(key) === undefined) return;
    const version = versionId === undefined ? {} : { VersionId: versionId };
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: key, ...version }));
  };

/** What the first request brings along: most files of people are no larger, and need no other. */
const startBytes = 256 * 1024;

/**
 * Opens the very version that was announced, or the present one where none was. Throws `Refused` FileUnavailable when it
 * was changed or deleted, also later on.
 */
export const openFile =
  (client: S3Client): OpenFile =>
  async (file: ImportedFile) => {
    const read = readerOf(client, { Bucket: file.bucket, Key: file.key });
    const first = await read({ ...announcedVersion(file), Range: `bytes=0-${startBytes - 1}` });
    if (!first) return storedFile(Buffer.alloc(0), 0, read);
    const start = await first.Body.transformToByteArray();
    const size = Number(first.ContentRange?.split('/')[1] ?? start.length);
    const pin = file.versionId ? { VersionId: file.versionId } : { IfMatch: first.ETag };
    return storedFile(start, size, (part) => read({ ...pin, ...part }));
  };

type Part = Pick<GetObjectCommandInput, 'IfMatch' | 'VersionId' | 'Range'>;
type Reader = ReturnType<typeof readerOf>;

/** Reads a part of an object; an object without bytes has none. */
const readerOf = (client: S3Client, object: { Bucket: string; Key: string }) => async (part: Part) => {
  try {
    const answer = await client.send(new GetObjectCommand({ ...object, ...part }));
    return { ...answer, Body: answer.Body as NonNullable<typeof answer.Body> };
  } catch (error) {
    if (error instanceof Error && error.name === 'InvalidRange') return undefined;
    if (isGone(error)) throw new Refused({ code: 'FileUnavailable' });
    throw error;
  }
};

const storedFile = (start: Uint8Array, size: number, read: Reader): StoredFile => ({
  size,
  async *bytes(from = 0) {
    if (from < start.length) yield start.subarray(from);
    const next = Math.max(from, start.length);
    if (next >= size) return;
    const rest = await read({ Range: `bytes=${next}-` });
    if (rest) yield* rest.Body as unknown as AsyncIterable<Uint8Array>;
  },
  async range(from, to) {
    if (Math.min(to, size) <= start.length) return start.subarray(from, to);
    const part = await read({ Range: `bytes=${from}-${to - 1}` });
    return (await part?.Body.transformToByteArray()) ?? new Uint8Array();
  },
});
