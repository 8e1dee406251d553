/** Puts files into the import bucket. */
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { DeleteObjectCommand, PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { Upload } from '@aws-sdk/lib-storage';
import { optionsFileNames } from '../../../shared/domain/imports/option-files.ts';

/** The local store takes bodies of 11 MiB at most. */
const partBytes = 8 * 1024 * 1024;

/** Where a file goes, and the options of its import, by the names of the API. */
export type UploadTarget = { client: S3Client; bucket: string; options?: Readonly<Record<string, unknown>> };

/** Uploads the file under its own name, which is returned, after its options; it is never whole in memory. */
export const upload = async ({ client, bucket, options = {} }: UploadTarget, file: string): Promise<string> => {
  const key = basename(file);
  for (const name of optionsFileNames(key)) await putOptions({ client, bucket }, join(dirname(file), name));
  const params = {
    Bucket: bucket,
    Key: key,
    Body: createReadStream(file),
    Metadata: metadataOf(options),
  };
  await new Upload({ client, params, partSize: partBytes, queueSize: 2 }).done();
  return key;
};

/** What lies beside the file here lies beside it there, and nothing else: options of an earlier one must not count. */
const putOptions = async ({ client, bucket }: UploadTarget, file: string): Promise<void> => {
  const place = { Bucket: bucket, Key: basename(file) };
  if (existsSync(file)) await client.send(new PutObjectCommand({ ...place, Body: readFileSync(file) }));
  else await client.send(new DeleteObjectCommand(place));
};

/** Metadata are ASCII, so that other letters are written as in an address. */
const metadataOf = (options: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.keys(options).length === 0 ? {} : { 'muster-options': encodeURIComponent(JSON.stringify(options)) };
