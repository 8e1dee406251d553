/** The way in: from the bytes of a file to its rows. */

import type { ColumnMapping } from '../../domain/dialects/column-mapping.ts';
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { Refused } from '../../domain/refusals.ts';
import { TextOfFile } from '../csv/as-utf8.ts';
import type { JudgeLine } from '../csv/first-lines.ts';
import { recordsOf } from '../csv/records.ts';
import { encodingOf } from '../encodings/encoding-of.ts';
import { blankRowsInFile, fileBytes, rowsInFile } from '../limits.ts';
import type { CsvRecord } from '../record.ts';
import { reportColumns } from '../report/report.ts';
import { recordsOfWorkbook, type SheetRecords } from '../workbook/records.ts';
import { asEncoded, type TextFound } from './as-encoded.ts';
import { isBlank, isRuled } from './blank-cells.ts';
import { type MarkedRecord, withHalvesMarked } from './cut-rows.ts';
import { cellsBelow, fileRow } from './file-row.ts';
import { judgeFor, type Recognised, recognise } from './heading-place.ts';
import { kindOf, signatureBytes } from './signatures.ts';

/** A file that was recognised. Its rows can be read once. */
export type ReadableFile = Headings & {
  /** The file is a report that Muster wrote; its own five columns are not among the headings. */
  readonly isReport: boolean;
  /** How its bytes were read as text, as far as its rows were; nothing of a workbook. */
  readonly text: () => TextFound | undefined;
  /** Rows in their order, in batches. Throws `Refused` when a later part of the file cannot be read. */
  readonly rows: AsyncIterable<Row[]>;
};

/** How a file is to be read, where that is said. */
export type Reading = {
  /** The sheet of a workbook; its first where none is named. */
  readonly sheet?: string;
  /** Properties by the headings that mean them, whatever else those would be taken for. */
  readonly columns?: ColumnMapping;
  /** Whether a line below the headings that repeats or rules them is no row; false for imports of earlier releases. */
  readonly skipsRepeatedHeadings?: boolean;
  /** Makes user names, so that the file need not have any. */
  readonly userNamePattern?: string;
  /** The encoding of a file that has no mark, by its name in domain/imports/encodings.ts. */
  readonly encoding?: string;
  /** The encoding that was found when the file was read before: it is not decided again. */
  readonly foundEncoding?: string;
  /** Rows that are read at most: those of people, and blank ones. */
  readonly most?: { readonly rows: number; readonly blankRows: number };
};

/**
 * Opens a file: reads as far as its first row, however its bytes are encoded, cut and separated. Throws `Refused` when
 * it cannot be taken as a whole. Memory does not grow with the file. Whoever does not read the rows to their end should
 * leave their loop by `break` or `return`, which ends the source as well.
 */
export const readFile = async (file: StoredFile, reading: Reading = {}): Promise<ReadableFile> => {
  const { sheet, columns, userNamePattern, skipsRepeatedHeadings = true } = reading;
  const { most = { rows: rowsInFile, blankRows: blankRowsInFile } } = reading;
  const judge = judgeFor(columns);
  const text = textOf(file, reading);
  const { records, notesBelow } = await recordsIn(file, { text, judge, sheet });
  try {
    const { value: [first, ...others] = [] } = await records.next();
    if (!first) throw new Refused({ code: 'EmptyFile' });
    const understood = recognise(first, { mapping: columns, makesUserNames: userNamePattern !== undefined });
    const recognised = { ...understood, notes: [...understood.notes, ...notesBelow(first.line)] };
    // Directly below the headings: an example, a rule, or the headings again in other words.
    const isNoPerson = (cells: readonly string[]): boolean =>
      isExample(recognised, cells) || (skipsRepeatedHeadings && (isRuled(cells) || judge(cells).isCertain));
    const rows = rowsOf(recognised, rowRecords(recognised, others, records), { isNoPerson, most });
    const start = await rows.next();
    if (start.done) throw new Refused({ code: 'HeaderOnly' });
    return { ...recognised, ...asEncoded(recognised, endingSource(start.value, rows, records), text, reading) };
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
};

/** Of a workbook, a sheet; of anything else, its text. */
const recordsIn = async (
  file: StoredFile,
  { text, judge, sheet }: { text: TextOfFile; judge: JudgeLine; sheet: string | undefined },
): Promise<SheetRecords> => {
  if (file.size > fileBytes) throw new Refused({ code: 'FileTooLarge', fact: '512 MiB' });
  const start = Buffer.from(await file.range(0, signatureBytes));
  if (kindOf(start) === 'zip') return recordsOfWorkbook(file, judge, sheet);
  return { records: recordsOf(text.pieces(), judge), notesBelow: () => [] };
};

/** The file's text, in the encoding that was found or is to be. */
const textOf = (file: StoredFile, reading: Reading): TextOfFile =>
  new TextOfFile(
    () => file.bytes(),
    async (first) => reading.foundEncoding ?? encodingOf(file, first, reading.encoding, firstCells(reading)),
  );

/** What people have in cells that are not ASCII, as an encoding reads them. */
const firstCells = (reading: Reading) => async (file: StoredFile, encoding: string) => {
  const opened = await readFile(file, { ...reading, foundEncoding: encoding });
  for await (const _rows of opened.rows);
  return opened.text()?.cells ?? [];
};

/** The records below the headings, also those that were read together with them. */
const rowRecords = (file: Recognised, first: CsvRecord[], later: AsyncGenerator<CsvRecord[]>) => {
  const all = async function* () {
    if (first.length > 0) yield first;
    yield* later;
  };
  const nameColumn = file.columns.indexOf('userPrincipalName');
  const isNamed = ({ cells }: CsvRecord) => cellsBelow(file, cells).cells[nameColumn]?.includes('@') === true;
  const before = file.isReport ? reportColumns.length : file.columnsBefore;
  return withHalvesMarked(all(), before + file.headings.length, isNamed);
};

async function* rowsOf(
  file: Recognised,
  batches: AsyncIterable<MarkedRecord[]>,
  { isNoPerson, most }: { isNoPerson: (cells: readonly string[]) => boolean; most: NonNullable<Reading['most']> },
) {
  let rowNumber = 0;
  let blankRows = 0;
  const toRows = (records: readonly MarkedRecord[]): Row[] => {
    const rows: Row[] = [];
    for (const record of records) {
      const { cells, hasMoreBefore } = cellsBelow(file, record.cells);
      if (isBlank(cells) && !hasMoreBefore) blankRows += 1;
      else if (rowNumber > 0 || !isNoPerson(cells)) {
        rowNumber += 1;
        rows.push(fileRow(file, record, rowNumber));
      }
      if (rowNumber > most.rows || blankRows > most.blankRows) throw tooMany(most.rows);
    }
    return rows;
  };
  for await (const records of batches) {
    const rows = toRows(records);
    if (rows.length > 0) yield rows;
  }
}

const tooMany = (rows: number) => new Refused({ code: 'TooManyRows', fact: `${rows.toLocaleString('en')} at most` });

/** The rows, the first batch of which was read already; leaving them ends what they come from. */
async function* endingSource(start: Row[], rows: AsyncGenerator<Row[]>, source: AsyncGenerator) {
  try {
    yield start;
    yield* rows;
  } finally {
    await source.return(undefined);
  }
}

/** The row that Entra's template brings along, in the languages of its portal. */
const isExample = ({ format, columns }: Headings, cells: readonly string[]) =>
  format === 'Entra' &&
  /^\s*(example|voorbeeld|beispiel|ejemplo|exemple|esempio)\s*:/i.test(cells[columns.indexOf('displayName')] ?? '');
