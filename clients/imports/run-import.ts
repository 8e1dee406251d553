/** One file of people, from the disk to the end of its import. */
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ApiError } from './api-error.ts';
import { followToEnd } from './follow.ts';
import type { Import, ImportApi, RequestedFile } from './import-api.ts';
import type { WrittenOptions } from './options-beside.ts';
import type { Progress } from './progress.ts';
import type { UploadAddress } from './put-bytes.ts';
import { putPiece } from './put-file.ts';
import { putParts } from './put-parts.ts';
import { uploadBar } from './upload-bar.ts';

const pollMilliseconds = 1000;

/** An upload that broke off for good: what arrived is kept for a day or two, and the import waits for the rest. */
export class UploadBroken extends Error {
  constructor(id: string, file: string, cause: unknown) {
    super(`The upload broke off. To send the rest: muster imports upload ${id} ${file}`, { cause });
  }
}

/**
 * Asks for an import, and puts its file there; the answer is its id. `options` are by the names of the API. A large file
 * goes in parts, as the API wants it; where those break off it rejects with UploadBroken.
 */
export const beginImport = async (api: ImportApi, file: string, options: WrittenOptions): Promise<string> => {
  const name = basename(file);
  const { size } = statSync(file);
  return sendFile(api, file, await api.request({ fileName: name, fileSize: size, ...options }));
};

/** Puts the file of an import that is asked for, as the API wants it; the answer is its id. Rejects as `beginImport`. */
export const sendFile = async (api: ImportApi, file: string, { id, upload }: RequestedFile): Promise<string> => {
  if ('parts' in upload) await continueUpload(api, id, file);
  else await putWhole(file, statSync(file).size, upload);
  return id;
};

/** Goes on with an upload in parts that broke off, of the same file. Rejects with UploadBroken, or the API's refusal. */
export const continueUpload = async (api: ImportApi, id: string, file: string): Promise<void> => {
  try {
    await putParts(api, id, file, uploadBar(basename(file)));
  } catch (error) {
    if (error instanceof ApiError && error.status < 500) throw error;
    throw new UploadBroken(id, file, error);
  }
};

const putWhole = async (file: string, size: number, address: UploadAddress): Promise<void> => {
  const bar = uploadBar(basename(file));
  bar.start(size);
  try {
    await putPiece({ file, from: 0, size }, address, bar.sent);
  } finally {
    bar.stop();
  }
};

/** Follows an import to its end, and says what it came to. */
export const followImport = async (api: ImportApi, id: string, progress: Progress): Promise<Import> =>
  followToEnd(await api.import(id), api.import, progress, pollMilliseconds);
