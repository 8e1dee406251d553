import { readFileSync } from 'node:fs';
import { read } from '../reading.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));

test("Microsoft's own sample", async () => {
  const { file, drafts, rows } = await read(sample('m365-template-en.csv'));
  expect(file).toMatchObject({
    format: 'Microsoft 365',
    language: 'en',
    isReport: false,
    isMigration: false,
    notes: [],
  });
  expect(drafts.map((draft) => draft?.userPrincipalName?.split('@')[0])).toEqual([
    'chris',
    'ben',
    'david',
    'cynthia',
    'melissa',
  ]);
  expect(drafts[0]).toEqual({
    userPrincipalName: 'chris@contoso.com',
    givenName: 'Chris',
    surname: 'Green',
    displayName: 'Chris Green',
    jobTitle: 'IT Manager',
    department: 'Information Technology',
    officeLocation: '123451',
    businessPhones: ['123-555-1211'],
    mobilePhone: '123-555-6641',
    faxNumber: '123-555-6700',
    streetAddress: '1 Microsoft way',
    city: 'Redmond',
    state: 'Wa',
    postalCode: '98052',
    country: 'United States',
  });
  expect(rows.map(({ rowNumber, line }) => [rowNumber, line])).toEqual([
    [1, 2],
    [2, 3],
    [3, 4],
    [4, 5],
    [5, 6],
  ]);
});

test('Dutch Excel: semicolons, Windows-1252, a line break in a cell', async () => {
  const { file, drafts, rows } = await read(sample('m365-nl-semicolon-windows1252.csv'));
  expect(file).toMatchObject({ format: 'Microsoft 365', language: 'nl' });
  expect(drafts.map((draft) => draft?.displayName)).toEqual(['Jakob de Graaf', 'Brûlé, Zoë', 'René van den Berg']);
  expect(drafts[1]).toMatchObject({
    userPrincipalName: 'zoë@contoso.com',
    department: 'Inkoop; verkoop',
    streetAddress: 'Coolsingel 40\r\n3e etage',
    businessPhones: ['+31 20 555 0142'],
  });
  expect(drafts[2]).toEqual({
    userPrincipalName: 'rene.vandenberg@contoso.com',
    givenName: 'René',
    surname: 'van den Berg',
    displayName: 'René van den Berg',
    country: 'Nederland',
  });
  expect(rows.map(({ line }) => line)).toEqual([2, 3, 5]);
});

test('German Excel: tabs and UTF-16', async () => {
  const { file, drafts } = await read(sample('m365-de-tab-utf16le.csv'));
  expect(file).toMatchObject({ format: 'Microsoft 365', language: 'de' });
  expect(drafts).toEqual([
    expect.objectContaining({
      displayName: 'Jürgen Müller',
      officeLocation: '12',
      businessPhones: ['+49 30 5550112'],
      otherMails: ['juergen@example.net'],
      state: 'Berlin',
    }),
    expect.objectContaining({ displayName: 'Käthe Groß', country: 'Deutschland' }),
  ]);
});

test('Entra: the version line and the example are no people, and blocking is turned round', async () => {
  const { file, drafts, rows } = await read(sample('entra-bulk-create.csv'));
  expect(file.format).toBe('Entra');
  expect(drafts).toEqual([
    expect.objectContaining({
      userPrincipalName: 'ada@contoso.com',
      accountEnabled: true,
      officeLocation: 'S1',
      businessPhones: ['+44 20 5550 0100'],
      usageLocation: 'GB',
      password: 'Pa55w0rd-Initial!',
    }),
    expect.objectContaining({ userPrincipalName: 'blocked@contoso.com', accountEnabled: false }),
  ]);
  expect(rows.map(({ rowNumber, line }) => [rowNumber, line])).toEqual([
    [1, 4],
    [2, 5],
  ]);
  expect(JSON.stringify(rows.map(({ cells }) => cells))).not.toMatch(/Pa55w0rd|An0ther/);
});

test("Microsoft's script of 2020: a licence and a usage location in each row", async () => {
  const { file, drafts } = await read(sample('powershell-msoluser.csv'));
  expect(file.format).toBe('PowerShell');
  expect(drafts.map((draft) => [draft?.userPrincipalName, draft?.usageLocation, draft?.licences])).toEqual([
    ['ClaudeL@contoso.com', 'CA', ['ENTERPRISEPACK']],
    ['Lynne@contoso.com', 'US', ['ENTERPRISEPACK']],
    ['ShawnM@contoso.com', 'US', ['ENTERPRISEPACK']],
  ]);
});

test('a staged migration: mailboxes, names from the addresses, chosen passwords', async () => {
  const { file, drafts } = await read(sample('exchange-staged-migration.csv'));
  expect(file).toMatchObject({ format: 'Exchange staged migration', isMigration: true });
  expect(drafts).toEqual(
    [
      ['pilarp', false],
      ['tobyn', true],
      ['briant', false],
    ].map(([name, mustChangePassword]) => ({
      userPrincipalName: `${name}@contoso.com`,
      displayName: name,
      password: 'Pa$$w0rd',
      mustChangePassword,
      migratedMailbox: true,
    })),
  );
});

test('good and bad rows: each bad row stands alone', async () => {
  const { drafts, rows } = await read(sample('mixed-good-and-bad-rows.csv'));
  expect(rows.map(({ refusals }) => refusals?.map(({ code }) => code))).toEqual([
    ...Array(7).fill(undefined),
    ['UserNameIllegal', 'ValueInvalid'],
    ...Array(2).fill(undefined),
  ]);
  expect(rows[6]).toMatchObject({
    cells: ['short@contoso.com', 'Too', 'Few', ...Array(13).fill('')],
    draft: { givenName: 'Too', surname: 'Few' },
  });
  expect(drafts[6]).not.toHaveProperty('displayName');
  expect(drafts[1]).not.toHaveProperty('userPrincipalName');
  expect(drafts[2]).not.toHaveProperty('displayName');
  expect(drafts[9]?.userPrincipalName).toBe('good3@contoso.com');
});
