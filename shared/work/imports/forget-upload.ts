/** A file that nobody may read any more. */
import type { ImportJob } from '../../domain/imports/import-job.ts';
import { importIdIn } from '../../domain/imports/option-files.ts';
import type { ImportPorts } from './import-setting.ts';

/** Deletes what was put to an import's own address; the file of a dry run that it applies is not its own. */
export const forgetUpload = async (
  { id, file }: Pick<ImportJob, 'id' | 'file'>,
  { deleteUpload }: Pick<ImportPorts, 'deleteUpload'>,
): Promise<void> => {
  if (importIdIn(file.key) === id) await deleteUpload(file);
};
