/** The ports to uploaded files and to reports. */
import type { ImportedFile } from '../domain/import-job.ts';

/** The bytes of the version of a file that was announced; throws `Refused` FileUnavailable when it is gone. */
export type OpenFile = (file: ImportedFile) => Promise<AsyncIterable<Uint8Array>>;

/** Stores a report as it is made; writing the same report again leaves one. */
export type WriteReport = (key: string, text: AsyncIterable<string>) => Promise<{ bucket: string; key: string }>;
