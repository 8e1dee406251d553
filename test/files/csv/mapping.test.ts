import { mappingOf } from '../../../shared/domain/dialects/headings.ts';
import { read, refusalsOf } from '../reading.ts';
import { sheetOf } from '../workbook/workbook-of.ts';

const sheet = 'Postbox,Called,Shoe size,City\nada@contoso.com,Ada,38,Delft\n';
const columns = { postbox: 'userPrincipalName', ' CAL  led': 'displayName', 'Shoe size': 'ignored' };

test('headings mean what is said, compared folded, and the others what they meant before', async () => {
  const { file, drafts } = await read(sheet, 7, { columns });
  expect(drafts).toEqual([{ userPrincipalName: 'ada@contoso.com', displayName: 'Ada', city: 'Delft' }]);
  expect(mappingOf(file)).toEqual([
    { heading: 'Postbox', property: 'userPrincipalName' },
    { heading: 'Called', property: 'displayName' },
    { heading: 'Shoe size', property: 'ignored' },
    { heading: 'City', property: 'city' },
  ]);
});

test('what is said goes before what would be recognised', async () => {
  const { drafts } = await read('User Name,Display Name,City\na@contoso.com,Ada,IT\n', 7, {
    columns: { City: 'department' },
  });
  expect(drafts).toEqual([{ userPrincipalName: 'a@contoso.com', displayName: 'Ada', department: 'IT' }]);
});

test('a secret is named, and its value nowhere', async () => {
  const { file, rows } = await read('User Name,Display Name,Geheim\na@contoso.com,Ada,Pa55-word\n', 7, {
    columns: { geheim: 'password' },
  });
  expect(mappingOf(file)[2]).toEqual({ heading: 'Geheim', property: 'password' });
  expect(rows[0]?.draft?.password).toBe('Pa55-word');
  expect(JSON.stringify([mappingOf(file), rows[0]?.cells])).not.toContain('Pa55');
});

test('a workbook and a report may be mapped as well', async () => {
  const workbook = sheetOf(['Postbox', 'Called', 'Shoe size'], ['ada@contoso.com', 'Ada', 38]);
  const ada = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada' };
  expect((await read(workbook, 7, { columns })).drafts).toEqual([ada]);
  const report = `Row,User name,Outcome,Code,Message,${sheet.replace('ada@', '1,ada,created,,,ada@')}`;
  expect((await read(report, 7, { columns })).drafts).toEqual([{ ...ada, city: 'Delft' }]);
});

test.each<[string, Record<string, string>, string[]]>([
  ['an unknown property', { Postbox: 'shoeSize' }, ['shoeSize is no property']],
  ['a property in another case', { Postbox: 'userprincipalname' }, ['userprincipalname is no property']],
  ['a property of every object', { Postbox: 'constructor' }, ['constructor is no property']],
  ['a heading that is not there', { Handy: 'mobilePhone' }, ['the file has no heading Handy']],
  [
    'both, twice',
    { Postbox: 'x', Handy: 'y' },
    ['x is no property', 'y is no property', 'the file has no heading Handy'],
  ],
])('%s is refused by its name', async (_, wrong, facts) => {
  expect(await refusalsOf(sheet, 7, { columns: wrong })).toEqual(
    facts.map((fact) => ({ code: 'MappingInvalid', fact })),
  );
});

test('two headings cannot mean one property, and what is required must be there', async () => {
  const twice = { Postbox: 'userPrincipalName', Called: 'displayName', 'Shoe size': 'displayName' };
  expect(await refusalsOf(sheet, 7, { columns: twice })).toEqual([
    { code: 'DuplicateHeadings', fact: 'Called, Shoe size' },
  ]);
  expect((await refusalsOf(sheet, 7, { columns: { Postbox: 'otherMails' } })).map(({ code }) => code)).toEqual([
    'HeadingsUnknown',
    'HeadingMissing',
    'HeadingMissing',
  ]);
});

test('whoever names one heading gets no guess at the others by their order', async () => {
  const strange = Array.from({ length: 15 }, (_, index) => `Étiquette ${index}`);
  const content = `${strange}\n${['a@contoso.com', '', '', 'Ada', ...Array(11).fill('')]}\n`;
  expect((await read(content)).drafts).toHaveLength(1);
  expect(await refusalsOf(content, 7, { columns: { 'Étiquette 0': 'userPrincipalName' } })).toMatchObject([
    { code: 'HeadingsUnknown' },
    { code: 'HeadingMissing', target: 'displayName' },
  ]);
});

describe('a star', () => {
  const list =
    'User Name,Display Name,Shoe size,,Initial Kennwort,City\na@contoso.com,Ada,38,x,Cobalt-Meadow-42,Delft\n';

  test('leaves out every heading that is not known, and says which', async () => {
    const { file, drafts } = await read(list, 7, { columns: { '*': 'ignored' } });
    expect(drafts).toEqual([{ userPrincipalName: 'a@contoso.com', displayName: 'Ada', city: 'Delft' }]);
    expect(file.notes).toEqual(['These columns have no use here and were left out: Shoe size.']);
  });

  test('keeps what may be a password out of reports, as leaving it out by name does', async () => {
    for (const columns of [{ '*': 'ignored' }, { '*': 'ignored', 'Initial Kennwort': 'ignored' }]) {
      const { rows } = await read(list, 7, { columns });
      expect(JSON.stringify(rows)).not.toContain('Cobalt');
    }
  });

  test('stands beside names, which go before it', async () => {
    const { drafts } = await read(list, 7, { columns: { 'shoe size': 'faxNumber', '*': 'ignored' } });
    expect(drafts).toMatchObject([{ faxNumber: '38', city: 'Delft' }]);
  });

  test('changes nothing of names that the file does not have, and can mean nothing else', async () => {
    expect(await refusalsOf(list, 7, { columns: { Handy: 'mobilePhone', '*': 'city' } })).toEqual([
      { code: 'MappingInvalid', fact: 'the file has no heading Handy' },
      { code: 'MappingInvalid', fact: '* can only be ignored' },
    ]);
  });

  test('finds nobody where no column has names', async () => {
    const refusals = await refusalsOf('Shoe size,Star sign\n38,Leo\n', 7, { columns: { '*': 'ignored' } });
    expect(refusals.map(({ code }) => code)).toEqual(['HeadingMissing', 'HeadingMissing']);
  });
});

test('headings below a title may be known by the mapping alone', async () => {
  const { drafts } = await read('Leden 2026\n\nPostbus,Aanhef Voluit\na@contoso.com,Ada\n', 7, {
    columns: { Postbus: 'userPrincipalName', 'Aanhef Voluit': 'displayName' },
  });
  expect(drafts).toEqual([{ userPrincipalName: 'a@contoso.com', displayName: 'Ada' }]);
});
