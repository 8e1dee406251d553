/** Files as they are announced, and the imports that they are. */
import { hash } from 'node:crypto';
import type * as z from 'zod';
import type { ImportedFile } from '../../domain/imports/import-job.ts';
import { uuidFrom } from '../../domain/uuid.ts';
import type { objectCreatedEvent } from '../../messages/queues.ts';

/** A file as S3 announces it. `sequencer` tells versions apart where the bucket has none. */
export type AnnouncedFile = ImportedFile & { sequencer?: string };

/** The file that an event of S3 announces. */
export const announcedFile = ({ detail: { bucket, object } }: z.output<typeof objectCreatedEvent>): AnnouncedFile => {
  const { key, etag, size, sequencer, 'version-id': versionId } = object;
  return {
    bucket: bucket.name,
    key,
    ...(etag && { etag }),
    ...(size !== undefined && { size }),
    ...(versionId && { versionId }),
    ...(sequencer && { sequencer }),
  };
};

/** The id of an import: the same for the same version of the same object, however often it is announced. */
export const importIdOf = ({ bucket, key, versionId, etag, sequencer }: AnnouncedFile): string =>
  uuidFrom(hash('sha256', JSON.stringify([bucket, key, versionId ?? [etag, sequencer]])));
