/** The columns of a file as its report has them. */
import type { Headings } from '../../../domain/dialects/headings.ts';
import type { RowResult } from '../../../domain/imports/import-progress.ts';

/** Headings with what they mean, and the cells of a row for them, by what became of it. */
export type ReportedFile = Pick<Headings, 'headings' | 'columns'> & {
  cellsOf: (cells: readonly string[], result?: RowResult) => readonly string[];
};

/** A file whose columns are shown as they are. */
export const asRead = ({ headings, columns }: Pick<Headings, 'headings' | 'columns'>): ReportedFile => ({
  headings,
  columns,
  cellsOf: (cells) => cells,
});

/**
 * A file whose user names were made: its column for them has those of people who are there now, so that they are the same
 * people when the report is imported again. A row that was refused has none: a name that was proposed is only taken by
 * whoever writes it there.
 */
export const withMadeNames = ({ headings, columns }: Pick<Headings, 'headings' | 'columns'>): ReportedFile => {
  const place = columns.indexOf('userPrincipalName');
  const nameOf = (result: RowResult | undefined) =>
    result && result.outcome !== 'refused' ? result.userPrincipalName : '';
  if (place < 0) {
    return {
      headings: [...headings, 'userPrincipalName'],
      columns: [...columns, 'userPrincipalName'],
      cellsOf: (cells, result) => [...cells, nameOf(result)],
    };
  }
  return {
    headings,
    columns,
    cellsOf: (cells, result) => cells.with(place, cells[place]?.trim() || nameOf(result)),
  };
};
