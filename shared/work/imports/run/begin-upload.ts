/** An import that begins before its file is there, and how that is to come. */
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import { mostOpenImports } from '../../../domain/imports/open-imports.ts';
import { onePieceBytes, partCount, uploadPartBytes } from '../../../domain/imports/upload-in-parts.ts';
import { Refused } from '../../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../../domain/time.ts';
import type { PartedUploads, SignUpload, UploadAddress } from '../files.ts';
import { importEntries } from '../import-entries.ts';
import type { Imports } from '../imports.ts';

export type BeginUploadPorts = {
  imports: Pick<Imports, 'begin'>;
  signUpload: SignUpload;
  partedUploads: Pick<PartedUploads, 'begin' | 'abort'>;
  now: () => Instant;
};

/** Seconds for which an address is good: in these the upload must begin. */
export const uploadSeconds = 3600;

/** How the file is to come: in one piece to an address, or in parts whose addresses are asked for one by one. */
export type AskedUpload =
  | (UploadAddress & { method: 'PUT'; expiresDateTime: Instant })
  | { partSize: number; parts: number };

/** An import that waits for its file, and how that comes. */
export type UploadedImport = { job: ImportJob; upload: AskedUpload };

type Begin = Omit<Parameters<typeof newImportJob>[0], 'stage' | 'upload'>;

/**
 * Records the import, and says how its file is to come: in parts where its size is told and is more than a piece.
 * Throws `Refused` TooManyOpenImports.
 */
export const beginUpload = async (
  asked: Begin,
  size: number | undefined,
  ports: BeginUploadPorts,
): Promise<UploadedImport> => {
  const [begin, began] = [{ ...asked, stage: 'uploading' } as const, ports.now()];
  if (size !== undefined && size > onePieceBytes) return inParts(begin, size, ports);
  const job = await begun(newImportJob(begin, began), ports);
  const address = await ports.signUpload({ ...begin.file, ...(size !== undefined && { size }) }, uploadSeconds);
  return { job, upload: { ...address, method: 'PUT', expiresDateTime: addSeconds(began, uploadSeconds) } };
};

const begun = (job: ImportJob, { imports }: BeginUploadPorts): Promise<ImportJob> =>
  imports.begin(job, importEntries(job, 'Request import', { now: job.createdDateTime }), { mostOpen: mostOpenImports });

/** The upload is there before the import, whose record has its name. */
const inParts = async (
  begin: Begin & { stage: 'uploading' },
  size: number,
  ports: BeginUploadPorts,
): Promise<UploadedImport> => {
  const upload = { id: await ports.partedUploads.begin(begin.file), size };
  try {
    const job = await begun(newImportJob({ ...begin, upload }, ports.now()), ports);
    return { job, upload: { partSize: uploadPartBytes, parts: partCount(size) } };
  } catch (error) {
    if (error instanceof Refused) await ports.partedUploads.abort({ ...begin.file, upload: upload.id });
    throw error;
  }
};
