/** The rows of an import's file, checked, with a user name for everybody. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Decided, Mark } from '../../../domain/imports/reading-place.ts';
import type { Rules } from '../../../domain/people/check-draft.ts';
import type { ReadableFile } from '../../../files/reading/read-file.ts';
import type { ImportPorts } from '../import-setting.ts';
import { readImport } from '../read-import.ts';
import { RowNotes } from '../sets/row-notes.ts';
import { type CheckedRow, checkRows } from './check-rows.ts';
import { FoundDuplicates, KnownDuplicates } from './duplicates.ts';
import { fileNames } from './file-names.ts';
import { KnownNames, nameMaker } from './make-name.ts';

type ReadPorts = Pick<ImportPorts, 'openFile' | 'isCommonPassword'> & {
  imports: Pick<ImportPorts['imports'], 'rowSet'>;
};
type ReadJob = Pick<ImportJob, 'id' | 'file' | 'options' | 'owner' | 'rules' | 'text' | 'decided'>;

/** Rows that are read as the plan reads them first; `keep` stores what it decides of them, once all are read. */
export type PlannedRows = { file: ReadableFile; rows: AsyncGenerator<CheckedRow[]>; keep: KeepDecided };
type KeepDecided = (keepRowSet: (name: string, bytes: Uint8Array) => Promise<void>) => Promise<Decided>;

/**
 * Opens the file and checks its rows in their order. A file whose user names are made is read once more before that;
 * `whenRead` is told of each batch then. Throws `Refused` for what makes it unreadable.
 */
export const planRows = async (
  job: ReadJob,
  rules: Rules,
  { openFile, isCommonPassword }: ReadPorts,
  whenRead: () => void = () => {},
): Promise<PlannedRows> => {
  const names = await fileNames(job, rules, openFile, whenRead);
  const duplicates = new FoundDuplicates();
  const file = await readImport(job, openFile);
  const rows = checkRows(file, { ...job, rules, isCommonPassword, names, duplicates });
  const keep: KeepDecided = async (keepRowSet) => {
    const kept = async (notes: RowNotes): Promise<string | undefined> => {
      const packed = notes.encode();
      if (packed) await keepRowSet(packed.name, packed.bytes);
      return packed?.name;
    };
    const found = await kept(duplicates.notes);
    const numbers = names && (await kept(names.notes));
    return {
      ...(found !== undefined && { duplicates: found }),
      ...(names && { names: { ...(numbers !== undefined && { numbers }), isJapanese: names.isJapanese } }),
    };
  };
  return { file, rows, keep };
};

/**
 * The rows again, with what the plan decided of them, from a mark on if there is one that fits; those of an import that
 * was planned by an earlier release are read as the plan read them. Throws `Refused` for what makes the file unreadable.
 */
export const readRows = async (
  job: ReadJob,
  rules: Rules,
  ports: ReadPorts,
  from?: Mark,
): Promise<{ file: ReadableFile; rows: AsyncGenerator<CheckedRow[]> }> => {
  const { decided } = job;
  if (!decided) return planRows(job, rules, ports);
  const notes = async (name: string | undefined) =>
    name === undefined ? new RowNotes() : RowNotes.decode(await ports.imports.rowSet(job.id, name));
  const make = decided.names && (await nameMaker(job, rules));
  const names = make && new KnownNames(make, await notes(decided.names?.numbers), decided.names?.isJapanese === true);
  const duplicates = new KnownDuplicates(await notes(decided.duplicates));
  const file = await readImport(job, ports.openFile, from);
  return {
    file,
    rows: checkRows(file, { ...job, rules, isCommonPassword: ports.isCommonPassword, names, duplicates }),
  };
};
