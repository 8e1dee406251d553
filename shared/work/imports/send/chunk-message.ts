/** A chunk as it crosses the queue. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';
import type { RowsMessage } from '../../queues.ts';
import type { Sealer } from '../sealer.ts';
import type { ChunkRow, SentChunk } from './chunk-cutter.ts';
/** What a chunk is sent with. A dry run that is applied has what it planned for each row. */
export type ChunkSetting = {
  job: ImportJob;
  planned: ReadonlyMap<number, RowResult>;
  sealer: Pick<Sealer, 'seal'>;
};

/** The message of a chunk: chosen passwords sealed, with one data key for all of them. */
export const chunkMessage = async (chunk: SentChunk, { job, planned, sealer }: ChunkSetting): Promise<RowsMessage> => {
  const { firstRow, lastRow, rows } = chunk;
  const { id: importId, createdDateTime: importedAt, resumptions: resumption } = job;
  const place = { importId, importedAt, resumption, firstRow, lastRow };
  if (!rows) return { ...place, undo: true };
  const passwords = rows.flatMap(({ draft }) => (draft?.password === undefined ? [] : [draft.password]));
  // A dry run tells nobody, and nobody gets a password from it.
  const isSealed = passwords.length > 0 && !job.options.dryRun;
  const seal = isSealed ? await sealer.seal(passwords, { importId, firstRow: String(firstRow) }) : undefined;
  const boxes = [...(seal?.sealed ?? [])];
  return {
    ...place,
    ...(seal && { sealedKey: seal.sealedKey }),
    rows: rows.map((row) => ({ ...withoutPassword(row, () => boxes.shift()), ...plannedFor(row, planned) })),
  };
};

const withoutPassword = ({ draft, ...row }: ChunkRow, nextBox: () => string | undefined) => {
  if (!draft) return row;
  const { password, ...open } = draft;
  const sealedPassword = password === undefined ? undefined : nextBox();
  return { ...row, draft: open, ...(sealedPassword && { sealedPassword }) };
};

const plannedFor = ({ rowNumber, made }: ChunkRow, planned: ReadonlyMap<number, RowResult>) => {
  const row = planned.get(rowNumber);
  if (!row) return {};
  const { outcome, changes, userPrincipalName } = row;
  return { planned: { outcome, ...(changes && { changes }), ...(made && { userPrincipalName }) } };
};
