/** One file, from the disk to the end of its import. */
import type { Import } from '../../../clients/imports/import-api.ts';
import { createProgress } from '../../../clients/imports/progress.ts';
import type { Muster } from '../muster.ts';
import { followImport, type Uploaded } from './follow-import.ts';
import { upload } from './upload.ts';

/** Options of an import, by the names of the API. */
type Options = Readonly<Record<string, unknown>>;

/** Uploads a file with its options, and remembers which imports were there before. */
export const uploadFile = async (
  { api, clients, outputs }: Muster,
  file: string,
  options: Options = {},
): Promise<Uploaded> => {
  const before = new Set((await api.imports()).map(({ id }) => id));
  const target = { client: clients.s3, bucket: outputs.ImportBucketName ?? '', options };
  return { key: await upload(target, file), before };
};

/** Uploads all, then follows them in their order. */
export const importFiles = async (muster: Muster, files: readonly string[], options: Options): Promise<Import[]> => {
  const uploaded: Uploaded[] = [];
  for (const file of files) uploaded.push(await uploadFile(muster, file, options));
  const over: Import[] = [];
  for (const each of uploaded) over.push(await followImport(muster.api, each, createProgress(each.key)));
  return over;
};
