/** From text to records of cells, in batches. */
import { StringDecoder } from 'node:string_decoder';
import { EscapedCommas, withCommas } from './escaped-commas.ts';
import { findHeadings, type HeadingPlace } from './find-headings.ts';
import { type CsvRecord, RowReader } from './row-reader.ts';

/**
 * The records of a text, headings first, blank lines left out: one batch for each piece of text that completes any.
 * Throws `Refused` for what makes the whole file unreadable, as soon as it is seen.
 */
export async function* recordsOf(text: AsyncIterable<Buffer>): AsyncGenerator<CsvRecord[]> {
  let reader: Reader | undefined;
  for await (const { text: piece, place } of fromHeadings(text)) {
    reader ??= readerOf(place);
    const records = reader.read(piece);
    if (records.length > 0) yield records;
  }
  const records = reader?.end() ?? [];
  if (records.length > 0) yield records;
}

/** Takes the text in pieces that may cut a character in two. */
type Reader = { read(piece: Buffer): CsvRecord[]; end(): CsvRecord[] };

const readerOf = (place: HeadingPlace): Reader => {
  const rows = new RowReader(place.separator, place.line);
  const decoder = new StringDecoder('utf8');
  const plain: Reader = {
    read: (piece) => rows.read(decoder.write(piece)),
    end: () => [...rows.read(decoder.end()), ...rows.end()],
  };
  return place.escapesCommas ? withEscapedCommas(plain) : plain;
};

const withEscapedCommas = (reader: Reader): Reader => {
  const commas = new EscapedCommas();
  const shown = (records: CsvRecord[]) => records.map(({ cells, line }) => ({ cells: withCommas(cells), line }));
  return {
    read: (piece) => shown(reader.read(commas.hide(piece))),
    end: () => shown([...reader.read(commas.rest()), ...reader.end()]),
  };
};

/** The text from its heading line on. */
async function* fromHeadings(text: AsyncIterable<Buffer>): AsyncGenerator<{ text: Buffer; place: HeadingPlace }> {
  let place: HeadingPlace | undefined;
  let start: Buffer = Buffer.alloc(0);
  for await (const piece of text) {
    if (place) yield { text: piece, place };
    else {
      start = start.length === 0 ? piece : Buffer.concat([start, piece]);
      place = findHeadings(start, false);
      if (place) yield { text: start.subarray(place.start), place };
    }
  }
  if (place) return;
  place = findHeadings(start, true);
  if (place) yield { text: start.subarray(place.start), place };
}
