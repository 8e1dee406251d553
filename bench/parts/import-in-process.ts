/** An import by the product's own steps, in this process, on whatever stores it is given. */

import { type ImportJob, newImportJob } from '../../shared/domain/imports/import-job.ts';
import { defaultOptions } from '../../shared/domain/imports/import-options.ts';
import { noMarks } from '../../shared/domain/migrations/migration.ts';
import { instant } from '../../shared/domain/time.ts';
import { isCommonPassword } from '../../shared/lambda/common-passwords.ts';
import { reportPartBytes } from '../../shared/work/imports/files.ts';
import type { ImportPorts } from '../../shared/work/imports/import-setting.ts';
import { continueImport } from '../../shared/work/imports/run/continue-import.ts';
import type { RowsMessage } from '../../shared/work/queues.ts';
import { noCredentials } from './no-credentials.ts';
import { type PeopleFile, storedPeople } from './people-file.ts';
import { organisation, owner, policy } from './settings.ts';

/** Where an import lies, and what is done with each chunk of rows that it sends. */
export type Stage = Pick<ImportPorts, 'directory' | 'imports'> & { takeChunk: (chunk: RowsMessage) => Promise<void> };

export const now = () => instant(new Date());

export const jobOf = (id: string): Pick<ImportJob, 'id' | 'file' | 'options' | 'owner'> => ({
  id,
  file: { bucket: 'files', key: 'people.csv' },
  options: defaultOptions,
  owner,
});

/** The ports of an import's steps, on these stores; `more` takes the place of some. */
export const portsInProcess = (
  openFile: ImportPorts['openFile'],
  { directory, imports, takeChunk }: Stage,
  more: Partial<ImportPorts> = {},
): ImportPorts => ({
  ...noCredentials,
  deleteUpload: async () => {},
  synchronization: {
    read: async () => undefined,
    write: async () => false,
    errors: async () => ({ errors: [] }),
    putErrors: async () => {},
  },
  directory,
  imports,
  batches: { marks: async () => noMarks },
  openFile,
  reports: {
    write: async (key) => ({ bucket: 'reports', key }),
    begin: async () => 'upload',
    add: async () => 'tag',
    end: async ({ key }) => ({ bucket: 'reports', key }),
  },
  reportPartBytes,
  sealer: { seal: () => Promise.reject(new Error('the file has no passwords')) },
  queues: {
    files: async () => {},
    rows: async (messages) => {
      for (const message of messages) await takeChunk(message);
    },
    notices: async () => {},
    sweeps: async () => {},
  },
  isCommonPassword,
  organisation,
  policy,
  now,
  shouldPause: () => false,
  isImpossible: () => false,
  ...more,
});

/** Plans the file, sends its chunks, has each taken, and settles the import. Returns its id. */
export const importInProcess = async (file: PeopleFile, stage: Stage): Promise<string> => {
  const id = crypto.randomUUID();
  await stage.imports.begin(newImportJob(jobOf(id), now()));
  await continueImport(
    id,
    portsInProcess(async () => storedPeople(file), stage),
  );
  return id;
};
