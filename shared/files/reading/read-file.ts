/** The way in: from the bytes of a file to its rows. */

import type { ColumnMapping } from '../../domain/dialects/column-mapping.ts';
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import type { Mark } from '../../domain/imports/reading-place.ts';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { Refused } from '../../domain/refusals.ts';
import { TextOfFile } from '../csv/as-utf8.ts';
import type { JudgeLine } from '../csv/first-lines.ts';
import { recordsFrom, recordsOf } from '../csv/records.ts';
import { encodingOf } from '../encodings/encoding-of.ts';
import { blankRowsForEach, fileBytes, rowsInFile, rowsInSheet, workbookBytes } from '../limits.ts';
import type { CellSyntax } from '../record.ts';
import { recordsOfWorkbook, type SheetRecords } from '../workbook/records.ts';
import { asEncoded, type TextFound } from './as-encoded.ts';
import { isRuled } from './blank-cells.ts';
import { CellNotes } from './cell-notes.ts';
import { checkOf } from './check-of.ts';
import { judgeFor, type Recognised, recognise } from './heading-place.ts';
import { type Batch, type Bounds, endingSource, rowRecords, rowsOf } from './rows-of.ts';
import { kindOf, signatureBytes } from './signatures.ts';

/** A file that was recognised. Its rows can be read once. */
export type ReadableFile = Headings & {
  /** The file is a report that Muster wrote; its own five columns are not among the headings. */
  readonly isReport: boolean;
  /** How its bytes were read as text, as far as its rows were; nothing of a workbook. */
  readonly text: () => TextFound | undefined;
  /** What the cells of its rows, as far as they were read, show to have been lost. */
  readonly cellNotes: () => readonly string[];
  /** Where the rows begin, if it is not the first of them. */
  readonly from: Mark | undefined;
  /** The mark of the batch of rows that was given last: from it they can be read on, that batch included. */
  readonly mark: () => Mark | undefined;
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
  /** A mark of an earlier reading, behind which the rows begin. Where it does not fit, they are read from the first one. */
  readonly from?: Mark;
  /** Rows that are read at most: those of people, and blank ones. */
  readonly most?: { readonly rows: number; readonly blankRows: number };
};

/**
 * Opens a file: reads as far as its first row, however its bytes are encoded, cut and separated; of a text that is read
 * on from a mark, its headings and the rows from there. Throws `Refused` when it cannot be taken as a whole. Memory does
 * not grow with the file. Whoever does not read the rows to their end should leave their loop by `break` or `return`,
 * which ends the source as well.
 */
export const readFile = async (file: StoredFile, reading: Reading = {}): Promise<ReadableFile> => {
  const { sheet, columns, userNamePattern, skipsRepeatedHeadings = true, from } = reading;
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
    const rowsAtMost = first.syntax ? rowsInFile : rowsInSheet;
    const { most = { rows: rowsAtMost, blankRows: blankRowsForEach * rowsAtMost } } = reading;
    const bounds = { isNoPerson, most };
    const later =
      from && first.syntax && (await readOn(file, { reading, recognised, syntax: first.syntax, bounds, from }));
    if (later) {
      await records.return(undefined);
      return later;
    }
    const rows = rowsOf(recognised, rowRecords(recognised, others, records), bounds);
    const start = await rows.next();
    if (start.done) throw new Refused({ code: 'HeaderOnly' });
    return fileOf(recognised, endingSource(start.value, rows, records), text, reading);
  } catch (error) {
    await records.return(undefined);
    throw error;
  }
};

/** The file from a mark on; undefined where the mark is none of this file. */
const readOn = async (
  file: StoredFile,
  {
    reading,
    recognised,
    syntax,
    bounds,
    from,
  }: {
    reading: Reading;
    recognised: Recognised;
    syntax: CellSyntax;
    bounds: Bounds;
    from: Mark;
  },
): Promise<ReadableFile | undefined> => {
  const text = textOf(file, reading);
  const records = recordsFrom(text.piecesFrom(from), from, syntax);
  const rows = rowsOf(recognised, rowRecords(recognised, [], records), { ...bounds, from });
  const start = await firstOf(rows);
  const [first] = start?.rows ?? [];
  if (start && first && checkOf(first) === from.check) {
    return fileOf(recognised, endingSource(start, rows, records), text, reading, from);
  }
  await records.return(undefined);
  return undefined;
};

/** What is no record there is refused by the whole reading, if by any. */
const firstOf = async (rows: AsyncGenerator<Batch>): Promise<Batch | undefined> => {
  try {
    return (await rows.next()).value;
  } catch (error) {
    if (error instanceof Refused) return undefined;
    throw error;
  }
};

const fileOf = (
  recognised: Recognised,
  { rows, mark }: ReturnType<typeof endingSource>,
  text: TextOfFile,
  reading: Reading,
  from?: Mark,
): ReadableFile => {
  const notes = new CellNotes(recognised);
  const looked = async function* () {
    for await (const batch of rows) {
      for (const row of batch) notes.take(row);
      yield batch;
    }
  };
  const cellNotes = () => notes.told();
  return { ...recognised, ...asEncoded(recognised, looked(), text, reading), cellNotes, mark, from };
};

/** Of a workbook, a sheet; of anything else, its text. */
const recordsIn = async (
  file: StoredFile,
  { text, judge, sheet }: { text: TextOfFile; judge: JudgeLine; sheet: string | undefined },
): Promise<SheetRecords> => {
  if (file.size > fileBytes) throw new Refused({ code: 'FileTooLarge', fact: '2 GiB' });
  const start = Buffer.from(await file.range(0, signatureBytes));
  if (kindOf(start) === 'zip') {
    if (file.size > workbookBytes) throw new Refused({ code: 'FileTooLarge', fact: '512 MiB' });
    return recordsOfWorkbook(file, judge, sheet);
  }
  return { records: recordsOf(text.pieces(), judge), notesBelow: () => [] };
};

/** The file's text, in the encoding that was found or is to be. */
const textOf = (file: StoredFile, reading: Reading): TextOfFile =>
  new TextOfFile(
    (from) => file.bytes(from),
    async (first) => reading.foundEncoding ?? encodingOf(file, first, reading.encoding, firstCells(reading)),
  );

/** What people have in cells that are not ASCII, as an encoding reads them. */
const firstCells = (reading: Reading) => async (file: StoredFile, encoding: string) => {
  const { from: _mark, ...whole } = reading;
  const opened = await readFile(file, { ...whole, foundEncoding: encoding });
  for await (const _rows of opened.rows);
  return opened.text()?.cells ?? [];
};

/** The row that Entra's template brings along, in the languages of its portal. */
const isExample = ({ format, columns }: Headings, cells: readonly string[]) =>
  format === 'Entra' &&
  /^\s*(example|voorbeeld|beispiel|ejemplo|exemple|esempio)\s*:/i.test(cells[columns.indexOf('displayName')] ?? '');
