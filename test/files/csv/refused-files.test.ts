import { deflateRawSync, gzipSync } from 'node:zlib';
import { readFile } from '../../../shared/files/reading/read-file.ts';
import { arriving, gathered, refusalsOf } from '../reading.ts';

const headings = 'User Name,Display Name\n';
const person = 'a@contoso.com,Ada\n';

/** A zip with one entry, as far as its first bytes go. */
const zip = (entry: string) => {
  const content = deflateRawSync(Buffer.alloc(5000, 'x'));
  const header = Buffer.alloc(30);
  header.writeUInt32LE(0x04034b50, 0);
  header.writeUInt16LE(8, 8);
  header.writeUInt32LE(content.length, 18);
  header.writeUInt16LE(entry.length, 26);
  return Buffer.concat([header, Buffer.from(entry), content, Buffer.alloc(100)]);
};

test.each<[string, string | Buffer, object]>([
  ['nothing', '', { code: 'EmptyFile' }],
  ['only a mark', '\ufeff', { code: 'EmptyFile' }],
  ['only blank lines', '\r\n  \r\n,,,\r\n', { code: 'EmptyFile' }],
  ['only a separator line', 'sep=;\r\n', { code: 'EmptyFile' }],
  ['only headings', headings, { code: 'HeaderOnly' }],
  ['only headings, without a line end', 'User Name,Display Name', { code: 'HeaderOnly' }],
  ['headings and blank rows', `${headings},\n\n,\n`, { code: 'HeaderOnly' }],
  [
    "only Entra's example",
    'Name [displayName],User name [userPrincipalName]\nExample: C,c@contoso.com\n',
    { code: 'HeaderOnly' },
  ],
  ['a workbook', zip('[Content_Types].xml'), { code: 'ExcelWorkbook' }],
  ['a workbook of another writer', zip('xl/workbook.xml'), { code: 'ExcelWorkbook' }],
  ['an old workbook', Buffer.from('d0cf11e0a1b11ae1000000', 'hex'), { code: 'ExcelWorkbook' }],
  ['a PDF', '%PDF-1.7\n%âãÏÓ\n', { code: 'FormatUnknown', fact: 'PDF' }],
  ['a page that is called .xls', '\ufeff \r\n<HTML><table>', { code: 'FormatUnknown', fact: 'HTML' }],
  ['a page in UTF-16', Buffer.from('\ufeff<table><tr>', 'utf16le'), { code: 'FormatUnknown', fact: 'HTML' }],
  [
    "Excel's XML of 2003",
    '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>',
    { code: 'FormatUnknown', fact: 'XML' },
  ],
  ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), { code: 'FormatUnknown', fact: 'PNG' }],
  ['a zip', zip('people.csv'), { code: 'CompressedFile' }],
  ['a gzip', gzipSync(headings + person), { code: 'CompressedFile' }],
  ['NUL in UTF-8', `${headings}a@contoso.com,A\0da\n`, { code: 'BinaryFile' }],
  ['NUL in UTF-16', Buffer.from(`\ufeff${headings}a@contoso.com,A\0da\n`, 'utf16le'), { code: 'BinaryFile' }],
  [
    'a quote open to the end',
    `${headings}${person}b@contoso.com,"Ben\n${person}${person}`,
    { code: 'UnclosedQuote', fact: '3' },
  ],
  [
    'a quote open to the next quoted cell',
    `${headings}${person}b@contoso.com,"Ben\nc@contoso.com,"Cy"\n`,
    { code: 'UnclosedQuote', fact: '3' },
  ],
  [
    'a quote open behind a blank',
    `${headings}${person}b@contoso.com, "Ben\nc@contoso.com, "Cy"\n`,
    { code: 'UnclosedQuote', fact: '3' },
  ],
  ['a quote open behind a hard blank', `${headings}b@contoso.com,\u00a0"Ben\n${person}`, { code: 'UnclosedQuote' }],
  ['a quote open in the headings', `User Name,"Display Name\n${person}`, { code: 'UnclosedQuote', fact: '1' }],
  [
    'a heading twice',
    `User Name,Display Name,City,user  name\n${person}`,
    { code: 'DuplicateHeadings', fact: 'User Name, user  name' },
  ],
  [
    'two headings for one property',
    `User Name,Display Name,UserPrincipalName\n${person}`,
    { code: 'DuplicateHeadings' },
  ],
  ['no user name', `Display Name,City\nAda,x\n`, { code: 'HeadingMissing', target: 'userPrincipalName' }],
  ['no display name', `User Name,City\na@contoso.com,x\n`, { code: 'HeadingMissing', target: 'displayName' }],
  [
    'unknown headings',
    `User Name,Display Name,Shoe size,Star sign\n${person}`,
    { code: 'HeadingsUnknown', fact: 'Shoe size, Star sign' },
  ],
  ['a column without a heading', `User Name,,Display Name\na@contoso.com,x,Ada\n`, { code: 'HeadingsUnknown' }],
  [
    '401 columns',
    `User Name,Display Name,${Array.from({ length: 399 }, (_, i) => `c${i}`)}\n${person}`,
    { code: 'TooManyColumns', fact: '401' },
  ],
  ['a large cell', `${headings}a@contoso.com,${'x'.repeat(1024 * 1024 + 1)}\n`, { code: 'CellTooLarge', fact: '2' }],
  [
    'a large quoted cell',
    `${headings}${person}a@contoso.com,"${'x'.repeat(1024 * 1024 + 1)}"\n`,
    { code: 'CellTooLarge', fact: '3' },
  ],
  ['a large heading', `${'x'.repeat(1024 * 1024 + 1)},Display Name\n`, { code: 'CellTooLarge', fact: '1' }],
])('%s: refused, with the line where there is one (cases 38, 39, 40, 41)', async (_, content, refusal) => {
  expect(await refusalsOf(content)).toEqual([expect.objectContaining(refusal)]);
  expect(await refusalsOf(content, 10_007)).toEqual([expect.objectContaining(refusal)]);
});

test('a cell of 1 MiB is no reason to refuse the file', async () => {
  const file = await readFile(
    arriving(async function* () {
      yield Buffer.from(`${headings}a@contoso.com,${'x'.repeat(1024 * 1024)}\n`);
    }),
  );
  expect(await gathered(file.rows)).toHaveLength(1);
});

test('everything that is wrong with the headings is said at once (case 41)', async () => {
  const refusals = await refusalsOf('User Name,City,city,Shoe size\na,b,c,d\n');
  expect(refusals.map(({ code }) => code)).toEqual(['DuplicateHeadings', 'HeadingsUnknown', 'HeadingMissing']);
});

test('people without a heading line are not taken for headings', async () => {
  const row = 'chris@contoso.com,Chris,Green,Chris Green,p,q,r,s,t,u,v,w,x,y,z\n';
  expect(await refusalsOf(row + row.replaceAll('chris', 'ben'))).toMatchObject([{ code: 'HeadingsUnknown' }]);
});

test('NUL far into the file is thrown by the rows (case 39)', async () => {
  const file = await readFile(
    arriving(async function* () {
      yield Buffer.from(headings + person.repeat(20_000));
      yield Buffer.from('b@contoso.com,\0\n');
    }),
  );
  await expect(gathered(file.rows)).rejects.toMatchObject({ refusals: [{ code: 'BinaryFile' }] });
});
