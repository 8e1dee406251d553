/** One file of people, from the disk to the end of its import. */
import { basename } from 'node:path';
import { followToEnd } from './follow.ts';
import type { Import, ImportApi } from './import-api.ts';
import type { WrittenOptions } from './options-beside.ts';
import type { Progress } from './progress.ts';
import { putFile } from './put-file.ts';
import { uploadBar } from './upload-bar.ts';

const pollMilliseconds = 1000;

/** Asks for an import, and puts its file there; the answer is its id. `options` are by the names of the API. */
export const beginImport = async (api: ImportApi, file: string, options: WrittenOptions): Promise<string> => {
  const name = basename(file);
  const { id, upload } = await api.request({ fileName: name, ...options });
  await putFile(file, upload, uploadBar(name));
  return id;
};

/** Follows an import to its end, and says what it came to. */
export const followImport = async (api: ImportApi, id: string, progress: Progress): Promise<Import> =>
  followToEnd(await api.import(id), api.import, progress, pollMilliseconds);
