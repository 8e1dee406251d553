/** The rows of an import's file, checked, with a user name for everybody. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import type { ImportPorts } from '../import-setting.ts';
import { readImport } from '../read-import.ts';
import { type CheckedRow, checkRows } from './check-rows.ts';
import { fileNames } from './file-names.ts';

/**
 * Opens the file and checks its rows in their order. A file whose user names are made is read once more before that;
 * `whenRead` is told of each batch then. Throws `Refused` for what makes it unreadable.
 */
export const readRows = async (
  job: Pick<ImportJob, 'file' | 'options' | 'owner'>,
  rules: Rules,
  { openFile, isCommonPassword }: Pick<ImportPorts, 'openFile' | 'isCommonPassword'>,
  whenRead: () => void = () => {},
): Promise<{ file: ReadableFile; rows: AsyncGenerator<CheckedRow[]> }> => {
  const names = await fileNames(job, rules, openFile, whenRead);
  const file = await readImport(job, openFile);
  return { file, rows: checkRows(file, { ...job, rules, isCommonPassword, names }) };
};
