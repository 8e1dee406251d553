/** Puts a file into the import bucket. */
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';

/** The local store takes bodies of 11 MiB at most. */
const partBytes = 8 * 1024 * 1024;

/** Uploads the file under its own name, which is returned; it is never whole in memory. */
export const upload = async (client: S3Client, bucket: string, file: string): Promise<string> => {
  const key = basename(file);
  const params = { Bucket: bucket, Key: key, Body: createReadStream(file) };
  await new Upload({ client, params, partSize: partBytes, queueSize: 2 }).done();
  return key;
};
