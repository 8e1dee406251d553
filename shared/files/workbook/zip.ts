/** A workbook as a zip: what parts it has, and what is in them. yauzl reads it; what a stranger may make of it is bounded here. */
import { crc32 } from 'node:zlib';
import { type Entry, fromRandomAccessReaderPromise, type ZipFile } from 'yauzl';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { Refused } from '../../domain/refusals.ts';
import { sliceBytes } from '../limits.ts';
import { FileReader } from './file-reader.ts';
import { directoryBytes, maxParts } from './limits.ts';
import { tooLarge, unreadable } from './unreadable.ts';

/** A zip, opened. */
export type Zip = {
  readonly file: ZipFile;
  readonly reader: FileReader;
  /** The parts by their names, in the form that `partName` gives them. */
  readonly parts: ReadonlyMap<string, Entry>;
};

/** The name by which a part is found: names are compared without case, and some programs write `\xl\workbook.xml`. */
export const partName = (name: string): string => name.replaceAll('\\', '/').replace(/^\//, '').toLowerCase();

/**
 * Opens a zip and reads the list of its parts. Throws `Refused` ExcelWorkbook or CompressedFile when there is none that
 * can be read, WorkbookTooLarge when it is more than is held, and what the file itself throws as it is.
 */
export const openZip = async (stored: StoredFile): Promise<Zip> => {
  const reader = new FileReader(stored);
  const file = await fromRandomAccessReaderPromise(reader, stored.size, options).catch(async () => {
    throw reader.failure ?? (await refusalOfBroken(stored));
  });
  try {
    return { file, reader, parts: await partsOf(file) };
  } catch (error) {
    throw explained(reader, error);
  }
};

/** Names stay bytes, since yauzl refuses a zip for a leading slash in one; sizes are counted and checked below. */
const options = { autoClose: false, decodeStrings: false, validateEntrySizes: false };

/** yauzl says of a damaged zip what is wrong, in plain errors: that it cannot be read is all that anybody is told. */
const explained = ({ failure }: FileReader, error: unknown): unknown =>
  failure ?? (error instanceof Refused ? error : unreadable());

const partsOf = async (file: ZipFile): Promise<ReadonlyMap<string, Entry>> => {
  if (file.entryCount > maxParts) throw tooLarge(`it has more than ${maxParts} parts`);
  const parts = new Map<string, Entry>();
  let size = 0;
  for await (const entry of file.eachEntry()) {
    size += entry.fileNameLength + entry.extraFieldLength + entry.fileCommentLength;
    if (size > directoryBytes) throw tooLarge('its list of parts has more than 4 MiB');
    parts.set(partName(entry.fileNameRaw.toString()), entry);
  }
  return parts;
};

/** A zip that was cut off: the names of its parts stand before each of them, and a workbook's come early. */
const refusalOfBroken = async (file: StoredFile): Promise<Refused> => {
  const start = Buffer.from(await file.range(0, Math.min(file.size, 4096)));
  const isWorkbook = ['xl/', '[Content_Types].xml'].some((name) => start.includes(name, 0, 'latin1'));
  return isWorkbook ? unreadable() : new Refused({ code: 'CompressedFile' });
};

/**
 * The content of a part, unpacked, in pieces of bounded size. Throws `Refused` WorkbookTooLarge as soon as more than
 * `most` bytes came out, whatever the zip says of its size, ExcelWorkbook when it is encrypted or damaged, and what the
 * file itself throws as it is.
 */
export async function* contentOf(zip: Zip, entry: Entry, most: number): AsyncGenerator<Buffer> {
  let [size, checksum] = [0, 0];
  for await (const piece of unpacked(zip, entry)) {
    size += piece.length;
    if (size > most) throw tooLarge(`a part of it has more than ${Math.floor(most / 1024 / 1024)} MiB`);
    checksum = crc32(piece, checksum);
    yield piece;
  }
  if (checksum !== entry.crc32) throw unreadable();
}

/**
 * The end of a part that is stored as it is, from so many bytes before it; undefined for one that is packed, of which
 * nothing can be told without all that is before it. Throws as `contentOf` does; what it gives has no checksum.
 */
export const endOf = async (zip: Zip, entry: Entry, bytes: number): Promise<Buffer | undefined> => {
  if (entry.compressionMethod !== 0) return undefined;
  const pieces: Buffer[] = [];
  for await (const piece of unpacked(zip, entry, Math.max(0, entry.compressedSize - bytes))) pieces.push(piece);
  return Buffer.concat(pieces);
};

async function* unpacked({ file, reader }: Zip, entry: Entry, start?: number): AsyncGenerator<Buffer> {
  try {
    const content = await file.openReadStreamPromise(entry, start === undefined ? {} : { start });
    for await (const piece of content) yield* slices(piece as Buffer);
  } catch (error) {
    throw explained(reader, error);
  }
}

function* slices(piece: Buffer) {
  for (let at = 0; at < piece.length; at += sliceBytes) yield piece.subarray(at, at + sliceBytes);
}
