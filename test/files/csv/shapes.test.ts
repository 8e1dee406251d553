import { arriving, read } from '../reading.ts';

const lines = (...all: string[]) => all.join('\r\n');
const ada = { userPrincipalName: 'a@contoso.com', displayName: 'Ada' };
const ben = { userPrincipalName: 'b@contoso.com', displayName: 'Ben' };

test.each([',', ';', '\t'])('cells separated by %j', async (separator) => {
  const sheet = lines('User Name|Display Name|City', 'a@contoso.com|Ada|"x,y;z\tw"', 'b@contoso.com|Ben|').replaceAll(
    '|',
    separator,
  );
  expect((await read(sheet)).drafts).toEqual([{ ...ada, city: 'x,y;z\tw' }, ben]);
});

test('separators in quoted headings do not count', async () => {
  const sheet = 'User Name;Display Name;"Block sign in (Yes,No,,,) [accountEnabled]"\na@contoso.com;Ada;Yes';
  expect((await read(sheet)).drafts).toEqual([{ ...ada, accountEnabled: false }]);
});

test.each([';', ',', '\t', '|'])("Excel's sep=%s line is no heading and no person", async (separator) => {
  const sheet = `sep=${separator}\r\nUser Name|Display Name\r\na@contoso.com|Ada\r\n`.replaceAll('|', separator);
  const { drafts, rows, file } = await read(sheet);
  expect(drafts).toEqual([ada]);
  expect(file.headings).toEqual(['User Name', 'Display Name']);
  expect(rows[0]).toMatchObject({ rowNumber: 1, line: 3 });
});

test.each(['\r\n', '\n', '\r'])('line ends %j, with and without the last one, in pieces of any size', async (end) => {
  const sheet = ['User Name,Display Name', 'a@contoso.com,Ada', 'b@contoso.com,Ben'].join(end);
  for (const text of [sheet, sheet + end]) {
    for (const size of [1, 2, 3, 7, 65_536]) {
      const { drafts, rows } = await read(text, size);
      expect(drafts).toEqual([ada, ben]);
      expect(rows.map(({ line }) => line)).toEqual([2, 3]);
    }
  }
});

test('line ends mixed in one file', async () => {
  const { drafts, rows } = await read(
    'User Name,Display Name\na@contoso.com,Ada\r\nb@contoso.com,Ben\rc@contoso.com,Cy\n',
  );
  expect(drafts.map((draft) => draft?.displayName)).toEqual(['Ada', 'Ben', 'Cy']);
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 4]);
});

test('blank lines, also of blanks and of empty cells, are skipped and not counted', async () => {
  const { drafts, rows } = await read(
    '\r\n,,\r\nUser Name,Display Name\r\n\r\n  \r\n,\r\na@contoso.com,Ada\r\n\r\n,,,\r\nb@contoso.com,Ben\r\n\r\n',
  );
  expect(drafts).toEqual([ada, ben]);
  expect(rows.map(({ rowNumber, line }) => [rowNumber, line])).toEqual([
    [1, 7],
    [2, 10],
  ]);
});

test('physical lines are right behind cells with line breaks of every kind', async () => {
  const { rows } = await read(
    'User Name,Display Name,City\r\na@contoso.com,Ada,"x\r\ny\r\n\r\nz"\r\nb@contoso.com,Ben,"x\ny\rz"\r\nc@contoso.com,Cy,\r\n\r\nd@contoso.com,Di,"\r\n"\r\ne@contoso.com,Ed,\r\n',
    5,
  );
  expect(rows.map(({ line }) => line)).toEqual([2, 6, 9, 11, 13]);
});

test('empty columns at the end are tolerated in headings and rows', async () => {
  const { drafts, file, rows } = await read(
    'User Name,Display Name,,,\na@contoso.com,Ada,,,\nb@contoso.com,Ben,,,,,\nb@contoso.com,Ben\n',
  );
  expect(file.headings).toEqual(['User Name', 'Display Name']);
  expect(drafts).toEqual([ada, ben, ben]);
  expect(rows[1]?.cells).toEqual(['b@contoso.com', 'Ben']);
});

test('cells that are missing at the end are blank, and too many that hold something are refused', async () => {
  const { rows } = await read(
    'User Name,Display Name,City\na@contoso.com,Ada\nb@contoso.com,Ben,x,y\nc@contoso.com,Cy,z\n',
  );
  expect(rows).toEqual([
    {
      rowNumber: 1,
      line: 2,
      cells: ['a@contoso.com', 'Ada', ''],
      draft: ada,
    },
    {
      rowNumber: 2,
      line: 3,
      cells: ['b@contoso.com', 'Ben', 'x'],
      refusals: [{ code: 'CellCountWrong', fact: '4 cells for 3 headings' }],
    },
    {
      rowNumber: 3,
      line: 4,
      cells: ['c@contoso.com', 'Cy', 'z'],
      draft: { userPrincipalName: 'c@contoso.com', displayName: 'Cy', city: 'z' },
    },
  ]);
});

test('a password that slipped under another heading is in no cell', async () => {
  const { rows } = await read(
    'User Name,Display Name,Password,City\na@contoso.com,Secret-1\na@contoso.com,Secret-1,\nb@contoso.com,B,en,Secret-1,x\nc@contoso.com,C,Secret-1\n',
  );
  expect(rows.map(({ refusals }) => refusals?.[0]?.code)).toEqual([
    'CellCountWrong',
    'CellCountWrong',
    'CellCountWrong',
    undefined,
  ]);
  expect(JSON.stringify(rows.map(({ cells }) => cells))).not.toContain('Secret-1');
  expect(JSON.stringify(rows.slice(0, 3))).not.toContain('Secret-1');
});

test.each([
  ['in a cell that was not quoted', 'a@contoso.com,Ada,Main Street\n12,Delft,\n', [1, 2]],
  [
    'once more, between others',
    'x@contoso.com,X\na@contoso.com,Ada,Main\nStreet 12,Delft,NL\ny@contoso.com,Y\n',
    [2, 3],
  ],
])('a line break %s makes no person of half a row', async (_, text, halves) => {
  for (const size of [1, 65_536]) {
    const { rows } = await read(`User Name,Display Name,Address,City,Country\n${text}`, size);
    expect(rows.filter(({ refusals }) => refusals).map(({ rowNumber }) => rowNumber)).toEqual(halves);
    expect(rows.flatMap(({ refusals = [] }) => refusals.map(({ code }) => code))).toEqual([
      'CellCountWrong',
      'CellCountWrong',
    ]);
  }
});

test('quotes: doubled ones, stray ones, and blanks before them', async () => {
  const { drafts } = await read(
    'User Name,Display Name\na@contoso.com,"Dwayne ""The Rock"" Johnson"\nb@contoso.com,Dwayne "The Rock" Johnson\nc@contoso.com, "Rock, The"\n',
  );
  expect(drafts.map((draft) => draft?.displayName)).toEqual([
    'Dwayne "The Rock" Johnson',
    'Dwayne "The Rock" Johnson',
    'Rock, The',
  ]);
});

test('text behind a closing quote stays in its row', async () => {
  const { drafts } = await read('User Name,Display Name\na@contoso.com,"Rock" Johnson\nb@contoso.com,Ben\n');
  expect(drafts.map((draft) => draft?.displayName)).toEqual(['"Rock" Johnson', 'Ben']);
});

test("Entra's version line with the empty cells that Excel adds, and its example in another language", async () => {
  const headings =
    'Naam [displayName] Vereist;Gebruikersnaam [userPrincipalName] Vereist;Aanmelden blokkeren (Ja/Nee) [accountEnabled] Vereist';
  const { drafts, rows } = await read(
    `version:v1.0;;\n${headings}\nVoorbeeld: Chris Green;chris@contoso.com;Nee\nAda;a@contoso.com;Ja\n`,
  );
  expect(drafts).toEqual([{ ...ada, accountEnabled: false }]);
  expect(rows[0]).toMatchObject({ rowNumber: 1, line: 4 });
});

test('what begins with Example further down is a person', async () => {
  const { drafts } = await read(
    'Name [displayName] Required,User name [userPrincipalName] Required\nAda,a@contoso.com\nExample: Ben,b@contoso.com\n',
  );
  expect(drafts).toHaveLength(2);
});

test('leaving the loop ends the source', async () => {
  const { readFile } = await import('../../../shared/files/reading/read-file.ts');
  let isEnded = false;
  const source = async function* () {
    try {
      yield Buffer.from('User Name,Display Name\n');
      for (;;) yield Buffer.from('a@contoso.com,Ada\n'.repeat(5000));
    } finally {
      isEnded = true;
    }
  };
  const file = await readFile(arriving(source));
  for await (const rows of file.rows) if (rows.length > 0) break;
  expect(isEnded).toBe(true);
});

test('a heading may have a line break, and more separators of another kind below it', async () => {
  const { drafts, rows } = await read('"Display\nName",User Name\nAda;;;;,a@contoso.com\n', 3);
  expect(drafts).toEqual([{ ...ada, displayName: 'Ada;;;;' }]);
  expect(rows[0]?.line).toBe(3);
});

test('a quoted line break above the separators does not hide them', async () => {
  const { drafts } = await read('"User\nName";Display Name\na@contoso.com;Ada\n');
  expect(drafts).toEqual([ada]);
});
