/** A file of a run: a line before and one behind those that were gathered, seen as one. */
import { createReadStream } from 'node:fs';

/** What is put: the first line, a file of `bytes`, the last line. */
export type Lines = { first: string; file: string; bytes: number; last: string };

/** Bytes of it all. */
export const lengthOf = ({ first, bytes, last }: Lines): number =>
  Buffer.byteLength(first) + bytes + Buffer.byteLength(last);

/** The bytes from one place to before another, in pieces: the file is never whole in memory. */
export async function* piecesOf(lines: Lines, from = 0, to = lengthOf(lines)): AsyncIterable<Buffer> {
  const [first, last] = [Buffer.from(lines.first), Buffer.from(lines.last)];
  const end = first.length + lines.bytes;
  if (from < first.length) yield first.subarray(from, to);
  const start = Math.max(0, from - first.length);
  const stop = Math.min(lines.bytes, to - first.length);
  // A stream's `end` is the last byte that it gives.
  if (start < stop) yield* createReadStream(lines.file, { start, end: stop - 1 });
  if (to > end) yield last.subarray(Math.max(0, from - end), to - end);
}
