/** What parts a zip has: its list stands at the end of the file, and is all that is read here. */
import { Refused } from '../domain/refusals.ts';
import type { StoredFile } from '../domain/stored-file.ts';
import { directoryBytes } from './limits.ts';
import { tooLarge, unreadable } from './unreadable.ts';

/** A part: where it stands, how long it is there, and what must come out. */
export type ZipEntry = {
  readonly offset: number;
  readonly packedSize: number;
  /** 0 is stored, 8 deflated. */
  readonly method: number;
  readonly isEncrypted: boolean;
  readonly checksum: number;
};

/** The parts of a zip by their names, which are compared without case. */
export type ZipDirectory = ReadonlyMap<string, ZipEntry>;

const endSize = 22;
const longestComment = 0xffff;
const locatorSize = 20;
const headerSize = 46;

/** In place of a number that needs 64 bits; those stand elsewhere. */
const elsewhere = 0xffffffff;

/** The name by which a part is found. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/** Reads the list of parts. Throws `Refused` ExcelWorkbook or CompressedFile when the zip has none that can be read. */
export const readDirectory = async (file: StoredFile): Promise<ZipDirectory> => {
  const place = await placeOfDirectory(file);
  if (!place) throw await refusalOfBroken(file);
  if (place.size > directoryBytes) throw tooLarge('its list of parts has more than 4 MiB');
  const list = await read(file, place.offset, place.size);
  const entries = new Map<string, ZipEntry>();
  for (let at = 0; at + headerSize <= list.length && list.readUInt32LE(at) === 0x02014b50; ) {
    const [nameSize, extraSize, commentSize] = [28, 30, 32].map((field) => list.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const [nameEnd, end] = [at + headerSize + nameSize, at + headerSize + nameSize + extraSize + commentSize];
    if (end > list.length) throw unreadable();
    const name = partName(list.toString('utf8', at + headerSize, nameEnd));
    entries.set(name, entryOf(list.subarray(at, nameEnd), list.subarray(nameEnd, nameEnd + extraSize)));
    at = end;
  }
  return entries;
};

const entryOf = (header: Buffer, extra: Buffer): ZipEntry => {
  const wide = wideNumbers(extra);
  const number = (field: number) => {
    const narrow = header.readUInt32LE(field);
    return narrow === elsewhere ? (wide.shift() ?? narrow) : narrow;
  };
  // Wide numbers stand in this order, and only those for which there was no room.
  const [_size, packedSize, offset] = [number(24), number(20), number(42)];
  return {
    offset,
    packedSize,
    method: header.readUInt16LE(10),
    isEncrypted: (header.readUInt16LE(8) & 1) === 1,
    checksum: header.readUInt32LE(16),
  };
};

const wideNumbers = (extra: Buffer): number[] => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue;
    const field = extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
    return Array.from({ length: Math.floor(field.length / 8) }, (_, index) => wideAt(field, index * 8));
  }
  return [];
};

const wideAt = (bytes: Buffer, at: number) => Number(bytes.readBigUInt64LE(at));

const placeOfDirectory = async (file: StoredFile): Promise<{ offset: number; size: number } | undefined> => {
  const from = Math.max(0, file.size - endSize - longestComment - locatorSize);
  const tail = await read(file, from, file.size - from);
  for (let at = tail.length - endSize; at >= 0; at -= 1) {
    if (tail[at] !== 0x50 || tail.readUInt32LE(at) !== 0x06054b50) continue;
    if (at + endSize + tail.readUInt16LE(at + 20) !== tail.length) continue;
    const locator = at - locatorSize;
    if (locator >= 0 && tail.readUInt32LE(locator) === 0x07064b50) {
      const wide = await read(file, wideAt(tail, locator + 8), 56);
      return { size: wideAt(wide, 40), offset: wideAt(wide, 48) };
    }
    return { size: tail.readUInt32LE(at + 12), offset: tail.readUInt32LE(at + 16) };
  }
  return undefined;
};

/** So many bytes of a file from a place on, or a refusal: a whole file has them. */
export const read = async (file: StoredFile, offset: number, size: number): Promise<Buffer> => {
  if (offset + size > file.size) throw unreadable();
  const bytes = await file.range(offset, offset + size);
  if (bytes.length < size) throw unreadable();
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
};

/** A zip that was cut off: the names of its parts stand before each of them, and a workbook's come early. */
const refusalOfBroken = async (file: StoredFile): Promise<Refused> => {
  const start = Buffer.from(await file.range(0, Math.min(file.size, 4096)));
  const isWorkbook = ['xl/', '[Content_Types].xml'].some((name) => start.includes(name, 0, 'latin1'));
  return isWorkbook ? unreadable() : new Refused({ code: 'CompressedFile' });
};
