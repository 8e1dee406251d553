/** A file of mailboxes as a migration batch of Muster, which waits there for its start. */
import { Readable } from 'node:stream';
import { putBytes } from '../../imports/put-bytes.ts';
import type { SyncApi } from '../api/sync-api.ts';
import { SyncFault } from '../sync-fault.ts';

/** Makes the batch, and puts its file; the answer is its id. Rejects with a SyncFault; then nothing was begun. */
export const putBatch = async (api: Pick<SyncApi, 'newBatch'>, displayName: string, csv: string): Promise<string> => {
  const { id, upload } = await api.newBatch({
    ...{ displayName, migrationType: 'exchangeCutover', fileName: 'mailboxes.csv' },
  });
  const bytes = Buffer.from(csv);
  const status = await putBytes({ pieces: Readable.from([bytes]), length: bytes.length }, upload).catch((error) => {
    throw notPut((error as Error).message, error);
  });
  if (status !== 200) throw notPut(`the answer was ${status}`);
  return id;
};

const notPut = (why: string, cause?: unknown) =>
  new SyncFault('UploadFailed', `The file could not be put (${why}).`, { cause });
