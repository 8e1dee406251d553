/** Rows that were done already by an earlier import of the same kind. */
import type { ImportJob } from '../../../domain/imports/import-job.ts';
import type { Imports } from '../imports.ts';

/** The rows from one to another that an earlier undo or appliance has not refused: to do them again would be twice. */
export const doneBefore = async (
  { follows = [] }: Pick<ImportJob, 'follows'>,
  { firstRow, lastRow }: { firstRow: number; lastRow: number },
  { imports }: { imports: Pick<Imports, 'results'> },
): Promise<Set<number>> => {
  const done = new Set<number>();
  for (const id of follows) {
    for await (const rows of imports.results(id, firstRow)) {
      for (const { rowNumber, outcome } of rows) {
        if (rowNumber <= lastRow && outcome !== 'refused') done.add(rowNumber);
      }
      if ((rows.at(-1)?.rowNumber ?? 0) >= lastRow) break;
    }
  }
  return done;
};
