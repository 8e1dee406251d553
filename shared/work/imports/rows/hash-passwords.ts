/** The chosen passwords of rows, opened and hashed. */
import type { HashSlowly } from '../../passwords/password-hash.ts';
import type { RowsMessage } from '../../queues.ts';
import type { Sealer } from '../sealer.ts';

/** Hashes by row. Each takes half a second and 128 MiB, so they are made one after the other. */
export const hashPasswords = async (
  rows: readonly { rowNumber: number; sealedPassword?: string | undefined }[],
  { importId, firstRow, sealedKey = '' }: Pick<RowsMessage, 'importId' | 'firstRow' | 'sealedKey'>,
  { sealer, hashSlowly }: { sealer: Pick<Sealer, 'open'>; hashSlowly: HashSlowly },
): Promise<Map<number, string>> => {
  const boxes = rows.map(({ sealedPassword = '' }) => sealedPassword);
  const passwords = await sealer.open(boxes, sealedKey, { importId, firstRow: String(firstRow) });
  const hashes = new Map<number, string>();
  for (const [index, { rowNumber }] of rows.entries()) {
    hashes.set(rowNumber, await hashSlowly(passwords[index] ?? ''));
  }
  return hashes;
};
