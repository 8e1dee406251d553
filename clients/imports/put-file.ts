/** Puts a file, or a part of one, to an address as S3 wants it: in one piece, whose length is told before. */
import { createReadStream } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Told how many bytes of all were sent. */
export type Upload = { start: (bytes: number) => void; sent: (bytes: number) => void; stop: () => void };

/** Where a file goes, and the headers that were signed with it. */
export type UploadAddress = { url: string; headers: Readonly<Record<string, string>> };

/** The bytes of a file from one on, so many of them. */
export type Piece = { file: string; from: number; size: number };

/** The bucket did not take it: its answer. */
export class NotTaken extends Error {
  readonly status: number;

  constructor(status: number) {
    super(`the upload was answered with ${status}`);
    this.status = status;
  }
}

/** A connection on which nothing moves for so long is broken, whatever it says itself. Milliseconds. */
const longestSilence = 60_000;

/**
 * Puts a piece; `sent` hears of the bytes that have gone. Rejects with NotTaken, or the connection's error. Never is more
 * of it in memory than a stream holds.
 */
export const putPiece = async (
  { file, from, size }: Piece,
  { url, headers }: UploadAddress,
  sent: (bytes: number) => void,
): Promise<void> => {
  const request = (new URL(url).protocol === 'https:' ? overHttps : overHttp)(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': size },
  });
  request.setTimeout(longestSilence, () => request.destroy(new Error('the connection stood still')));
  const answered = new Promise<number>((resolve, reject) => {
    request.once('error', reject).once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  // An empty file has no last byte.
  const bytes = size === 0 ? [] : createReadStream(file, { start: from, end: from + size - 1 });
  await Promise.all([answered, pipeline(bytes, counted(sent), request)]);
  const status = await answered;
  if (status !== 200) throw new NotTaken(status);
};

const counted = (sent: (bytes: number) => void): Transform => {
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      sent(bytes);
      done(null, piece);
    },
  });
};
