/** The content of one part of a zip, unpacked as a stream. */
import { pipeline, Readable } from 'node:stream';
import { crc32, createInflateRaw } from 'node:zlib';
import { sliceBytes } from '../csv/limits.ts';
import { Refused } from '../domain/refusals.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { fetchBytes } from './limits.ts';
import { tooLarge, unreadable } from './unreadable.ts';
import { read, type ZipEntry } from './zip-directory.ts';

const headerSize = 30;

/**
 * The content, in pieces of bounded size. Throws `Refused` WorkbookTooLarge as soon as more than `most` bytes came out,
 * whatever the zip says of its size, and ExcelWorkbook when it is encrypted or damaged.
 */
export async function* contentOf(file: StoredFile, entry: ZipEntry, most: number): AsyncGenerator<Buffer> {
  if (entry.isEncrypted || (entry.method !== 0 && entry.method !== 8)) throw unreadable();
  let [size, checksum] = [0, 0];
  for await (const piece of unpacked(file, entry)) {
    size += piece.length;
    if (size > most) throw tooLarge(`a part of it has more than ${Math.floor(most / 1024 / 1024)} MiB`);
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.checksum) throw unreadable();
}

async function* unpacked(file: StoredFile, entry: ZipEntry): AsyncGenerator<Buffer> {
  const header = await read(file, entry.offset, headerSize);
  if (header.readUInt32LE(0) !== 0x04034b50) throw unreadable();
  const start = entry.offset + headerSize + header.readUInt16LE(26) + header.readUInt16LE(28);
  const packed = Readable.from(ranges(file, start, start + entry.packedSize), { objectMode: false });
  // Whoever reads hears of a failure; the callback is there because a pipeline wants one.
  const inflated =
    entry.method === 0 ? packed : pipeline(packed, createInflateRaw({ chunkSize: sliceBytes }), () => {});
  try {
    for await (const piece of inflated) yield* slices(piece as Buffer);
  } catch (error) {
    if (error instanceof Refused || !isOfZlib(error)) throw error;
    throw unreadable();
  }
}

const isOfZlib = (error: unknown) => error instanceof Error && 'code' in error && String(error.code).startsWith('Z_');

async function* ranges(file: StoredFile, from: number, to: number) {
  for (let at = from; at < to; at += fetchBytes) yield await read(file, at, Math.min(fetchBytes, to - at));
}

function* slices(piece: Buffer) {
  for (let at = 0; at < piece.length; at += sliceBytes) yield piece.subarray(at, at + sliceBytes);
}
