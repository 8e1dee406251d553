/** Puts a file, or a part of one, to an address as S3 wants it: in one piece, whose length is told before. */
import { createReadStream } from 'node:fs';
import { putBytes, type UploadAddress } from './put-bytes.ts';

/** Told how many bytes of all were sent. */
export type Upload = { start: (bytes: number) => void; sent: (bytes: number) => void; stop: () => void };

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

/**
 * Puts a piece; `sent` hears of the bytes that have gone. Rejects with NotTaken, or the connection's error. Never is more
 * of it in memory than a stream holds.
 */
export const putPiece = async (
  { file, from, size }: Piece,
  address: UploadAddress,
  sent: (bytes: number) => void,
): Promise<void> => {
  // An empty file has no last byte.
  const bytes = size === 0 ? [] : createReadStream(file, { start: from, end: from + size - 1 });
  const status = await putBytes({ pieces: counted(bytes, sent), length: size }, address);
  if (status !== 200) throw new NotTaken(status);
};

async function* counted(
  bytes: AsyncIterable<Buffer> | Iterable<Buffer>,
  sent: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  let total = 0;
  for await (const piece of bytes) {
    total += piece.length;
    sent(total);
    yield piece;
  }
}
