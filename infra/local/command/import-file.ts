/** One file, from the disk to the end of its import. */
import type { Muster } from '../muster.ts';
import type { Import } from './api.ts';
import { followImport, type Uploaded } from './follow-import.ts';
import { createProgress } from './progress.ts';
import { upload } from './upload.ts';

/** Uploads a file and remembers which imports were there before. */
export const uploadFile = async ({ api, clients, outputs }: Muster, file: string): Promise<Uploaded> => {
  const before = new Set((await api.imports()).map(({ id }) => id));
  return { key: await upload(clients.s3, outputs.ImportBucketName ?? '', file), before };
};

/** Uploads all, then follows them in their order. */
export const importFiles = async (muster: Muster, files: readonly string[]): Promise<Import[]> => {
  const uploaded: Uploaded[] = [];
  for (const file of files) uploaded.push(await uploadFile(muster, file));
  const over: Import[] = [];
  for (const each of uploaded) over.push(await followImport(muster.api, each, createProgress(each.key)));
  return over;
};
