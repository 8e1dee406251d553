/** Puts a file to an address, as S3 wants it: in one piece, whose length is told before. */
import { createReadStream, statSync } from 'node:fs';
import { request as overHttp } from 'node:http';
import { request as overHttps } from 'node:https';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/** Told how many bytes of all were sent. */
export type Upload = { start: (bytes: number) => void; sent: (bytes: number) => void; stop: () => void };

/** Where a file goes, and the headers that were signed with it. */
export type UploadAddress = { url: string; headers: Readonly<Record<string, string>> };

/** Rejects with the status of an answer that is no success. The file is never whole in memory. */
export const putFile = async (file: string, { url, headers }: UploadAddress, upload: Upload): Promise<void> => {
  const { size } = statSync(file);
  const request = (new URL(url).protocol === 'https:' ? overHttps : overHttp)(url, {
    method: 'PUT',
    headers: { ...headers, 'content-length': size },
  });
  const answered = new Promise<number>((resolve, reject) => {
    request.once('error', reject).once('response', (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
  });
  upload.start(size);
  try {
    await Promise.all([answered, pipeline(createReadStream(file), counted(upload), request)]);
  } finally {
    upload.stop();
  }
  const status = await answered;
  if (status !== 200) throw new Error(`the upload was answered with ${status}`);
};

const counted = ({ sent }: Upload): Transform => {
  let bytes = 0;
  return new Transform({
    transform(piece: Buffer, _encoding, done) {
      bytes += piece.length;
      sent(bytes);
      done(null, piece);
    },
  });
};
