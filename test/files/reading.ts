/** How the tests of this folder read: text or bytes in, everything that came of them out. */

import type { Row } from '../../shared/domain/dialects/draft-from-row.ts';
import type { StoredFile } from '../../shared/domain/imports/stored-file.ts';
import type { Draft } from '../../shared/domain/people/draft.ts';
import { Refused } from '../../shared/domain/refusals.ts';
import { type ReadableFile, type Reading, readFile } from '../../shared/files/reading/read-file.ts';
import { storedFile } from '../fakes/files.ts';

/** A text that comes as it will. */
export const arriving = (bytes: () => AsyncIterable<Uint8Array>): StoredFile => ({
  size: 1,
  bytes,
  range: async (from, to) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    for await (const piece of bytes()) {
      pieces.push(piece);
      length += piece.length;
      if (length >= to) break;
    }
    return Buffer.concat(pieces).subarray(from, to);
  },
});

/** Everything that an iterable gives. */
export const gathered = async <T>(batches: AsyncIterable<T[]>): Promise<T[]> => {
  const all: T[] = [];
  for await (const batch of batches) all.push(...batch);
  return all;
};

/** The whole file, with all of its rows. */
export const read = async (
  content: string | Uint8Array,
  pieceSize = 65_536,
  reading: Reading = {},
): Promise<{ file: ReadableFile; rows: Row[]; drafts: (Draft | undefined)[] }> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await readFile(storedFile(bytes, pieceSize), reading);
  const rows = await gathered(file.rows);
  return { file, rows, drafts: rows.map(({ draft }) => draft) };
};

/** What `read` refuses; fails when it does not. */
export const refusalsOf = async (content: string | Uint8Array, pieceSize?: number, reading?: Reading) => {
  const outcome = await read(content, pieceSize, reading).then(
    () => 'read without a refusal',
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refused)) throw outcome;
  return outcome.refusals;
};
