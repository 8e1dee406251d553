/** Options of imports that lie beside their files in S3. */
import { GetObjectCommand, HeadObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { optionsFileNames } from '../../domain/imports/option-files.ts';
import type { ReadOptionsFile } from '../../work/imports/files.ts';
import { announcedVersion, isGone } from './object-version.ts';

/** What S3 answers; undefined where the object is gone. */
const unlessGone = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
};

/** The metadata of an object in which options can be written: S3 calls it x-amz-meta-muster-options. */
const optionsMetadata = 'muster-options';

/** Bytes of a file of options at most. */
const maxOptionBytes = 64 * 1024;

/** Reads the metadata of a file, and the file of options beside it: of two names the first that is there. */
export const readOptionsFile =
  (client: S3Client): ReadOptionsFile =>
  async (file) => {
    const head = await unlessGone(
      client.send(new HeadObjectCommand({ Bucket: file.bucket, Key: file.key, ...announcedVersion(file) })),
    );
    const metadata = head?.Metadata?.[optionsMetadata];
    for (const key of optionsFileNames(file.key)) {
      const found = await unlessGone(client.send(new GetObjectCommand({ Bucket: file.bucket, Key: key })));
      if (!found) continue;
      const text = await textOf(found.Body as unknown as AsyncIterable<Uint8Array>);
      return { ...(metadata !== undefined && { metadata }), file: { key, text } };
    }
    return metadata === undefined ? {} : { metadata };
  };

/** The whole text, of which no more than may be there is read. */
const textOf = async (body: AsyncIterable<Uint8Array>): Promise<string | 'tooLarge'> => {
  const pieces: Uint8Array[] = [];
  let bytes = 0;
  for await (const piece of body) {
    bytes += piece.length;
    if (bytes > maxOptionBytes) return 'tooLarge';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
};
