import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { csvLines } from '../../../shared/files/report/write-csv.ts';

test('only what needs quotes has them', () => {
  expect(
    csvLines([
      ['a', 'b c', '1;2'],
      ['x,y', 'say "hi"', ' z'],
      ['', 'x\ny', 'z\t'],
    ]),
  ).toBe('a,b c,1;2\r\n"x,y","say ""hi"""," z"\r\n,"x\ny","z\t"\r\n');
});

test('a library reads what was written', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'é', ' ', ',', ';', '"', '\r', '\n', '\t', '\u00a0'),
    maxLength: 6,
  });
  fc.assert(
    fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }), (lines) => {
      expect(parse(csvLines(lines), { record_delimiter: '\r\n', relax_column_count: true })).toEqual(lines);
    }),
  );
});
