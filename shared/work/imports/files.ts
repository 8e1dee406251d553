/** The ports to uploaded files and to reports. */
import type { ImportedFile } from '../../domain/imports/import-job.ts';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import type { ArrivedPart } from '../../domain/imports/upload-in-parts.ts';

/** The version of a file that was announced; throws `Refused` FileUnavailable when it is gone. */
export type OpenFile = (file: ImportedFile) => Promise<StoredFile>;

/** What an object says of its own import: text in its metadata, and that of a file beside it. */
export type WrittenOptions = { metadata?: string; file?: { key: string; text: string | 'tooLarge' } };

/** Reads what lies beside a file. A file that is gone says nothing. */
export type ReadOptionsFile = (file: ImportedFile) => Promise<WrittenOptions>;

/** Deletes the version of a file that was announced, of those alone that came by an address of the API; done twice it is done. */
export type DeleteUpload = (file: ImportedFile) => Promise<void>;

/** Where a file can be put, and the headers that were signed with it: whoever puts it must send these. */
export type UploadAddress = { url: string; headers: Readonly<Record<string, string>> };

/** Where an upload goes, before anything is there. */
type Place = Pick<ImportedFile, 'bucket' | 'key'>;

/** An address to which one file can be put, by whoever knows it; for so many seconds. With `size` one of just so many bytes. */
export type SignUpload = (file: Place & { size?: number }, seconds: number) => Promise<UploadAddress>;

/** The upload of a file in parts. What is neither completed nor aborted ends with the bucket's lifecycle, and is no file. */
export type PartedUploads = {
  /** Begins one; returns what S3 calls it. */
  begin(file: Place): Promise<string>;
  /** An address to which one part of just so many bytes can be put, also once more; for so many seconds. */
  sign(part: Place & { upload: string; number: number; size: number }, seconds: number): Promise<UploadAddress>;
  /** The parts that are there, in their order; undefined where the upload is over. */
  arrived(upload: Place & { upload: string }): Promise<ArrivedPart[] | undefined>;
  /**
   * Makes them one file, unless there is one. `over`: the upload is, or something lies there; `incomplete`: a part is not
   * there, or is another one.
   */
  complete(
    upload: Place & { upload: string; parts: readonly Pick<ArrivedPart, 'number' | 'tag'>[] },
  ): Promise<'completed' | 'over' | 'incomplete'>;
  /** Ends it, with all that it holds; done twice it is done. */
  abort(upload: Place & { upload: string }): Promise<void>;
};

/** An address from which a report can be fetched under a name, by whoever knows it; for so many seconds. */
export type SignDownload = (file: { bucket: string; key: string }, name: string, seconds: number) => Promise<string>;

/** A report as it is stored. */
export type StoredReport = { bucket: string; key: string };

/** Stores reports; writing the same one again leaves one. Nothing of one is there before it is whole. */
export type ReportStore = {
  /** Stores a report that fits one part. */
  write(key: string, text: string): Promise<StoredReport>;
  /** Begins one that has several parts; returns what their upload is called, for a day at least. */
  begin(key: string): Promise<string>;
  /** Adds a part by its number, from 1; put again it is replaced. Returns its tag. Every part but the last is a full one. */
  add(part: { key: string; upload: string; number: number; text: string }): Promise<string>;
  /** Puts the parts together; undefined where they are there no more, or not these. */
  end(upload: { key: string; upload: string; parts: readonly string[] }): Promise<StoredReport | undefined>;
};

/** Bytes of a full part. S3 takes no fewer than 5 MiB, and 10,000 parts: of these, 78 GiB. */
export const reportPartBytes = 8 * 1024 * 1024;
