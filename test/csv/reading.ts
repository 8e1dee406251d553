/** How the tests of this folder read: text or bytes in, everything that came of them out. */
import { type OpenFile, readFile } from '../../shared/csv/read-file.ts';
import type { Draft } from '../../shared/domain/draft.ts';
import type { Row } from '../../shared/domain/draft-from-row.ts';
import { Refused } from '../../shared/domain/refusals.ts';

/** The bytes in pieces of the given size. */
export async function* inPieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

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
): Promise<{ file: OpenFile; rows: Row[]; drafts: (Draft | undefined)[] }> => {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const file = await readFile(inPieces(bytes, pieceSize));
  const rows = await gathered(file.rows);
  return { file, rows, drafts: rows.map(({ draft }) => draft) };
};

/** What `read` refuses; fails when it does not. */
export const refusalsOf = async (content: string | Uint8Array, pieceSize?: number) => {
  const outcome = await read(content, pieceSize).then(
    () => 'read without a refusal',
    (error: unknown) => error,
  );
  if (!(outcome instanceof Refused)) throw outcome;
  return outcome.refusals;
};
