/** What lies beside the tables: messages, reports, and the files of a local engine. */
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { GetObjectCommand, paginateListObjectsV2, type S3Client } from '@aws-sdk/client-s3';
import { ReceiveMessageCommand, type SQSClient } from '@aws-sdk/client-sqs';
import type { SeenText } from './seen.ts';

/** Seconds for which a message that was read is hidden, so that the next call gives others. */
const hiddenSeconds = 20;

/**
 * Messages of a queue, which stay in it. Each is hidden for a moment, and counts as received once more: so this is for
 * queues of dead letters, and for others only while nobody takes from them.
 */
export async function* messagesIn(client: SQSClient, QueueUrl: string): AsyncGenerator<SeenText> {
  const known = new Set<string>();
  const place = `queue ${basename(QueueUrl)}`;
  for (;;) {
    const { Messages = [] } = await client.send(
      new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10, VisibilityTimeout: hiddenSeconds }),
    );
    const fresh = Messages.filter(({ MessageId = '' }) => !known.has(MessageId));
    if (fresh.length === 0) return;
    for (const { MessageId = '', Body = '' } of fresh) {
      known.add(MessageId);
      yield { kind: 'text', place, bytes: Buffer.from(Body), isFile: false };
    }
  }
}

/** Bytes of a report that are looked at together; the end of each piece is looked at again with the next one. */
const pieceBytes = 4 * 1024 * 1024;
const overlap = 1024;

/** Every report of the bucket, in pieces. */
export async function* reportsIn(client: S3Client, Bucket: string): AsyncGenerator<SeenText> {
  for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket })) {
    for (const { Key = '' } of Contents) {
      const { Body } = await client.send(new GetObjectCommand({ Bucket, Key }));
      // Below the import's id lies the file's own name, which is the user's.
      const place = `report of ${Key.split('/')[0]}`;
      for await (const bytes of pieces(Body as unknown as AsyncIterable<Uint8Array>)) {
        yield { kind: 'text', place, bytes, isFile: false };
      }
    }
  }
}

async function* pieces(body: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let piece = Buffer.alloc(0);
  for await (const bytes of body) {
    piece = Buffer.concat([piece, bytes]);
    if (piece.length < pieceBytes) continue;
    yield piece;
    piece = piece.subarray(-overlap);
  }
  yield piece;
}

/** Files that hold the operator's own token, and those that were made of the code. */
const excepted = [/^token$/, /^aws\.env$/, /^assembly(\/|$)/];

/** Every file below a local engine's data folder, but for uploaded files: they are the user's until they expire. */
export function* filesIn(folder: string, importBucket: string): Generator<SeenText> {
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    const place = relative(folder, path).split(sep).join('/');
    const isUploaded = `/${place}`.includes(`/${importBucket}/`);
    if (!entry.isFile() || isUploaded || excepted.some((pattern) => pattern.test(place))) continue;
    const bytes = contentOf(path);
    if (bytes) yield { kind: 'text', place: isReport(place) ? 'a report file' : `file ${place}`, bytes, isFile: true };
  }
}

/** The names of objects are those that users gave to their files. */
const isReport = (place: string): boolean => place.startsWith('buckets/');

/** A file's bytes; undefined for one that is gone by now, as a journal of a database is at any moment. */
const contentOf = (path: string): Buffer | undefined => {
  try {
    return readFileSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
};
