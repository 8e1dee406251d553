/** How an uploaded file becomes an import. */
import { hash } from 'node:crypto';
import type * as z from 'zod';
import { type ImportedFile, newImportJob } from '../domain/import-job.ts';
import { isPeopleFile } from '../domain/stored-file.ts';
import { uuidFrom } from '../domain/uuid.ts';
import type { fileMessage } from '../messages.ts';
import { continueImport } from './continue-import.ts';
import type { ImportPorts } from './import-setting.ts';

/** A file as S3 announces it. `sequencer` tells versions apart where the bucket has none. */
export type AnnouncedFile = ImportedFile & { sequencer?: string };

/** The id of the principal that files in the bucket are imported by: whoever may write to the bucket. */
const bucketPrincipal = 'import-bucket';

/** The id of an import: the same for the same version of the same object, however often it is announced. */
export const importIdOf = ({ bucket, key, versionId, etag, sequencer }: AnnouncedFile): string =>
  uuidFrom(hash('sha256', JSON.stringify([bucket, key, versionId ?? [etag, sequencer]])));

/** Begins the import of an announced file and takes its first steps; one that has begun already goes on. */
export const beginImport = async (announced: AnnouncedFile, ports: ImportPorts): Promise<void> => {
  if (!isPeopleFile(announced.key)) return;
  const { sequencer: _sequencer, ...file } = announced;
  const job = await ports.imports.begin(newImportJob(importIdOf(announced), file, bucketPrincipal, ports.now()));
  await continueImport(job.id, ports);
};

/** Takes what comes through the queue of files: a new object, or an import that goes on. */
export const takeFileMessage = async (message: z.output<typeof fileMessage>, ports: ImportPorts): Promise<void> => {
  if ('kind' in message) return continueImport(message.importId, ports);
  const { bucket, object } = message.detail;
  const { key, etag, sequencer, 'version-id': versionId } = object;
  const told = { ...(etag && { etag }), ...(versionId && { versionId }), ...(sequencer && { sequencer }) };
  await beginImport({ bucket: bucket.name, key, ...told }, ports);
};
