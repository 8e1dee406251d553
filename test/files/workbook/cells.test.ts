import { read } from '../reading.ts';
import { type Cell, sheetOf, styles, workbookOf } from './workbook-of.ts';

const headings = ['User Name', 'Display Name', 'City'];

/** What is read of one cell. */
const cityOf = async (cell: Cell, options = {}) => {
  const rows = [headings, ['ada@contoso.com', 'Ada', cell]];
  const { drafts } = await read(workbookOf([{ name: 'People', rows }], options));
  return drafts[0]?.city;
};
const styled = (number: number | string, style: string): Cell => ({ number, style: styles.indexOf(style) + 1 });
const markup = (text: string): Cell => ({ markup: text });

test.each<[string, Cell, string | undefined]>([
  ['a shared text', 'Zoë & “Co” <x>', 'Zoë & “Co” <x>'],
  ['a shared text with a line break', 'Coolsingel 40\r\n3e etage', 'Coolsingel 40\r\n3e etage'],
  ['an inline text', markup('<c t="inlineStr"><is><t>Delft</t></is></c>'), 'Delft'],
  [
    'an inline text of several runs, with its pronunciation',
    markup(
      '<c t="inlineStr"><is><r><rPr><b/></rPr><t>東</t></r><r><t>京</t></r><rPh sb="0" eb="1"><t>トウ</t></rPh></is></c>',
    ),
    '東京',
  ],
  ['CDATA', markup('<c t="inlineStr"><is><t><![CDATA[<b> & ]]>&amp;</t></is></c>'), '<b> & &'],
  ['an empty cell with a style', markup('<c s="3"/>'), undefined],
  ['a whole number', 1234, '1234'],
  ['a telephone number', 123456789012, '123456789012'],
  ['a telephone number with an exponent', markup('<c><v>1.23456789012E11</v></c>'), '123456789012'],
  ['a number of sixteen digits', markup('<c><v>1234567890123456</v></c>'), '1234567890123456'],
  ['a huge number', markup('<c><v>1E+25</v></c>'), '10000000000000000905969664'],
  ['a number with the noise of binary fractions', markup('<c><v>0.30000000000000004</v></c>'), '0.3'],
  ['a fraction', markup('<c><v>2.14</v></c>'), '2.14'],
  ['a small fraction', markup('<c><v>1.5E-7</v></c>'), '0.00000015'],
  ['a negative number', -12.5, '-12.5'],
  ['a postal code with a leading zero by its format', styled(1234, '00000'), '01234'],
  ['yes', true, 'TRUE'],
  ['no', false, 'FALSE'],
  ['a date by a format of its own', styled(45413, 'dd\\-mm\\-yyyy;@'), '2024-05-01'],
  ['a date by one of Excel', styled(45413, '14'), '2024-05-01'],
  ['a date that has a time behind it', styled(45413.75, '14'), '2024-05-01'],
  ['a date and time', styled(45413.75, '22'), '2024-05-01T18:00:00'],
  ['a time', styled(0.5, '20'), '12:00:00'],
  ['a time by a format of its own', styled(0.25, '[h]:mm'), '06:00:00'],
  ['the day before the day that never was', styled(59, '14'), '1900-02-28'],
  ['the day after it', styled(61, '14'), '1900-03-01'],
  ['a number whose format has a letter in quotes', styled(12.5, '"h"0.0'), '12.5'],
  ['a number in scientific notation', styled(12, '[Red]0.00E+00'), '12'],
  ['a number that is no date by its size', styled(99999999, '14'), '99999999'],
  ['a date that is written out', markup('<c t="d"><v>2024-05-01</v></c>'), '2024-05-01'],
  ['a text of a formula', markup('<c t="str"><f>A1&amp;"x"</f><v>Delft</v></c>'), 'Delft'],
  ['a number of a formula', markup('<c><f>SUM(1,2)</f><v>3</v></c>'), '3'],
  ['a formula that came to nothing', markup('<c t="str"><f>""</f><v></v></c>'), undefined],
  ['a cell without a place', { markup: '<c t="str"><v>Delft</v></c>' }, 'Delft'],
])('%s', async (_, cell, text) => {
  expect(await cityOf(cell)).toBe(text);
});

test('days are counted from 1904 where the workbook says so', async () => {
  expect(await cityOf(styled(43951, '14'), { countsFrom1904: true })).toBe('2024-05-01');
});

test('an error in a cell refuses its row, and nobody else', async () => {
  const { rows, drafts } = await read(
    sheetOf(
      headings,
      ['ada@contoso.com', 'Ada', { markup: '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>' }],
      ['ben@contoso.com', 'Ben', 'Delft'],
    ),
  );
  expect(rows[0]?.refusals).toEqual([
    { code: 'ValueInvalid', target: 'City', fact: expect.stringContaining('#DIV/0!') },
  ]);
  expect(rows[0]?.cells).toEqual(['ada@contoso.com', 'Ada', '#DIV/0!']);
  expect(drafts[1]).toMatchObject({ displayName: 'Ben', city: 'Delft' });
});

test('a character that no text has refuses its row', async () => {
  for (const text of ['_x0000_', '&#0;', '&#xD800;', '_xD83D_']) {
    const cell = markup(`<c t="inlineStr"><is><t>A${text}B</t></is></c>`);
    const { rows } = await read(sheetOf(headings, ['ada@contoso.com', 'Ada', cell]));
    expect(rows[0]?.refusals).toMatchObject([{ code: 'ValueInvalid', target: 'City' }]);
  }
});
