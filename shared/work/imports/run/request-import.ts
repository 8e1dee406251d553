/** An import that is asked for before its file is there. */
import { randomUUID } from 'node:crypto';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import { mostOpenImports } from '../../../domain/imports/open-imports.ts';
import { uploadKey } from '../../../domain/imports/option-files.ts';
import { isWorkbookName } from '../../../domain/imports/stored-file.ts';
import { onePieceBytes, partCount, uploadPartBytes } from '../../../domain/imports/upload-in-parts.ts';
import { type Migration, refusalBesideSynchronization } from '../../../domain/migrations/migration.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Principal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../../domain/time.ts';
import { fileBytes, workbookBytes } from '../../../files/limits.ts';
import { checkedOptions } from '../check-options.ts';
import type { PartedUploads, SignUpload, UploadAddress } from '../files.ts';
import { importEntries } from '../import-entries.ts';
import type { Imports } from '../imports.ts';

/** `importBucket` is where files go; `usual` are the options of the organisation. */
export type RequestImportPorts = {
  imports: Pick<Imports, 'begin'>;
  signUpload: SignUpload;
  partedUploads: Pick<PartedUploads, 'begin' | 'abort'>;
  importBucket: string;
  defaults: Partial<ImportOptions>;
  organisation: Pick<Organisation, 'verifiedDomains' | 'onPremisesSync'>;
  now: () => Instant;
};

/** Seconds for which an address is good: in these the upload must begin. */
export const uploadSeconds = 3600;

/** What an import is asked for with; `fileSize` in bytes, where it is known. */
export type AskedImport = {
  fileName: string;
  fileSize?: number;
  options: Partial<ImportOptions>;
  /** Of a migration batch. */
  migration?: Migration;
  principal: Principal;
};

/** How the file is to come: in one piece to an address, or in parts whose addresses are asked for one by one. */
export type AskedUpload =
  | (UploadAddress & { method: 'PUT'; expiresDateTime: Instant })
  | { partSize: number; parts: number };

/**
 * Begins an import that waits for its file, and says how that is to come. Whoever asks owns the import.
 * Throws `Refused` FileTooLarge, TooManyOpenImports, UserNamePatternInvalid, CutoverWhileSynchronized.
 */
export const requestImport = async (
  asked: AskedImport,
  ports: RequestImportPorts,
): Promise<{ job: ImportJob; upload: AskedUpload }> => {
  const { importBucket, defaults, organisation, now } = ports;
  const { fileName, fileSize: size, migration } = asked;
  refuseTooLarge(fileName, size);
  const barred = refusalBesideSynchronization(migration, organisation);
  if (barred) throw new Refused(barred);
  const [id, began] = [randomUUID(), now()];
  const file = { bucket: importBucket, key: uploadKey(id, fileName) };
  const options = checkedOptions(decideOptions(asked.options, defaults), organisation);
  const begin = {
    ...({ id, file, options, owner: asked.principal, stage: 'uploading' } as const),
    ...(migration && { migration }),
  };
  if (size !== undefined && size > onePieceBytes) return inParts(begin, size, ports);
  const job = await begun(newImportJob(begin, began), ports);
  const address = await ports.signUpload({ ...file, ...(size !== undefined && { size }) }, uploadSeconds);
  return { job, upload: { ...address, method: 'PUT', expiresDateTime: addSeconds(began, uploadSeconds) } };
};

const begun = (job: ImportJob, { imports }: RequestImportPorts): Promise<ImportJob> =>
  imports.begin(job, importEntries(job, 'Request import', { now: job.createdDateTime }), { mostOpen: mostOpenImports });

/** The upload is there before the import, whose record has its name. */
const inParts = async (begin: Parameters<typeof newImportJob>[0], size: number, ports: RequestImportPorts) => {
  const upload = { id: await ports.partedUploads.begin(begin.file), size };
  try {
    const job = await begun(newImportJob({ ...begin, upload }, ports.now()), ports);
    return { job, upload: { partSize: uploadPartBytes, parts: partCount(size) } };
  } catch (error) {
    if (error instanceof Refused) await ports.partedUploads.abort({ ...begin.file, upload: upload.id });
    throw error;
  }
};

/** What could not be read is not uploaded at first. Of what a file is its name says enough here: its bytes are still to come. */
const refuseTooLarge = (fileName: string, size = 0): void => {
  const [most, fact] = isWorkbookName(fileName)
    ? ([workbookBytes, '512 MiB'] as const)
    : ([fileBytes, '2 GiB'] as const);
  if (size > most) throw new Refused({ code: 'FileTooLarge', target: 'fileSize', fact });
};
