import { readFileSync } from 'node:fs';
import { read, refusalsOf } from '../reading.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

/** Zoë as she stands in each of the files, and what the sheet shows of her first day. */
const zoe = (firstDay: string, lineBreak: string) => ({
  userPrincipalName: 'zoe@contoso.com',
  givenName: 'Zoë',
  surname: 'Brûlé',
  displayName: 'Zoë Brûlé',
  department: 'Inkoop; “verkoop”',
  officeLocation: '2042',
  mobilePhone: '31655500142',
  streetAddress: `Coolsingel 40${lineBreak}3e etage`,
  postalCode: '01234',
  employeeId: firstDay,
  accountEnabled: false,
});

test.each([
  ['calc-nl.xlsx', '2024-05-01', [2, 4, 5]],
  ['calc-nl-semicolon-windows1252.csv', '01-05-2024', [2, 5, 6]],
  ['calc-nl-tab-utf16le.csv', '01-05-2024', [2, 5, 6]],
])('%s, in pieces of every size', async (name, firstDay, lines) => {
  for (const pieceSize of [1, 7, 65_536]) {
    const { file, rows, drafts } = await read(sample(name), pieceSize, { sheet: 'medewerkers' });
    expect(file).toMatchObject({ format: 'Microsoft 365', language: 'nl' });
    expect(drafts).toEqual([
      zoe(firstDay, '\n'),
      { userPrincipalName: 'rene@contoso.com', givenName: 'René', displayName: 'René' },
      undefined,
    ]);
    expect(rows.map(({ line }) => line)).toEqual(lines);
    expect(rows[2]?.refusals).toEqual([
      { code: 'ValueInvalid', target: 'Weergavenaam', fact: 'the sheet has the error #DIV/0! there' },
    ]);
  }
});

test('the first sheet of a workbook is read where none is named, and it may be a note', async () => {
  expect(await refusalsOf(sample('calc-nl.xlsx'))).toMatchObject([
    { code: 'HeadingsUnknown', fact: 'Alleen een notitie' },
  ]);
  expect(await refusalsOf(sample('calc-nl.xlsx'), 65_536, { sheet: 'Personeel' })).toEqual([
    { code: 'SheetUnknown', target: 'Personeel', fact: 'Notities, Medewerkers' },
  ]);
});

test('OpenDocument is told from a zip of files', async () => {
  expect(await refusalsOf(sample('calc-nl.ods'))).toEqual([{ code: 'ExcelWorkbook' }]);
});
