/** What can be told of a file before it is sent: all else is the server's to say, which is its only reader. */
import { peopleFileEndings } from '../../../../shared/domain/imports/stored-file.ts';
import type { Texts } from '../../texts/english/english.ts';

/** What a chooser of files offers. */
export const acceptedEndings = peopleFileEndings.join(',');

const hasEnding = (name: string, endings: readonly string[]): boolean =>
  endings.some((ending) => name.toLowerCase().endsWith(ending));

/** Whether a file has sheets, by its name. */
export const isWorkbook = ({ name }: Pick<File, 'name'>): boolean => hasEnding(name, ['.xlsx', '.xlsm']);

/** Why a file is not sent; undefined where nothing is against it. */
export const faultOf = (file: File | undefined, { addMany }: Texts): string | undefined => {
  if (!file) return addMany.faults.missing;
  if (hasEnding(file.name, ['.xls', '.xlsb', '.ods'])) return addMany.faults.otherWorkbook;
  if (!hasEnding(file.name, peopleFileEndings)) return addMany.faults.otherEnding;
  return file.size === 0 ? addMany.faults.empty : undefined;
};
