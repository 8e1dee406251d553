/** From records to rows: numbered, blank ones left out, in batches from which they can be read on. */
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Mark } from '../../domain/imports/reading-place.ts';
import { Refused } from '../../domain/refusals.ts';
import type { CsvRecord } from '../record.ts';
import { reportColumns } from '../report/report.ts';
import { isBlank } from './blank-cells.ts';
import { checkOf } from './check-of.ts';
import { type MarkedRecord, withHalvesMarked } from './cut-rows.ts';
import { cellsBelow, fileRow } from './file-row.ts';
import type { Recognised } from './heading-place.ts';

/** What bounds the rows: which first ones are none, how many there may be, and where they begin. */
export type Bounds = {
  isNoPerson: (cells: readonly string[]) => boolean;
  most: { readonly rows: number; readonly blankRows: number };
  from?: Mark;
};

/** The records below the headings, also those that were read together with them. */
export const rowRecords = (file: Recognised, first: CsvRecord[], later: AsyncGenerator<CsvRecord[]>) => {
  const all = async function* () {
    if (first.length > 0) yield first;
    yield* later;
  };
  const nameColumn = file.columns.indexOf('userPrincipalName');
  const isNamed = ({ cells }: CsvRecord) => cellsBelow(file, cells).cells[nameColumn]?.includes('@') === true;
  const before = file.isReport ? reportColumns.length : file.columnsBefore;
  return withHalvesMarked(all(), before + file.headings.length, isNamed);
};

/** Rows that were read together; `mark` where they can be read on from the first of them. */
export type Batch = { rows: Row[]; mark?: Mark };

/** The rows of records below the headings. Throws `Refused` TooManyRows. */
export async function* rowsOf(
  file: Recognised,
  batches: AsyncIterable<MarkedRecord[]>,
  { isNoPerson, most, from }: Bounds,
): AsyncGenerator<Batch> {
  let [rowNumber, blankRows] = [from?.rows ?? 0, from?.blankRows ?? 0];
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
    const begins = records[0]?.begins;
    const counted = { rows: rowNumber, blankRows };
    const rows = toRows(records);
    const [first] = rows;
    if (!first) continue;
    // Before the first row there is nothing to be spared.
    yield begins && counted.rows > 0 ? { rows, mark: { ...begins, ...counted, check: checkOf(first) } } : { rows };
  }
}

const tooMany = (rows: number) => new Refused({ code: 'TooManyRows', fact: `${rows.toLocaleString('en')} at most` });

/** The rows, the first batch of which was read already; leaving them ends what they come from. */
export const endingSource = (start: Batch, batches: AsyncGenerator<Batch>, source: AsyncGenerator) => {
  let given: Batch | undefined;
  const all = async function* () {
    try {
      given = start;
      yield start.rows;
      for await (given of batches) yield given.rows;
    } finally {
      await source.return(undefined);
    }
  };
  return { rows: all(), mark: () => given?.mark };
};
