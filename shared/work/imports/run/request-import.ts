/** An import that is asked for before its file is there. */
import { randomUUID } from 'node:crypto';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import { uploadKey } from '../../../domain/imports/option-files.ts';
import { isWorkbookName } from '../../../domain/imports/stored-file.ts';
import { type Migration, refusalBesideSynchronization } from '../../../domain/migrations/migration.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Principal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import { fileBytes, workbookBytes } from '../../../files/limits.ts';
import { checkedOptions } from '../check-options.ts';
import { type BeginUploadPorts, beginUpload, type UploadedImport } from './begin-upload.ts';

/** `importBucket` is where files go; `usual` are the options of the organisation. */
export type RequestImportPorts = BeginUploadPorts & {
  importBucket: string;
  defaults: Partial<ImportOptions>;
  organisation: Pick<Organisation, 'verifiedDomains' | 'onPremisesSync'>;
};

/** What an import is asked for with; `fileSize` in bytes, where it is known. */
export type AskedImport = {
  fileName: string;
  fileSize?: number;
  options: Partial<ImportOptions>;
  /** Of a migration batch. */
  migration?: Migration;
  principal: Principal;
};

/**
 * Begins an import that waits for its file, and says how that is to come. Whoever asks owns the import.
 * Throws `Refused` FileTooLarge, TooManyOpenImports, UserNamePatternInvalid, CutoverWhileSynchronized.
 */
export const requestImport = async (asked: AskedImport, ports: RequestImportPorts): Promise<UploadedImport> => {
  const { importBucket, defaults, organisation } = ports;
  const { fileName, fileSize: size, migration, principal: owner } = asked;
  refuseTooLarge(fileName, size);
  const barred = refusalBesideSynchronization(migration, organisation);
  if (barred) throw new Refused(barred);
  const id = randomUUID();
  const file = { bucket: importBucket, key: uploadKey(id, fileName) };
  const options = checkedOptions(decideOptions(asked.options, defaults), organisation);
  return beginUpload({ id, file, options, owner, ...(migration && { migration }) }, size, ports);
};

/** What could not be read is not uploaded at first. Of what a file is its name says enough here: its bytes are still to come. */
export const refuseTooLarge = (fileName: string, size = 0): void => {
  const [most, fact] = isWorkbookName(fileName)
    ? ([workbookBytes, '512 MiB'] as const)
    : ([fileBytes, '2 GiB'] as const);
  if (size > most) throw new Refused({ code: 'FileTooLarge', target: 'fileSize', fact });
};
