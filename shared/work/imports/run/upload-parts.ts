/** The upload of an import's file in parts: by whoever asked for the import, until its file is there. */

import { may } from '../../../domain/access/roles.ts';
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import {
  type ArrivedPart,
  bytesOfPart,
  missingParts,
  partCount,
  type UploadInParts,
} from '../../../domain/imports/upload-in-parts.ts';
import { isSamePrincipal } from '../../../domain/principal.ts';
import { Refused } from '../../../domain/refusals.ts';
import { addSeconds, type Instant } from '../../../domain/time.ts';
import type { PartedUploads, UploadAddress } from '../files.ts';
import { uploadSeconds } from './begin-upload.ts';
import { cancelImport, type ImportAsked, type ManageImportPorts } from './manage-imports.ts';

export type UploadPartsPorts = ManageImportPorts & { partedUploads: PartedUploads };

/** Where a part can be put. */
export type PartAddress = UploadAddress & { number: number; size: number; expiresDateTime: Instant };

/** Signs addresses for these parts. Throws `Refused` NotFound, Forbidden, UploadOver, ValueInvalid. */
export const signParts = async (
  asked: ImportAsked & { numbers: readonly number[] },
  ports: UploadPartsPorts,
): Promise<PartAddress[]> => {
  const { place, upload } = await uploadOf(asked, ports);
  const most = partCount(upload.size);
  if (asked.numbers.some((number) => number > most)) {
    throw new Refused({ code: 'ValueInvalid', target: 'partNumbers', fact: `the file has ${most} parts` });
  }
  const expiresDateTime = addSeconds(ports.now(), uploadSeconds);
  return Promise.all(
    [...new Set(asked.numbers)].map(async (number) => {
      const size = bytesOfPart(upload.size, number);
      const address = await ports.partedUploads.sign({ ...place, number, size }, uploadSeconds);
      return { ...address, number, size, expiresDateTime };
    }),
  );
};

/** The parts that have arrived, by which whoever lost the connection goes on. Throws as `signParts` does. */
export const arrivedParts = async (
  asked: ImportAsked,
  ports: UploadPartsPorts,
): Promise<{ upload: UploadInParts; parts: ArrivedPart[] }> => {
  const { place, upload } = await uploadOf(asked, ports);
  const parts = await ports.partedUploads.arrived(place);
  if (!parts) throw new Refused({ code: 'UploadOver' });
  return { upload, parts };
};

/**
 * Makes the parts the import's file, once: from then on it goes as any other. Of two who complete it at once one is
 * refused. Throws `Refused` NotFound, Forbidden, UploadOver, UploadIncomplete.
 */
export const completeUpload = async (
  asked: ImportAsked & { parts: readonly Pick<ArrivedPart, 'number' | 'tag'>[] },
  ports: UploadPartsPorts,
): Promise<ImportJob> => {
  const { job, place, upload } = await uploadOf(asked, ports);
  const parts = asked.parts.toSorted((one, other) => one.number - other.number);
  const missing = missingParts(
    upload.size,
    parts.map(({ number }) => number),
  );
  if (missing.length > 0 || parts.length > partCount(upload.size)) throw incomplete(missing);
  const end = await ports.partedUploads.complete({ ...place, parts });
  if (end === 'over') throw new Refused({ code: 'UploadOver' });
  if (end === 'incomplete') throw incomplete(missing);
  return job;
};

/** Ends the upload, and the import with it. Throws `Refused` NotFound, Forbidden, UploadOver. */
export const abortUpload = async (asked: ImportAsked, ports: UploadPartsPorts): Promise<ImportJob> => {
  const { place } = await uploadOf(asked, ports);
  // The import first: what has no import any more ends with the bucket's lifecycle at the latest.
  const job = await cancelImport(asked, ports);
  await ports.partedUploads.abort(place);
  return job;
};

/** So many missing parts are named. */
const mostNamed = 10;

const incomplete = (missing: readonly number[]): Refused => {
  const more = missing.length > mostNamed ? ', …' : '';
  const fact = missing.length > 0 && { fact: `${missing.slice(0, mostNamed).join(', ')}${more}` };
  return new Refused({ code: 'UploadIncomplete', target: 'parts', ...fact });
};

/** The upload that an import waits for. Nobody but whoever asked for it, and still may, has a part in it. */
const uploadOf = async ({ id, principal }: ImportAsked, { imports }: UploadPartsPorts) => {
  const job = /^[0-9a-f-]{36}$/.test(id) ? await imports.read(id) : undefined;
  if (!job?.upload) throw new Refused({ code: 'NotFound' });
  const needs = job.kind === 'synchronization' ? 'synchronize' : 'manageImports';
  if (!isSamePrincipal(job.owner, principal) || !may(principal, needs)) throw new Refused({ code: 'Forbidden' });
  if (job.stage !== 'uploading') throw new Refused({ code: 'UploadOver' });
  const { bucket, key } = job.file;
  return { job, upload: job.upload, place: { bucket, key, upload: job.upload.id } };
};
