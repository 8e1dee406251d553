import { readFile } from '../../../shared/files/reading/read-file.ts';
import { arriving } from '../reading.ts';

const megabyte = 1024 * 1024;

/** A start and then `filler` for ever, up to 100 MB, counting what was taken. */
const endless = (start: string, filler: string) => {
  const counted = { taken: 0 };
  const bytes = async function* () {
    yield Buffer.from(start);
    const piece = Buffer.from(filler.repeat(Math.ceil(65_536 / filler.length)));
    for (; counted.taken < 100 * megabyte; counted.taken += piece.length) yield piece;
  };
  return { counted, file: arriving(bytes) };
};

const headings = 'User Name,Display Name\n';

test.each([
  ['a cell of 100 MB', `${headings}a@contoso.com,`, 'x', 'CellTooLarge'],
  ['a quoted cell of 100 MB', `${headings}a@contoso.com,"`, 'x', 'CellTooLarge'],
  ['a heading of 100 MB', 'User Name,', 'x', 'CellTooLarge'],
  ['a quote that is open for 100 MB', `${headings}a@contoso.com,"A\n`, 'b@contoso.com,Ben\n', 'UnclosedQuote'],
  ['a quote that is open in the headings for 100 MB', 'User Name,"Display\n', 'b@contoso.com,Ben\n', 'UnclosedQuote'],
  ['100,000 columns', 'User Name,', 'x,', 'TooManyColumns'],
  ['100,000 columns without headings', 'User Name', ',', 'TooManyColumns'],
  ['a row of 100,000 cells', `${headings}a@contoso.com`, ',x', 'TooManyColumns'],
  ['a row of empty cells', `${headings}a@contoso.com`, ',', 'TooManyColumns'],
  ['blank lines above the headings (mistake 5)', '', '\n', 'HeadingsNotFound'],
  ['blank lines of a returning machine (mistake 5)', '', '\r', 'HeadingsNotFound'],
  ['lines of empty cells above the headings (mistake 5)', '', ',,;;\t\r\n', 'HeadingsNotFound'],
  ['lines that give a version (mistake 5)', 'version:v1.0\n', 'version:v1.0\n', 'HeadingsNotFound'],
  ['a row of large cells', `${headings}a@contoso.com`, `,${'x'.repeat(60_000)}`, 'CellTooLarge'],
])('%s is refused after a few megabytes (case 38)', async (_, start, filler, code) => {
  const { counted, file: source } = endless(start, filler);
  const reading = (async () => {
    const file = await readFile(source);
    for await (const rows of file.rows) expect(rows.length).toBeGreaterThan(0);
  })();
  await expect(reading).rejects.toMatchObject({ refusals: [{ code }] });
  expect(counted.taken).toBeLessThan(5 * megabyte);
});

test('people are never held together, even when they come in one piece (case 37)', async () => {
  const piece = Buffer.from('a@contoso.com,Ada Lovelace of the Analytical Engine\n'.repeat(60_000));
  const file = await readFile(
    arriving(async function* () {
      yield Buffer.from(headings);
      yield piece;
    }),
  );
  let most = 0;
  let all = 0;
  for await (const rows of file.rows) {
    most = Math.max(most, rows.length);
    all += rows.length;
  }
  expect(all).toBe(60_000);
  expect(most).toBeLessThan(2_000);
});

test('what stands above the headings is looked at once, however small the pieces are, and is not kept (mistake 5)', async () => {
  const concat = jest.spyOn(Buffer, 'concat');
  const above = '\n,,,\r\n'.repeat(9_000);
  const bytes = Buffer.from(`${above}${headings}a@contoso.com,Ada\n`);
  const file = await readFile(
    arriving(async function* () {
      for (let at = 0; at < bytes.length; at += 10) yield bytes.subarray(at, at + 10);
    }),
  );
  let line = 0;
  for await (const rows of file.rows) line = rows[0]?.line ?? 0;
  const joined = concat.mock.results.reduce((sum, { value }) => sum + (value as Buffer).length, 0);
  concat.mockRestore();
  expect(line).toBe(18_002);
  // Each piece is joined to the rest of a line at most: ten bytes, and those of a line.
  expect(joined).toBeLessThan(bytes.length * 3);
});

test.each([
  ['people', 'a@contoso.com,Ada\n'],
  ['blank cells', ',\n'],
])('more rows than may be are refused, in the midst of them: %s (mistake 3)', async (_, row) => {
  const text = `${headings}a@contoso.com,Ada\n${row.repeat(300)}`;
  const most = { rows: 200, blankRows: 250 };
  const reading = async () => {
    for await (const _rows of (
      await readFile(
        arriving(async function* () {
          yield Buffer.from(text);
        }),
        { most },
      )
    ).rows);
  };
  await expect(reading()).rejects.toMatchObject({ refusals: [{ code: 'TooManyRows', fact: '200 at most' }] });
});
