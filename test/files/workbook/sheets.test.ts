import { read, refusalsOf } from '../reading.ts';
import { letters, partsOf, type Sheet, sheetOf, workbookOf } from './workbook-of.ts';
import { zipOf } from './zip-of.ts';

const headings = ['User Name', 'Display Name', 'City', 'Fax'];
const ada = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada' };

test('rows that are not written, and empty ones, are no people; lines are those of the sheet', async () => {
  const rows = {
    3: headings,
    5: ['ada@contoso.com', 'Ada'],
    6: [' ', undefined, ''],
    1048576: ['b@contoso.com', 'Ben'],
  };
  const { rows: found, drafts, file } = await read(workbookOf([{ name: 'People', rows }]));
  expect(file).toMatchObject({ format: 'Microsoft 365', headings, isReport: false });
  expect(found.map(({ rowNumber, line }) => [rowNumber, line])).toEqual([
    [1, 5],
    [2, 1_048_576],
  ]);
  expect(drafts).toEqual([ada, { userPrincipalName: 'b@contoso.com', displayName: 'Ben' }]);
  expect(found[0]?.cells).toEqual(['ada@contoso.com', 'Ada', '', '']);
});

test('cells stand where their places say, and others between them are empty', async () => {
  const { drafts } = await read(
    sheetOf(headings, ['ada@contoso.com', 'Ada', undefined, '12'], [undefined, 'Ben', 'Delft']),
  );
  expect(drafts).toEqual([
    { ...ada, faxNumber: '12' },
    { displayName: 'Ben', city: 'Delft' },
  ]);
});

test('a cell right of the headings refuses its row', async () => {
  const { rows } = await read(sheetOf(headings, ['ada@contoso.com', 'Ada', '', '', 'stray']));
  expect(rows[0]?.refusals).toEqual([{ code: 'CellCountWrong', fact: '5 cells for 4 headings' }]);
});

test('places may be left out, and elements may have a prefix', async () => {
  const parts = partsOf([{ name: 'People', rows: [headings, ['ada@contoso.com', 'Ada']] }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const bare = (parts[sheet] as string).replaceAll(/ r="[A-Z]*\d+"/g, '');
  const prefixed = bare.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:').replace('xmlns=', 'xmlns:x=');
  for (const text of [bare, prefixed]) {
    const { rows, drafts } = await read(zipOf({ ...parts, [sheet]: text }));
    expect(drafts).toEqual([ada]);
    expect(rows[0]?.line).toBe(2);
  }
});

const named = (name: string, user: string, state?: string): Sheet => ({
  name,
  rows: [headings, [`${user}@contoso.com`, user]],
  ...(state && { state }),
});
const several = workbookOf([named('Old', 'old', 'hidden'), named('New', 'new'), named('Zürich & Co', 'zoe')]);

test.each([
  [undefined, 'new'],
  ['Old', 'old'],
  ['zürich & co ', 'zoe'],
])('of several sheets %s is %s', async (sheet, user) => {
  expect((await read(several, undefined, sheet === undefined ? {} : { sheet })).drafts).toMatchObject([
    { displayName: user },
  ]);
});

test('a sheet that there is not, with those that there are', async () => {
  expect(await refusalsOf(several, undefined, { sheet: 'People' })).toEqual([
    { code: 'SheetUnknown', target: 'People', fact: 'Old, New, Zürich & Co' },
  ]);
});

test("Entra's template saved as a workbook: neither its version nor its example is a person", async () => {
  const { drafts, rows } = await read(
    sheetOf(
      ['version:v1.0'],
      ['Name [displayName] Required', 'User name [userPrincipalName] Required'],
      ['Example: Chris Green', 'chris@contoso.com'],
      ['Ada', 'ada@contoso.com'],
    ),
  );
  expect(drafts).toEqual([ada]);
  expect(rows[0]?.line).toBe(4);
});

test('a report that was mended in a workbook gives the same people', async () => {
  const own = ['Row', 'User name', 'Outcome', 'Code', 'Message'];
  const { file, drafts } = await read(
    sheetOf([...own, ...headings], [1, 'ada@contoso.com', 'created', '', '', 'ada@contoso.com', 'Ada', "'+x", '']),
  );
  expect(file.isReport).toBe(true);
  expect(drafts).toEqual([{ ...ada, city: '+x' }]);
});

test('a text that is called .xlsx and a workbook that is called .csv are what they are', async () => {
  expect((await read('User Name,Display Name\nada@contoso.com,Ada\n')).drafts).toEqual([ada]);
  expect((await read(sheetOf(['User Name', 'Display Name'], ['ada@contoso.com', 'Ada']))).drafts).toEqual([ada]);
});

test('no headings, or nobody below them', async () => {
  expect(await refusalsOf(sheetOf())).toEqual([{ code: 'EmptyFile' }]);
  expect(await refusalsOf(sheetOf(headings))).toEqual([{ code: 'HeaderOnly' }]);
});

test('400 columns are read, 401 are not, and more than a sheet has are refused at once', async () => {
  const wide = (count: number) => sheetOf(Array.from({ length: count }, (_, index) => `column ${index}`));
  expect((await refusalsOf(wide(400))).map(({ code }) => code)).toEqual(['HeadingsUnknown']);
  expect(await refusalsOf(wide(401))).toEqual([{ code: 'TooManyColumns', fact: '401' }]);
  const parts = partsOf([{ name: 'People', rows: [['User Name', 'x']] }]);
  const sheet = 'xl/worksheets/sheet1.xml';
  const farther = (parts[sheet] as string).replace('r="B1"', `r="${letters(100_000)}1"`);
  expect(await refusalsOf(zipOf({ ...parts, [sheet]: farther }))).toEqual([
    { code: 'TooManyColumns', fact: 'more than 16384' },
  ]);
});

test('two sheets with one list of texts, in 64 bits, stored, or behind a comment', async () => {
  for (const lies of [{ isWide: true }, { method: 0 }, { comment: 'PK\x05\x06 made by hand' }]) {
    const { drafts } = await read(workbookOf([named('One', 'one'), named('Two', 'two')], {}, lies));
    expect(drafts).toMatchObject([{ displayName: 'one' }]);
  }
});

test('names of parts may be written in any case, with backslashes, or from the root on', async () => {
  const parts = partsOf([{ name: 'People', rows: [headings, ['ada@contoso.com', 'Ada']] }]);
  for (const written of [
    (name: string) => name.toUpperCase(),
    (name: string) => name.replaceAll('/', '\\'),
    (name: string) => `/${name}`,
  ]) {
    const renamed = Object.fromEntries(Object.entries(parts).map(([name, part]) => [written(name), part]));
    expect((await read(zipOf(renamed))).drafts).toEqual([ada]);
  }
});
