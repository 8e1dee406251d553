/** A zip, made by hand so that a test can spoil any number in it. */
import { crc32, deflateRawSync } from 'node:zlib';

/** What may be untrue in it. */
export type ZipLies = { checksum?: number; isEncrypted?: boolean; method?: number; isWide?: boolean; comment?: string };

/** A zip of parts by their names. */
export const zipOf = (parts: Record<string, string | Buffer>, lies: ZipLies = {}): Buffer => {
  const contents: Buffer[] = [];
  const list: Buffer[] = [];
  let offset = 0;
  for (const [name, part] of Object.entries(parts)) {
    const content = Buffer.from(part);
    const method = lies.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const numbers = { method, checksum: lies.checksum ?? crc32(content), packed: packed.length, size: content.length };
    const local = Buffer.concat([header(0x04034b50, numbers, name, lies), Buffer.from(name), packed]);
    list.push(listed(numbers, name, offset, lies));
    contents.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(list);
  const comment = Buffer.from(lies.comment ?? '');
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(list.length, 10);
  end.writeUInt32LE(lies.isWide ? 0xffffffff : directory.length, 12);
  end.writeUInt32LE(lies.isWide ? 0xffffffff : offset, 16);
  end.writeUInt16LE(comment.length, 20);
  const wide = lies.isWide ? wideEnd(list.length, directory.length, offset) : Buffer.alloc(0);
  return Buffer.concat([...contents, directory, wide, end, comment]);
};

type Numbers = { method: number; checksum: number; packed: number; size: number };

/** The header before a part; in the list the same fields stand two bytes further on. */
const header = (signature: number, numbers: Numbers, name: string, { isEncrypted = false }: ZipLies, shift = 0) => {
  const bytes = Buffer.alloc(shift === 0 ? 30 : 46);
  bytes.writeUInt32LE(signature, 0);
  bytes.writeUInt16LE(isEncrypted ? 1 : 0, 6 + shift);
  bytes.writeUInt16LE(numbers.method, 8 + shift);
  bytes.writeUInt32LE(numbers.checksum, 14 + shift);
  bytes.writeUInt32LE(numbers.packed, 18 + shift);
  bytes.writeUInt32LE(numbers.size, 22 + shift);
  bytes.writeUInt16LE(Buffer.byteLength(name), 26 + shift);
  return bytes;
};

const listed = (numbers: Numbers, name: string, offset: number, lies: ZipLies): Buffer => {
  const bytes = header(0x02014b50, numbers, name, lies, 2);
  if (!lies.isWide) {
    bytes.writeUInt32LE(offset, 42);
    return Buffer.concat([bytes, Buffer.from(name)]);
  }
  const extra = Buffer.alloc(28);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(24, 2);
  for (const [index, number] of [numbers.size, numbers.packed, offset].entries()) {
    extra.writeBigUInt64LE(BigInt(number), 4 + index * 8);
  }
  for (const field of [20, 24, 42]) bytes.writeUInt32LE(0xffffffff, field);
  bytes.writeUInt16LE(extra.length, 30);
  return Buffer.concat([bytes, Buffer.from(name), extra]);
};

const wideEnd = (count: number, size: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(56 + 20);
  bytes.writeUInt32LE(0x06064b50, 0);
  bytes.writeBigUInt64LE(BigInt(count), 32);
  bytes.writeBigUInt64LE(BigInt(size), 40);
  bytes.writeBigUInt64LE(BigInt(offset), 48);
  bytes.writeUInt32LE(0x07064b50, 56);
  bytes.writeBigUInt64LE(BigInt(offset + size), 64);
  return bytes;
};
