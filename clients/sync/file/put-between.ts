/** Puts a file with a line before and one behind it, in one piece whose length is told before, as S3 wants it. */
import { createReadStream } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** What is put: the first line, a file of `bytes`, the last line. */
export type Lines = { first: string; file: string; bytes: number; last: string };

/** How long an upload may stand still. */
const idleMilliseconds = 60_000;

/** Resolves with the status of the answer; rejects where there was none. The file is never whole in memory. */
export const putBetween = async (
  { first, file, bytes, last }: Lines,
  { url, headers }: { url: string; headers: Readonly<Record<string, string>> },
): Promise<number> => {
  const length = Buffer.byteLength(first) + bytes + Buffer.byteLength(last);
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
  await Promise.all([answered, pipeline(Readable.from(pieces(first, file, last), { objectMode: false }), request)]);
  return answered;
};

async function* pieces(first: string, file: string, last: string): AsyncIterable<Buffer> {
  yield Buffer.from(first);
  yield* createReadStream(file);
  yield Buffer.from(last);
}
