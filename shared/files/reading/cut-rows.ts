/** Rows that a line break without quotes has cut in two: neither half is a person. */
import type { CsvRecord } from '../record.ts';

/** A record that may be one half of a row. */
export type MarkedRecord = CsvRecord & { readonly isHalf?: true };

/**
 * The records, each half of a cut row marked as such: two rows below each other that have too few cells, and together
 * as many as there are headings, the second with no address for its user name. Spreadsheets leave out blank cells at
 * the end of a row; of such rows two never fit together but by chance, and then the second is no person anyway. A record
 * from which a text can be read on is the first of its batch; it is none where it is half of the row before it.
 */
export async function* withHalvesMarked(
  batches: AsyncIterable<CsvRecord[]>,
  headings: number,
  isNamed: (record: CsvRecord) => boolean,
): AsyncGenerator<MarkedRecord[]> {
  let held: MarkedRecord | undefined;
  for await (const records of batches) {
    const passed: MarkedRecord[] = [];
    for (const record of records) {
      const isCut = held !== undefined && belongTogether(held, record, headings) && !isNamed(record);
      if (held) passed.push(isCut ? { ...held, isHalf: true } : held);
      const { begins, ...inRow } = record;
      held = isCut ? { ...inRow, isHalf: true } : record;
      if (begins && !isCut && passed.length > 0) yield passed.splice(0);
    }
    if (passed.length > 0) yield passed;
  }
  if (held) yield [held];
}

/** The cell that was cut is in both. */
const belongTogether = (first: CsvRecord, second: CsvRecord, headings: number): boolean =>
  first.cells.length < headings &&
  second.cells.length < headings &&
  first.cells.length + second.cells.length === headings + 1;
