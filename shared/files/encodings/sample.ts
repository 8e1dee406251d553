/** Lines of a file that are not ASCII: a sample of bounded size, the same however the file is cut into pieces. */
import { isAscii } from 'node:buffer';
import type { StoredFile } from '../../domain/imports/stored-file.ts';

/** Bytes of lines that are looked at. */
const sampleBytes = 64 * 1024;

/** How far behind the first of them others are looked for: one may stand alone for long. */
const farthest = 8 * 1024 * 1024;

/** Bytes that are asked for at a time. */
const stepBytes = 256 * 1024;

/** How far before its first character that is not ASCII a line may begin. */
const lineBytes = 4096;

/** The lines from the one on which the byte at `first` stands, the first that is not ASCII. */
export const sampleFrom = async (file: Pick<StoredFile, 'range'>, first: number): Promise<Buffer[]> => {
  const lines: Buffer[] = [];
  let rest: Buffer = Buffer.alloc(0);
  let bytes = 0;
  for (let from = Math.max(0, first - lineBytes); from < first + farthest && bytes < sampleBytes; from += stepBytes) {
    const piece = Buffer.from(await file.range(from, from + stepBytes));
    const isLast = piece.length < stepBytes;
    const [whole, open] = linesOf(Buffer.concat([rest, piece]), isLast);
    for (const line of whole) {
      if (isAscii(line)) continue;
      if (bytes >= sampleBytes) break;
      lines.push(line);
      bytes += line.length;
    }
    if (isLast) break;
    // What never ends is no line; it is looked at as far as it was read.
    rest = open.length > stepBytes ? Buffer.alloc(0) : open;
  }
  return lines;
};

const linesOf = (text: Buffer, isLast: boolean): [Buffer[], Buffer] => {
  const lines: Buffer[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] !== 0x0a && text[at] !== 0x0d) continue;
    if (at > start) lines.push(text.subarray(start, at));
    start = at + 1;
  }
  if (isLast && start < text.length) lines.push(text.subarray(start));
  return [lines, Buffer.from(text.subarray(start))];
};
