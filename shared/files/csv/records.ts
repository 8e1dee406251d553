/** The one place where csv-parse is called: from text to records of cells, in batches. */
import { CsvError, type Parser, parse } from 'csv-parse';
import { Refused } from '../../domain/refusals.ts';
import { rowBytes } from '../limits.ts';
import type { CellSyntax, CsvRecord, Stretch } from '../record.ts';
import type { TextPiece } from './as-utf8.ts';
import { EscapedCommas, withCommas } from './escaped-commas.ts';
import { type Found, type HeadingPlace, HeadingSearch } from './find-headings.ts';
import type { JudgeLine } from './first-lines.ts';
import { QuoteWatch } from './quote-watch.ts';

/**
 * The records of a text, headings first, blank lines left out: one batch for each piece of text that completes any.
 * Where a line ends with a piece and a record with the line, the next one is read as if nothing had been before it, and
 * says so. Throws `Refused` for what makes the whole file unreadable, as soon as it is seen.
 */
export async function* recordsOf(text: AsyncIterable<TextPiece>, judge: JudgeLine): AsyncGenerator<CsvRecord[]> {
  yield* recordsIn(fromHeadings(text, judge));
}

/** The records from a place on at which one begins, whose cells are written as below the headings of their text. */
export async function* recordsFrom(
  text: AsyncIterable<TextPiece>,
  begins: Stretch,
  syntax: CellSyntax,
): AsyncGenerator<CsvRecord[]> {
  const reader = readerOf({ ...syntax, line: begins.line }, { begins });
  const pieces = async function* () {
    for await (const piece of text) yield { ...piece, syntax };
  };
  yield* recordsIn(pieces(), reader);
}

async function* recordsIn(
  pieces: AsyncIterable<TextPiece & { syntax: CellSyntax; place?: HeadingPlace }>,
  begun?: Reader,
): AsyncGenerator<CsvRecord[]> {
  let reader = begun;
  for await (const { text, end, syntax, place } of pieces) {
    reader ??= readerOf(place as HeadingPlace, { syntax, above: place?.above ?? 0 });
    await readOn(reader, text);
    const line = reader.watch.lineBegun;
    const begins = end && line !== undefined ? { ...end, line } : undefined;
    if (begins) await close(reader);
    if (reader.completed.length > 0) yield reader.completed.splice(0);
    if (begins) reader = readerOf({ ...syntax, line: begins.line }, { begins });
  }
  if (!reader) return;
  await close(reader);
  if (reader.completed.length > 0) yield reader.completed;
}

/** What a text goes through, piece by piece, and the records that are whole. */
type Reader = { parser: Parser; watch: QuoteWatch; commas: EscapedCommas | undefined; completed: CsvRecord[] };

/** `first` is what is told of the first record. */
const readerOf = (place: CellSyntax & { line: number }, first: Omit<CsvRecord, 'cells' | 'line'>): Reader => {
  const completed: CsvRecord[] = [];
  return {
    parser: parserInto(completed, place, first),
    watch: new QuoteWatch(place.separator, place.line),
    commas: place.escapesCommas ? new EscapedCommas() : undefined,
    completed,
  };
};

const readOn = async ({ parser, watch, commas }: Reader, text: Buffer): Promise<void> => {
  const piece = commas?.hide(text) ?? text;
  watch.walk(piece);
  await written(parser, piece);
};

/** The text is over, or the part of it that is read by itself. */
const close = async ({ parser, watch, commas }: Reader): Promise<void> => {
  const rest = commas?.rest();
  if (rest) {
    watch.walk(rest);
    await written(parser, rest);
  }
  watch.end();
  await ended(parser);
};

/** The text from its heading line on. */
async function* fromHeadings(
  text: AsyncIterable<TextPiece>,
  judge: JudgeLine,
): AsyncGenerator<TextPiece & { syntax: CellSyntax; place: HeadingPlace }> {
  const search = new HeadingSearch(judge);
  const headed = ({ place, text: piece }: Found, end?: TextPiece['end']) => {
    const { separator, escapesCommas } = place;
    return { text: piece, syntax: { separator, escapesCommas }, place, ...(end && { end }) };
  };
  let found: Found | undefined;
  for await (const piece of text) {
    if (found) yield headed({ place: found.place, text: piece.text }, piece.end);
    else {
      found = search.take(piece.text);
      if (found) yield headed(found, piece.end);
    }
  }
  if (!found) yield headed(search.end());
}

const parserInto = (
  completed: CsvRecord[],
  { separator, line, escapesCommas }: CellSyntax & { line: number },
  first: Omit<CsvRecord, 'cells' | 'line'>,
): Parser => {
  let linesBefore = line - 1;
  let lastLine = 0;
  let ofFirst: typeof first | undefined = first;
  const parser = parse({
    delimiter: separator,
    // Autodetection takes the first line end for all of them, which mixed files do not have.
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    // A stray quote is part of its cell; the watch has refused the ones that would swallow rows.
    relax_quotes: true,
    skip_empty_lines: true,
    ltrim: true,
    // Whole rows; the watch sees to cells.
    max_record_size: rowBytes,
    on_record: (cells: string[]) => {
      const { lines } = parser.info;
      const breaks = lines === lastLine + 1 ? 0 : breaksIn(cells);
      // csv-parse counts CR LF in quotes as two lines.
      if (breaks > 0) linesBefore -= pairsIn(cells);
      lastLine = lines;
      const place = { line: linesBefore + lines - breaks, ...ofFirst };
      ofFirst = undefined;
      completed.push({ cells: escapesCommas ? withCommas(cells) : cells, ...place });
      return null;
    },
  });
  // Every failure reaches the callback of the write that met it; an event without listener would end the process.
  parser.on('error', () => {});
  parser.resume();
  return parser;
};

const breaksIn = (cells: readonly string[]) =>
  cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);

const pairsIn = (cells: readonly string[]) => cells.reduce((sum, cell) => sum + (cell.match(/\r\n/g)?.length ?? 0), 0);

const written = (parser: Parser, text: Buffer) =>
  new Promise<void>((resolve, reject) => {
    parser.write(text, (error) => (error ? reject(refusalOf(error)) : resolve()));
  });

const ended = (parser: Parser) =>
  new Promise<void>((resolve, reject) => {
    parser.once('error', (error) => reject(refusalOf(error)));
    parser.once('end', resolve);
    parser.end();
  });

/** The watch sees an open quote first, except behind blanks that only csv-parse takes for such. */
const refusalOf = (error: Error): Error => {
  if (!(error instanceof CsvError)) return error;
  const fact = String(error.lines ?? '?');
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new Refused({ code: 'CellTooLarge', fact });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new Refused({ code: 'UnclosedQuote', fact });
  return error;
};
