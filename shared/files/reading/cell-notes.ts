/** What cells show to have been lost when PowerShell wrote a file: who reads the report should know. */

import { isTypeName } from '../../domain/dialects/cell-text.ts';
import type { Column } from '../../domain/dialects/columns.ts';
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import { listed } from '../../domain/dialects/listed.ts';

/** In these nobody writes a question mark: there stood a letter that is not ASCII. */
const names: ReadonlySet<Column> = new Set<Column>(['displayName', 'givenName', 'surname', 'surnameAndGivenName']);

/** So many rows are named. */
const mostNamed = 3;

/** Gathers what is to be told of the cells of a file while its rows are read. */
export class CellNotes {
  readonly #file: Pick<Headings, 'headings' | 'columns'>;
  readonly #nameColumns: readonly number[];
  readonly #rowsWithMarks: number[] = [];
  #marked = 0;
  readonly #typed = new Set<string>();

  constructor(file: Pick<Headings, 'headings' | 'columns'>) {
    this.#file = file;
    this.#nameColumns = file.columns.flatMap((column, index) => (names.has(column) ? [index] : []));
  }

  /** Looks at the cells of a row, which never hold a password. */
  take({ rowNumber, cells }: Row): void {
    if (this.#nameColumns.some((index) => cells[index]?.includes('?'))) {
      this.#marked += 1;
      if (this.#rowsWithMarks.length < mostNamed) this.#rowsWithMarks.push(rowNumber);
    }
    for (const [index, cell] of cells.entries()) {
      if (isTypeName(cell)) this.#typed.add(this.#file.headings[index] ?? '');
    }
  }

  /** A sentence for each kind of loss; none where nothing was lost. */
  told(): string[] {
    const others = this.#marked > this.#rowsWithMarks.length ? ' and others' : '';
    const rows = `${this.#marked === 1 ? 'row' : 'rows'} ${this.#rowsWithMarks.join(', ')}${others}`;
    return [
      ...(this.#marked > 0
        ? [
            `Names have question marks (${rows}): Windows PowerShell writes ASCII where nothing else is asked for, and other letters are lost. Export the list again with -Encoding UTF8.`,
          ]
        : []),
      ...(this.#typed.size > 0
        ? [
            `These columns have the name of a type in place of values, which PowerShell did not write, so those cells were left out: ${listed([...this.#typed])}.`,
          ]
        : []),
    ];
  }
}
