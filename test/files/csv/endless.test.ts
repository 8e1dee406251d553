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
