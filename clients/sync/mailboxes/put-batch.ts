/** A file of mailboxes as a migration batch of Muster, which waits there for its start. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { putFile } from '../../imports/put-file.ts';
import type { SyncApi } from '../api/sync-api.ts';
import { SyncFault } from '../sync-fault.ts';

/** Makes the batch, and puts its file; the answer is its id. Rejects with a SyncFault; then nothing was begun. */
export const putBatch = async (api: Pick<SyncApi, 'newBatch'>, displayName: string, csv: string): Promise<string> => {
  const folder = mkdtempSync(join(tmpdir(), 'muster-mailboxes-'));
  try {
    const file = join(folder, 'mailboxes.csv');
    writeFileSync(file, csv, { mode: 0o600 });
    const { id, upload } = await api.newBatch({
      ...{ displayName, migrationType: 'exchangeCutover', fileName: 'mailboxes.csv' },
    });
    await putFile(file, upload, { start: () => {}, sent: () => {}, stop: () => {} }).catch((error) => {
      throw new SyncFault('UploadFailed', `The file could not be put (${(error as Error).message}).`, { cause: error });
    });
    return id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
