/** The ports to uploaded files and to reports. */
import type { ImportedFile } from '../domain/import-job.ts';
import type { StoredFile } from '../domain/stored-file.ts';

/** The version of a file that was announced; throws `Refused` FileUnavailable when it is gone. */
export type OpenFile = (file: ImportedFile) => Promise<StoredFile>;

/** Stores a report as it is made; writing the same report again leaves one. */
export type WriteReport = (key: string, text: AsyncIterable<string>) => Promise<{ bucket: string; key: string }>;
