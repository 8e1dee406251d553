import { readFileSync } from 'node:fs';
import { read, refusalsOf } from '../reading.ts';
import { type Cell, partsOf } from './workbook-of.ts';
import { type ZipLies, zipOf } from './zip-of.ts';

const sheet = 'xl/worksheets/sheet1.xml';
const headings = ['User Name', 'Display Name', 'Department', 'City'];
const person = (name: string, ...more: Cell[]) => [`${name}@contoso.com`, name, ...more];

/** A sheet with merged cells, as Excel writes them behind its rows. */
const merged = (rows: (readonly Cell[])[], places: readonly string[], lies: ZipLies = {}, prefix = '') => {
  const parts = partsOf([{ name: 'People', rows }]);
  const cells = places.map((place) => `<${prefix}mergeCell ref="${place}"/>`).join('');
  const list = `</sheetData><${prefix}mergeCells count="${places.length}">${cells}</${prefix}mergeCells>`;
  return zipOf({ ...parts, [sheet]: (parts[sheet] as string).replace('</sheetData>', list) }, lies);
};

const departments = async (bytes: Uint8Array, pieceSize = 65_536) => {
  const { drafts, file } = await read(bytes, pieceSize);
  return { found: drafts.map((draft) => draft?.department), notes: file.notes };
};

test.each([
  ['packed', {}],
  ['stored as it is', { method: 0 }],
])('a value stands for all rows of its cells, in a part that is %s', async (_, lies) => {
  const rows = [headings, person('a', 'HR'), person('b'), person('c', '', 'Delft'), person('d', 'IT'), person('e')];
  for (const pieceSize of [1, 7, 65_536]) {
    expect(await departments(merged(rows, ['C2:C4', 'C6:C7'], lies), pieceSize)).toEqual({
      found: ['HR', 'HR', 'HR', 'IT', undefined],
      notes: ['Cells are merged: C2:C4, C6:C7. Their value was taken for each of their rows.'],
    });
  }
});

test('elements may have a prefix, and places dollar signs', async () => {
  const rows = [headings, person('a', 'HR'), person('b')];
  expect((await departments(merged(rows, ['$C$2:$C$3'], {}, 'x:'))).found).toEqual(['HR', 'HR']);
});

test('across columns a value stands in the first alone, and it is said', async () => {
  const rows = [headings, person('a', 'HR'), person('b'), person('c')];
  const { drafts, file } = await read(merged(rows, ['C2:D3', 'B4:D4']));
  expect(drafts.map((draft) => [draft?.department, draft?.city])).toEqual([
    ['HR', undefined],
    ['HR', undefined],
    [undefined, undefined],
  ]);
  expect(file.notes).toEqual([
    'Cells are merged: C2:D3. Their value was taken for each of their rows.',
    'Cells are merged: C2:D3, B4:D4. Their value was taken for the first of their columns alone.',
  ]);
});

test('what is merged in the headings is no matter of the people', async () => {
  expect(await departments(merged([[...headings, 'Fax'], person('a', 'HR')], ['A1:A1', 'C1:C1']))).toEqual({
    found: ['HR'],
    notes: [],
  });
});

test('blank rows stay blank, and what a row has itself is not overwritten', async () => {
  const rows = [headings, person('a', 'HR'), [], [' '], person('b', 'IT'), person('c')];
  const { rows: found, drafts } = await read(merged(rows, ['C2:C1048576']));
  expect(found.map(({ line }) => line)).toEqual([2, 5, 6]);
  expect(drafts.map((draft) => draft?.department)).toEqual(['HR', 'IT', 'HR']);
});

test('a person who takes two rows of the sheet is one, or is told to be there twice', async () => {
  const rows = [headings, person('a', 'HR'), [], person('b', 'IT', 'Delft'), ['', '', '', 'Gouda']];
  const { drafts } = await read(merged(rows, ['A2:A3', 'B2:B3', 'C2:C3', 'D2:D3', 'A4:A5', 'B4:B5', 'C4:C5']));
  expect(drafts.map((draft) => [draft?.userPrincipalName, draft?.city])).toEqual([
    ['a@contoso.com', undefined],
    ['b@contoso.com', 'Delft'],
    ['b@contoso.com', 'Gouda'],
  ]);
});

test('a text that looks like a place is a text', async () => {
  const rows = [headings, person('a', '<mergeCell ref="C2:C3"/>'), person('b')];
  expect((await departments(merged(rows, []))).found).toEqual(['<mergeCell ref="C2:C3"/>', undefined]);
});

test('many are named in part, and too many refused', async () => {
  const rows = [
    headings,
    ...Array.from({ length: 14 }, (_, index) => person(`p${index}`, index % 2 ? '' : `D${index}`)),
  ];
  const places = Array.from({ length: 7 }, (_, index) => `C${2 * index + 2}:C${2 * index + 3}`);
  const { found, notes } = await departments(merged(rows, places));
  expect(found).toEqual(Array.from({ length: 14 }, (_, index) => `D${index - (index % 2)}`));
  expect(notes).toEqual([
    'Cells are merged: C2:C3, C4:C5, C6:C7, C8:C9, C10:C11 and 2 more. Their value was taken for each of their rows.',
  ]);
  const endless = Array.from({ length: 100_001 }, (_, index) => `C${index + 2}:C${index + 3}`);
  expect(await refusalsOf(merged(rows, endless))).toMatchObject([{ code: 'WorkbookTooLarge' }]);
});

test('merged-cells.xlsx', async () => {
  const bytes = readFileSync(new URL('../../samples/reported/merged-cells.xlsx', import.meta.url));
  expect(await departments(bytes)).toEqual({
    found: ['HR', 'HR', 'IT'],
    notes: ['Cells are merged: G2:G3. Their value was taken for each of their rows.'],
  });
});
