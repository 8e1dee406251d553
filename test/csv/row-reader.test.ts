import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { RowReader } from '../../shared/csv/row-reader.ts';
import { Refused } from '../../shared/domain/refusals.ts';

const byUs = (text: string, separator: string, pieceSize: number) => {
  const reader = new RowReader(separator, 1);
  const records: { cells: string[]; line: number }[] = [];
  for (let at = 0; at < text.length; at += pieceSize) records.push(...reader.read(text.slice(at, at + pieceSize)));
  return [...records, ...reader.end()];
};

/** What a library makes of the text, in the way that people's files need it. */
const byLibrary = (text: string, separator: string): string[][] =>
  parse(text, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    ltrim: true,
  });

const isWritten = (cells: readonly string[]) => cells.some((cell) => cell !== '');

test('cells are what a library makes of them, in pieces of any size', () => {
  const text = fc.string({ unit: fc.constantFrom(...'ab,;\t "\r\n\u00a0é'), maxLength: 40 });
  let refused = 0;
  fc.assert(
    fc.property(
      text,
      fc.constantFrom(',', ';', '\t'),
      fc.integer({ min: 1, max: 12 }),
      (sheet, separator, pieceSize) => {
        let ours: string[][];
        try {
          ours = byUs(sheet, separator, pieceSize).map(({ cells }) => cells);
        } catch (error) {
          // A quote that swallows a line is refused, where the library goes on.
          expect(error).toBeInstanceOf(Refused);
          refused += 1;
          return;
        }
        expect(ours.filter(isWritten)).toEqual(byLibrary(sheet, separator).filter(isWritten));
      },
    ),
    { numRuns: 5000 },
  );
  expect(refused).toBeLessThan(4000);
});

test('what is refused does not depend on how the text was cut', () => {
  const text = fc.string({ unit: fc.constantFrom(...'a,"\r\n '), maxLength: 30 });
  const outcome = (sheet: string, pieceSize: number) => {
    try {
      return byUs(sheet, ',', pieceSize);
    } catch (error) {
      return (error as Refused).refusals;
    }
  };
  fc.assert(
    fc.property(text, fc.integer({ min: 1, max: 12 }), (sheet, pieceSize) => {
      expect(outcome(sheet, pieceSize)).toEqual(outcome(sheet, 100));
    }),
    { numRuns: 3000 },
  );
});

test('lines are counted as people see them', () => {
  const ends = fc.constantFrom('\n', '\r\n', '\r');
  const cell = fc.string({ unit: fc.constantFrom('a', '\n', '\r\n', '\r', '""', ','), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(cell, ends), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      (rows, size) => {
        let line = 1;
        const lines: number[] = [];
        for (const [inside] of rows) {
          lines.push(line);
          line += 1 + (inside.match(/\r\n|\n|\r/g)?.length ?? 0);
        }
        // Ends must not run into each other: each row begins with a cell of its own.
        const sheet = rows.map(([inside, end]) => `x,"${inside}"${end}`).join('');
        expect(byUs(sheet, ',', size).map((record) => record.line)).toEqual(lines);
      },
    ),
  );
});
