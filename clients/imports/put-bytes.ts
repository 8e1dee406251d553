/** Puts bytes to a signed address in one piece whose length is told before, as S3 wants it. */
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Where a file goes, and the headers that were signed with it. */
export type UploadAddress = { url: string; headers: Readonly<Record<string, string>> };

/** So many bytes, as they come. */
export type Bytes = { pieces: AsyncIterable<Buffer>; length: number };

/** A connection on which nothing moves for so long is broken, whatever it says itself. */
const idleMilliseconds = 60_000;

/** Resolves with the status of the answer; rejects where there was none. */
export const putBytes = async ({ pieces, length }: Bytes, { url, headers }: UploadAddress): Promise<number> => {
  const request = (new URL(url).protocol === 'https:' ? overHttps : overHttp)(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': length },
    timeout: idleMilliseconds,
  });
  request.once('timeout', () => request.destroy(new Error('the upload stood still')));
  const answered = new Promise<number>((resolve, reject) => {
    request.once('error', reject).once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  await Promise.all([answered, pipeline(Readable.from(pieces, { objectMode: false }), request)]);
  return answered;
};
