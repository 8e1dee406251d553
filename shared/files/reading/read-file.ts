/** The way in: from the bytes of a file to its rows. */
import type { ColumnMapping } from '../../domain/dialects/column-mapping.ts';
import { cellsForReport, draftFromRow, type Row } from '../../domain/dialects/draft-from-row.ts';
import { type Headings, recogniseHeadings } from '../../domain/dialects/headings.ts';
import type { StoredFile } from '../../domain/imports/stored-file.ts';
import { Refused } from '../../domain/refusals.ts';
import { TextOfFile } from '../csv/as-utf8.ts';
import { recordsOf } from '../csv/records.ts';
import { encodingOf } from '../encodings/encoding-of.ts';
import { blankRowsInFile, fileBytes, rowsInFile } from '../limits.ts';
import type { CsvRecord } from '../record.ts';
import { unescapeFormula } from '../report/formula.ts';
import { isReport, reportColumns } from '../report/report.ts';
import { recordsOfWorkbook } from '../workbook/records.ts';
import { asEncoded, type TextFound } from './as-encoded.ts';
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
  const { sheet, columns, most = { rows: rowsInFile, blankRows: blankRowsInFile } } = reading;
  const text = textOf(file, reading);
  const records = await recordsIn(file, text, sheet);
  try {
    const { value: [first, ...others] = [] } = await records.next();
    if (!first) throw new Refused({ code: 'EmptyFile' });
    const recognised = recognise(first.cells, columns);
    const rows = rowsOf(recognised, others, records, most);
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
  text: TextOfFile,
  sheet: string | undefined,
): Promise<AsyncGenerator<CsvRecord[]>> => {
  if (file.size > fileBytes) throw new Refused({ code: 'FileTooLarge', fact: '512 MiB' });
  const start = Buffer.from(await file.range(0, signatureBytes));
  return kindOf(start) === 'zip' ? recordsOfWorkbook(file, sheet) : recordsOf(text.pieces());
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

type Recognised = Headings & { readonly isReport: boolean };

const recognise = (cells: readonly string[], mapping: ColumnMapping | undefined): Recognised => {
  const all = withoutEmptyEnd(cells.map((cell) => cell.trim()));
  if (!isReport(all)) return { ...recogniseHeadings(all, mapping), isReport: false };
  return { ...recogniseHeadings(all.slice(reportColumns.length).map(unescapeFormula), mapping), isReport: true };
};

async function* rowsOf(
  file: Recognised,
  first: CsvRecord[],
  later: AsyncGenerator<CsvRecord[]>,
  most: NonNullable<Reading['most']>,
) {
  let rowNumber = 0;
  let blankRows = 0;
  const toRows = (records: readonly CsvRecord[]): Row[] => {
    const rows: Row[] = [];
    for (const record of records) {
      const cells = file.isReport ? record.cells.slice(reportColumns.length).map(unescapeFormula) : record.cells;
      if (isBlank(cells)) blankRows += 1;
      else if (rowNumber > 0 || !isExample(file, cells)) {
        rowNumber += 1;
        rows.push(rowFrom(file, cells, rowNumber, record.line));
      }
      if (rowNumber > most.rows || blankRows > most.blankRows) throw tooMany(most.rows);
    }
    return rows;
  };
  const start = toRows(first);
  if (start.length > 0) yield start;
  for await (const records of later) {
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

const rowFrom = (file: Recognised, cells: readonly string[], rowNumber: number, line: number): Row => {
  const expected = file.headings.length;
  const present = withoutEmptyEnd(cells).length;
  if (cells.length < expected || present > expected) {
    const fact = `${Math.min(cells.length, Math.max(present, expected))} cells for ${expected} headings`;
    const refusals = [{ code: 'CellCountWrong', fact }] as const;
    return { rowNumber, line, cells: cellsForReport(file, cells, false), refusals };
  }
  return { rowNumber, line, cells: cellsForReport(file, cells, true), ...draftFromRow(file, cells) };
};

/** The row that Entra's template brings along, in the languages of its portal. */
const isExample = ({ format, columns }: Headings, cells: readonly string[]) =>
  format === 'Entra' &&
  /^\s*(example|voorbeeld|beispiel|ejemplo|exemple|esempio)\s*:/i.test(cells[columns.indexOf('displayName')] ?? '');

const isBlank = (cells: readonly string[]) => cells.every((cell) => cell.trim() === '');

/** Spreadsheets write empty cells at the end of a line as far as any row has cells. */
const withoutEmptyEnd = (cells: readonly string[]): readonly string[] => {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.slice(0, last + 1);
};
