/** The version of an object that was announced: what it is asked for by, and what S3 says when it is there no more. */
import { S3ServiceException } from '@aws-sdk/client-s3';
import type { ImportedFile } from '../../domain/imports/import-job.ts';

/** The condition of a request by which no other version is read; none where none was announced. */
export const announcedVersion = ({ versionId, etag }: Pick<ImportedFile, 'versionId' | 'etag'>) => {
  if (versionId) return { VersionId: versionId };
  return etag ? { IfMatch: `"${etag.replaceAll('"', '')}"` } : {};
};

const gone = new Set(['NoSuchKey', 'NoSuchVersion', 'PreconditionFailed', 'NotFound']);

/** The answer to a request for metadata alone has no body that could name the error. */
const preconditionFailed = 412;

/** Whether S3 says by this error that the object, or the version that was asked for, is gone. */
export const isGone = (error: unknown): boolean =>
  error instanceof S3ServiceException &&
  (gone.has(error.name) || error.$metadata.httpStatusCode === preconditionFailed);
