/** The file of an import, read as its options say. */

import type { ImportJob } from '../../domain/imports/import-job.ts';
import type { Mark } from '../../domain/imports/reading-place.ts';
import { type ReadableFile as OpenedFile, readFile } from '../../files/reading/read-file.ts';
import type { OpenFile } from './files.ts';

/** Opens the very file that was planned, each time in the same way, or on from a mark. Throws `Refused` for what makes it unreadable. */
export const readImport = async (
  { file, options, rules, text }: Pick<ImportJob, 'file' | 'options' | 'rules' | 'text'>,
  openFile: OpenFile,
  from?: Mark,
): Promise<OpenedFile> =>
  readFile(await openFile(file), {
    ...options,
    ...(from && { from }),
    ...(text && { foundEncoding: text.encoding }),
    skipsRepeatedHeadings: rules?.skipsRepeatedHeadings === true,
  });
