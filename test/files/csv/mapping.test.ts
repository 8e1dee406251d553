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
