/** Formulas: what they came to counts, and of those that came to nothing it is told apart why. */
import { readFileSync } from 'node:fs';
import { read } from '../reading.ts';
import { partsOf, sheetOf } from './workbook-of.ts';
import { zipOf } from './zip-of.ts';

const headings = ['User Name', 'Display Name', 'Password', 'City', 'Note'];
const mapping = { columns: { Note: 'ignored' } };
const cityOf = async (markup: string) => (await rowOf(markup)).draft?.city;
const rowOf = async (markup: string, place = 3) => {
  const cells = ['ada@contoso.com', 'Ada', undefined, undefined, undefined].map((cell, column) =>
    column === place ? { markup } : cell,
  );
  const { rows } = await read(sheetOf(headings, cells), 65_536, mapping);
  return rows[0] as (typeof rows)[number];
};

test.each([
  ['without an element for its value', '<c><f>A1</f></c>'],
  ['with an empty one', '<c><f>A1</f><v/></c>'],
  ['with an empty one, and a type', '<c t="n"><f>A1</f><v></v></c>'],
  ['that is to be a text', '<c t="str"><f>A1</f></c>'],
  ['that is to be yes or no', '<c t="b"><f>A1</f></c>'],
  ['that is shared', '<c><f t="shared" si="0"/></c>'],
])('a formula %s was never worked out', async (_, markup) => {
  const row = await rowOf(markup);
  expect(row.refusals).toEqual([
    { code: 'ValueInvalid', target: 'City', fact: expect.stringMatching(/open the workbook .* and save it/) },
  ]);
});

test.each([
  ['that came to an empty text', '<c t="str"><f>""</f><v></v></c>', undefined],
  ['that came to a text', '<c t="str"><f>A1</f><v>Delft</v></c>', 'Delft'],
  ['that came to nought', '<c><f>A1</f><v>0</v></c>', '0'],
])('a formula %s is what it came to', async (_, markup, city) => {
  expect(await cityOf(markup)).toBe(city);
});

test('as a password such a formula is refused too, and where nothing is read it does no harm', async () => {
  expect((await rowOf('<c><f>A1</f></c>', 2)).refusals).toMatchObject([{ code: 'ValueInvalid', target: 'Password' }]);
  expect((await rowOf('<c><f>A1</f></c>', 4)).draft).toEqual({
    userPrincipalName: 'ada@contoso.com',
    displayName: 'Ada',
  });
});

test('libraries write a nought for what is to be worked out when the workbook is opened', async () => {
  const rows = [headings, ['ada@contoso.com', 'Ada', undefined, { markup: '<c><f>A1&amp;B1</f><v>0</v></c>' }, 0]];
  const parts = partsOf([{ name: 'People', rows }]);
  const book = 'xl/workbook.xml';
  const text = (parts[book] as string).replace('</sheets>', '</sheets><calcPr calcId="124519" fullCalcOnLoad="1"/>');
  const { rows: found } = await read(zipOf({ ...parts, [book]: text }), 65_536, mapping);
  expect(found[0]?.refusals).toMatchObject([{ code: 'ValueInvalid', target: 'City' }]);
});

test('formula-without-value.xlsx', async () => {
  const { rows } = await read(
    readFileSync(new URL('../../samples/reported/formula-without-value.xlsx', import.meta.url)),
  );
  expect(rows.map(({ refusals }) => refusals?.map(({ target }) => target))).toEqual([
    ['User Name', 'Display Name'],
    ['Department'],
  ]);
});
