import fc from 'fast-check';
import { templateOrder, templates } from '../../../shared/domain/dialects/microsoft-headings.ts';
import { read, refusalsOf } from '../reading.ts';
import { sheetOf } from '../workbook/workbook-of.ts';

const ada = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada' };
const list = 'User Name,Display Name\nada@contoso.com,Ada\n';

test.each<[string, string, string[]]>([
  ["PowerShell's type", '#TYPE Selected.Microsoft.ActiveDirectory.Management.ADUser\n', []],
  ['the same in quotes', '"#TYPE Microsoft.ActiveDirectory.Management.ADUser"\n', []],
  ['the same, saved again by Excel', '#TYPE System.Object;;;\n', []],
  ['a hint and a type', 'sep=,\n#TYPE System.Object\n', []],
  ['a comment', '# made by hand\n', ['line 2; 1 line']],
  ['a title with a quote in its midst', 'People of the 2" department\n', ['line 2; 1 line']],
  ['a quoted title of two lines', '"People\nof Delft"\n', ['line 3; 1 line']],
  ['a title that speaks of somebody', 'Owner,it@contoso.com\nMade,by hand\n', []],
  ['words that are headings elsewhere', 'Login\nDepartment,HR\n', ['line 3; 2 lines']],
  ['groups of columns', 'Account,\n', ['line 2; 1 line']],
])('%s above the headings', async (name, above, places) => {
  const speaksOfSomebody = name === 'a title that speaks of somebody';
  const text = speaksOfSomebody
    ? above + list.replaceAll('\n', ',x,x,x\n').replace('x,x,x', 'City,Fax,State')
    : above + list;
  for (const size of [1, 7, 65_536]) {
    const { drafts, file } = await read(text, size);
    expect(drafts).toEqual([expect.objectContaining(ada)]);
    expect(file.notes.filter((note) => note.startsWith('The headings are'))).toHaveLength(
      places.length + (speaksOfSomebody ? 1 : 0),
    );
    for (const place of places) expect(file.notes[0]).toContain(place);
  }
});

test('a title is not repeated, for it may hold a password for everybody', async () => {
  const { file } = await read(`First password: Cobalt-Meadow-42\n${list}`);
  expect(JSON.stringify(file.notes)).not.toContain('Cobalt');
});

test('headings beyond the twentieth line are not looked for, and the likeliest line is named', async () => {
  const titles = (count: number) => Array.from({ length: count }, (_, index) => `Title ${index}\n`).join('');
  expect((await read(titles(19) + list)).drafts).toEqual([ada]);
  expect(await refusalsOf(titles(20) + list)).toMatchObject([{ code: 'HeadingsUnknown', fact: 'Title 0' }]);
  expect(await refusalsOf(`Report\n\nAddressee,Shoe size,Star sign\nada@contoso.com,38,Leo\n`)).toMatchObject([
    { code: 'HeadingsUnknown', fact: 'Addressee, Shoe size, Star sign (line 3)' },
  ]);
});

test('people above a heading line are not left out: the file is refused', async () => {
  const refusals = await refusalsOf(`ben@contoso.com,Ben\n${list}`);
  expect(refusals).toEqual([{ code: 'HeadingsUnknown', fact: 'line 1 has a person where headings should be' }]);
  expect((await read(`${list}${list}`)).drafts).toEqual([
    ada,
    { userPrincipalName: 'User Name', displayName: 'Display Name' },
    ada,
  ]);
});

test.each<[string, string]>([
  ['the headings in other words', 'Benutzername,Anzeigename\n'],
  ['a rule', '---,-----\n'],
  ['a rule of a table of text', ':---,---:\n'],
])('%s below the headings are nobody', async (_, below) => {
  const { drafts, rows } = await read(list.replace('\n', `\n${below}`));
  expect(drafts).toEqual([ada]);
  expect(rows[0]).toMatchObject({ rowNumber: 1, line: 3 });
});

test('what was planned by an earlier release keeps the numbers of its rows', async () => {
  const { rows } = await read(list.replace('\n', '\n---,---\n'), 7, { skipsRepeatedHeadings: false });
  expect(rows.map(({ rowNumber }) => rowNumber)).toEqual([1, 2]);
});

test.each<[string, string]>([
  ['a table of text', '| User Name | Display Name |\n|---|---|\n| ada@contoso.com | Ada |\n'],
  ['carets', 'User Name^Display Name^City\nada@contoso.com^Ada^\n'],
  ['tildes', 'User Name~Display Name~City\nada@contoso.com~Ada~\n'],
  ['row numbers without a heading', ',User Name,Display Name\n0,ada@contoso.com,Ada\n'],
  ['row numbers in quotes', '"","User Name","Display Name"\n"1","ada@contoso.com","Ada"\n'],
])('%s', async (_, text) => {
  expect((await read(text)).drafts).toEqual([ada]);
});

test('what stands left of the headings refuses its row', async () => {
  const { rows, drafts } = await read(',,User Name,Display Name\nTeam A,,ben@contoso.com,Ben\n,,ada@contoso.com,Ada\n');
  expect(rows[0]?.refusals).toEqual([{ code: 'CellCountWrong', fact: 'a cell left of the headings' }]);
  expect(drafts[1]).toEqual(ada);
});

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh ÄéÖ0123-:'), minLength: 1, maxLength: 12 }), {
  minLength: 1,
  maxLength: 3,
});

const place = fc.record({
  titles: fc.array(fc.oneof(words, fc.constant([''])), { maxLength: 18 }),
  before: fc.nat({ max: 5 }),
  template: fc.constantFrom(...templates),
  order: fc.shuffledSubarray([...templateOrder], { minLength: templateOrder.length }),
  mark: fc.constantFrom<(heading: string) => string>(
    (heading) => heading,
    (heading) => `${heading} *`,
    (heading) => `*${heading}`,
    (heading) => heading.replaceAll(' ', '\u00a0').toUpperCase(),
    (heading) => heading.replaceAll(' ', '_'),
    (heading) => heading.replace(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)),
  ),
});

/** Headings and one person below titles, moved to the right. */
const linesOf = ({
  titles,
  before,
  template,
  order,
  mark,
}: typeof place extends fc.Arbitrary<infer Place> ? Place : never) => {
  const headings = new Map(template.headings.split(',').map((heading, index) => [templateOrder[index], heading]));
  const empty = Array<string>(before).fill('');
  const row = order.map((column) =>
    column === 'userPrincipalName' ? 'ada@contoso.com' : column === 'displayName' ? 'Ada' : '',
  );
  return [...titles, [...empty, ...order.map((column) => mark(headings.get(column) ?? ''))], [...empty, ...row]];
};

test('titles, blank lines, place, separator, language and order change nothing of what columns mean', async () => {
  await fc.assert(
    fc.asyncProperty(
      place,
      fc.constantFrom(',', ';', '\t', '|'),
      fc.integer({ min: 1, max: 300 }),
      async (how, separator, size) => {
        const quoted = (cell: string) => (cell.includes(separator) ? `"${cell}"` : cell);
        const text = linesOf(how).map((cells) => `${cells.map(quoted).join(separator)}\r\n`);
        const { file, drafts } = await read(text.join(''), size);
        expect(file.columns).toEqual(how.order);
        expect(drafts).toEqual([ada]);
      },
    ),
  );
});

test('nor do they in a workbook', async () => {
  await fc.assert(
    fc.asyncProperty(place, async (how) => {
      const { file, drafts } = await read(sheetOf(...linesOf(how)));
      expect(file.columns).toEqual(how.order);
      expect(drafts).toEqual([ada]);
    }),
    { numRuns: 50 },
  );
});
