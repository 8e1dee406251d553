/** The rows of a file whose text had to be decoded: what shows that it was, and rows that it was not. */
import type { Row } from '../../domain/dialects/draft-from-row.ts';
import type { Headings } from '../../domain/dialects/headings.ts';
import type { TextOfFile } from '../csv/as-utf8.ts';
import { refusalOfEncoding } from './refusal-of-encoding.ts';
import { ShownCells } from './shown-cells.ts';

/** The encoding of a file, and the first cells that are not ASCII as it reads them: nothing of a column of passwords. */
export type TextFound = { readonly encoding: string; readonly cells: readonly string[] };

/** What text is that has nothing but ASCII: every encoding reads it so. */
const ascii = 'utf-8';

/** The rows, refused where they are not in the encoding of their file, and what was found of its text meanwhile. */
export const asEncoded = (
  file: Headings,
  rows: AsyncIterable<Row[]>,
  text: TextOfFile,
  { encoding: said }: { encoding?: string },
): { rows: AsyncGenerator<Row[]>; text: () => TextFound | undefined } => {
  const shown = new ShownCells();
  const looked = (row: Row): Row => {
    shown.take(row.cells);
    const read = { encoding: text.encoding ?? ascii, isSaid: said !== undefined };
    const refusal = row.draft && refusalOfEncoding(file, row.cells, read);
    if (!refusal) return row;
    const { draft: _draft, ...place } = row;
    return { ...place, refusals: [refusal] };
  };
  const all = async function* () {
    // Nothing is to be seen in ASCII.
    for await (const batch of rows) yield text.encoding === undefined ? batch : batch.map(looked);
  };
  const found = () => ({ encoding: text.encoding ?? ascii, cells: shown.shown(file.headings) });
  return { rows: all(), text: () => (text.isRead ? found() : undefined) };
};
