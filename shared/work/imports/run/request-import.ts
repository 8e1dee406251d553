/** An import that is asked for before its file is there. */
import { randomUUID } from 'node:crypto';
import { decideOptions } from '../../../domain/imports/decide-options.ts';
import { type ImportJob, newImportJob } from '../../../domain/imports/import-job.ts';
import type { ImportOptions } from '../../../domain/imports/import-options.ts';
import { mostOpenImports } from '../../../domain/imports/open-imports.ts';
import { uploadKey } from '../../../domain/imports/option-files.ts';
import type { Organisation } from '../../../domain/organisation.ts';
import type { Principal } from '../../../domain/principal.ts';
import { addSeconds, type Instant } from '../../../domain/time.ts';
import { checkedOptions } from '../check-options.ts';
import type { SignUpload, UploadAddress } from '../files.ts';
import { importEntries } from '../import-entries.ts';
import type { Imports } from '../imports.ts';

/** `importBucket` is where files go; `usual` are the options of the organisation. */
export type RequestImportPorts = {
  imports: Pick<Imports, 'begin'>;
  signUpload: SignUpload;
  importBucket: string;
  defaults: Partial<ImportOptions>;
  organisation: Pick<Organisation, 'verifiedDomains'>;
  now: () => Instant;
};

/** Seconds in which the upload must begin. */
const uploadSeconds = 3600;

/**
 * Begins an import that waits for its file, and gives the address to put it to. Whoever asks owns the import.
 * Throws `Refused` TooManyOpenImports, UserNamePatternInvalid.
 */
export const requestImport = async (
  asked: { fileName: string; options: Partial<ImportOptions>; principal: Principal },
  { imports, signUpload, importBucket, defaults, organisation, now }: RequestImportPorts,
): Promise<{ job: ImportJob; upload: UploadAddress & { method: 'PUT'; expiresDateTime: Instant } }> => {
  const [id, began] = [randomUUID(), now()];
  const file = { bucket: importBucket, key: uploadKey(id, asked.fileName) };
  const options = checkedOptions(decideOptions(asked.options, defaults), organisation);
  const job = newImportJob({ id, file, options, owner: asked.principal, stage: 'uploading' }, began);
  await imports.begin(job, importEntries(job, 'Request import', { now: began }), { mostOpen: mostOpenImports });
  const address = await signUpload(file, uploadSeconds);
  return { job, upload: { ...address, method: 'PUT', expiresDateTime: addSeconds(began, uploadSeconds) } };
};
