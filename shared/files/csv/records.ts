/** The one place where csv-parse is called: from text to records of cells, in batches. */
import { CsvError, type Parser, parse } from 'csv-parse';
import { Refused } from '../../domain/refusals.ts';
import { rowBytes } from '../limits.ts';
import type { CsvRecord } from '../record.ts';
import { EscapedCommas, withCommas } from './escaped-commas.ts';
import { type Found, type HeadingPlace, HeadingSearch } from './find-headings.ts';
import type { JudgeLine } from './first-lines.ts';
import { QuoteWatch } from './quote-watch.ts';

/**
 * The records of a text, headings first, blank lines left out: one batch for each piece of text that completes any.
 * Throws `Refused` for what makes the whole file unreadable, as soon as it is seen.
 */
export async function* recordsOf(text: AsyncIterable<Buffer>, judge: JudgeLine): AsyncGenerator<CsvRecord[]> {
  const completed: CsvRecord[] = [];
  let reader: Reader | undefined;
  for await (const { text: piece, place } of fromHeadings(text, judge)) {
    reader ??= readerOf(place, completed);
    await readOn(reader, reader.commas?.hide(piece) ?? piece);
    if (completed.length > 0) yield completed.splice(0);
  }
  if (!reader) return;
  if (reader.commas) await readOn(reader, reader.commas.rest());
  reader.watch.end();
  await ended(reader.parser);
  if (completed.length > 0) yield completed;
}

/** What a text goes through, piece by piece. */
type Reader = { parser: Parser; watch: QuoteWatch; commas?: EscapedCommas };

const readerOf = (place: HeadingPlace, completed: CsvRecord[]): Reader => ({
  parser: parserInto(completed, place),
  watch: new QuoteWatch(place.separator, place.line),
  ...(place.escapesCommas && { commas: new EscapedCommas() }),
});

const readOn = async ({ parser, watch }: Reader, piece: Buffer): Promise<void> => {
  watch.walk(piece);
  await written(parser, piece);
};

/** The text from its heading line on. */
async function* fromHeadings(text: AsyncIterable<Buffer>, judge: JudgeLine): AsyncGenerator<Found> {
  const search = new HeadingSearch(judge);
  let found: Found | undefined;
  for await (const piece of text) {
    if (found) yield { place: found.place, text: piece };
    else {
      found = search.take(piece);
      if (found) yield found;
    }
  }
  if (!found) yield search.end();
}

const parserInto = (completed: CsvRecord[], { separator, line, escapesCommas, above }: HeadingPlace): Parser => {
  let linesBefore = line - 1;
  let lastLine = 0;
  let isFirst = true;
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
      const place = { line: linesBefore + lines - breaks, ...(isFirst && { above }) };
      isFirst = false;
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
