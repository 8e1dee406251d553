/** Rows that are not in the encoding of their file: read in it they would be somebody else. */
import type { Column } from '../../domain/dialects/columns.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import { beginningOf } from '../../domain/one-line.ts';
import type { Refusal } from '../../domain/refusals.ts';
import { isAsciiText } from '../encodings/ascii.ts';
import { isRowOfUtf8, isStrangeName, utf8Behind } from '../encodings/odd-cells.ts';
import { structuredEncodings } from '../encodings/readings.ts';

/** The columns whose words are names. */
const names: ReadonlySet<Column> = new Set<Column>(['displayName', 'givenName', 'surname']);

/** So much is shown of a cell. */
const shownCharacters = 40;

/**
 * Why a row whose cells were read in an encoding is not in it; `isSaid`: somebody said that its file is, and knows what
 * names there are. Cells of passwords are blank here.
 */
export const refusalOfEncoding = (
  { headings, columns }: Pick<Headings, 'headings' | 'columns'>,
  cells: readonly string[],
  { encoding, isSaid }: { encoding: string; isSaid: boolean },
): Refusal | undefined => {
  const isStructured = structuredEncodings.some((one) => one === encoding);
  for (const [index, cell] of cells.entries()) {
    if (isAsciiText(cell)) continue;
    const column = columns[index];
    if (column === undefined || column === 'ignored') continue;
    const target = headings[index] ?? '';
    const meant = isStructured && !isRowOfUtf8(cells, encoding) ? undefined : utf8Behind(cell, encoding);
    const shown = beginningOf(cell, shownCharacters);
    if (meant !== undefined) {
      return {
        code: 'EncodingMixed',
        target,
        fact: `“${shown}”, which may be “${beginningOf(meant, shownCharacters)}”`,
      };
    }
    if (!isSaid && encoding === usual && names.has(column) && isStrangeName(cell)) {
      return { code: 'EncodingMixed', target, fact: `“${shown}” by ${encoding}` };
    }
  }
  return undefined;
};

/** What a file is read as where its bytes tell nothing. */
const usual = 'windows-1252';
