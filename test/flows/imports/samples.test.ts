/** Every file of test/samples, with the outcome that its README tells. */
import { readFileSync } from 'node:fs';
import type { Muster } from '../driver/muster.ts';
import { administrator } from '../driver/names.ts';
import type { Import } from '../driver/resources.ts';
import { sharedMuster } from '../driver/shared-muster.ts';

let muster: Muster;
beforeAll(async () => {
  muster = await sharedMuster();
});
afterAll(() => muster.close());

const importSample = (name: string): Promise<Import> =>
  muster.files.importFile(`samples/${name}`, readFileSync(new URL(`../../samples/${name}`, import.meta.url)));

const outcome = (rows: number, created: number) => ({
  status: 'succeeded',
  rows,
  created,
  updated: 0,
  unchanged: 0,
  refused: rows - created,
  error: null,
});

const linesOf = async ({ id }: Import) =>
  (await muster.api.report(id)).map((line) => [line.rowNumber, line.outcome, line.code]);

test("Microsoft's own sample: five people", async () => {
  const over = await importSample('m365-template-en.csv');
  expect(over).toMatchObject({ ...outcome(5, 5), format: 'Microsoft 365' });
  expect(await muster.api.user('chris@contoso.com')).toMatchObject({
    displayName: 'Chris Green',
    givenName: 'Chris',
    surname: 'Green',
    mailNickname: 'chris',
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
    usageLocation: 'US',
    assignedLicenses: [],
    mailbox: null,
  });
  const credentials = await muster.mailbox.mail({ to: administrator, about: 'melissa@contoso.com' });
  expect(credentials.subject).toBe('User names and passwords of 5 people');
});

test('Dutch Excel: two of three, and the illegal user name told', async () => {
  const over = await importSample('m365-nl-semicolon-windows1252.csv');
  expect(over).toMatchObject(outcome(3, 2));
  expect(await linesOf(over)).toEqual([
    [1, 'created', null],
    [2, 'refused', 'UserNameIllegal'],
    [3, 'created', null],
  ]);
  expect(await muster.api.user('rene.vandenberg@contoso.com')).toMatchObject({
    displayName: 'René van den Berg',
    country: 'Nederland',
  });
  expect(await muster.api.user('jakob@contoso.com')).toMatchObject({ department: 'ICT', postalCode: '1015 CR' });
});

test('German Excel, tabs and UTF-16: two people', async () => {
  const over = await importSample('m365-de-tab-utf16le.csv');
  expect(over).toMatchObject(outcome(2, 2));
  expect(await muster.api.user('juergen@contoso.com')).toMatchObject({
    displayName: 'Jürgen Müller',
    city: 'Berlin',
    otherMails: ['juergen@example.net'],
  });
  expect(await muster.api.user('kaethe@contoso.com')).toMatchObject({ displayName: 'Käthe Groß' });
});

test('Entra: two people of which one is blocked, and the example is none', async () => {
  const over = await importSample('entra-bulk-create.csv');
  expect(over).toMatchObject({ ...outcome(2, 2), format: 'Entra' });
  expect(await muster.api.user('ada@contoso.com')).toMatchObject({
    displayName: 'Ada Lovelace',
    accountEnabled: true,
    usageLocation: 'GB',
    businessPhones: ['+44 20 5550 0100'],
  });
  expect(await muster.api.user('blocked@contoso.com')).toMatchObject({ accountEnabled: false });
  expect((await muster.api.report(over.id)).map(({ userPrincipalName }) => userPrincipalName)).toEqual([
    'ada@contoso.com',
    'blocked@contoso.com',
  ]);
});

test("Microsoft's script of 2020: a licence and a usage location in each row", async () => {
  const skuId = await enterprisePack();
  const before = (await muster.api.licence(skuId))?.consumedUnits ?? 0;
  const over = await importSample('powershell-msoluser.csv');
  expect(over).toMatchObject({
    ...outcome(3, 3),
    format: 'PowerShell',
    licences: [{ skuPartNumber: 'ENTERPRISEPACK', needed: 3, granted: 3, short: 0 }],
  });
  expect(await muster.api.user('claudel@contoso.com')).toMatchObject({
    userPrincipalName: 'ClaudeL@contoso.com',
    usageLocation: 'CA',
    assignedLicenses: [{ skuId }],
    mailbox: { state: 'active' },
  });
  expect(await muster.api.licence(skuId)).toMatchObject({ consumedUnits: before + 3, reservedUnits: 0 });
});

test('a staged migration: accounts only, each with a mailbox in grace', async () => {
  const over = await importSample('exchange-staged-migration.csv');
  expect(over).toMatchObject({ ...outcome(3, 3), licences: [] });
  // The passwords of the file break the rules, so generated ones are mailed.
  expect(await linesOf(over)).toEqual([1, 2, 3].map((row) => [row, 'created', 'PasswordReplaced']));
  for (const [name, mustChange] of [
    ['pilarp', false],
    ['tobyn', true],
    ['briant', false],
  ] as const) {
    const person = await muster.api.user(`${name}@contoso.com`);
    expect(person).toMatchObject({
      displayName: name,
      assignedLicenses: [],
      waitingLicenses: [],
      mailbox: { state: 'grace' },
      passwordProfile: { forceChangePasswordNextSignIn: mustChange },
    });
    const days =
      (Date.parse(person.mailbox?.graceEndsDateTime ?? '') - Date.parse(person.createdDateTime)) / 86_400_000;
    expect(days).toBe(30);
  }
});

test('good and bad rows: three people, and each other row with its own fault', async () => {
  const over = await importSample('mixed-good-and-bad-rows.csv');
  expect(over).toMatchObject(outcome(10, 3));
  expect(await linesOf(over)).toEqual([
    [1, 'created', null],
    [2, 'refused', 'UserNameMissing'],
    [3, 'refused', 'DisplayNameMissing'],
    [4, 'refused', 'DuplicateInFile'],
    [5, 'refused', 'DomainNotVerified'],
    [6, 'refused', 'UserNameIllegal'],
    [7, 'refused', 'DisplayNameMissing'],
    [8, 'refused', 'UserNameIllegal'],
    [9, 'created', 'MailAddressInvalid'],
    [10, 'created', null],
  ]);
  expect(await muster.api.user('good1@contoso.com')).toMatchObject({ displayName: 'Good One' });
  expect(await muster.api.user('good2@contoso.com')).toMatchObject({ otherMails: [] });
  const results = await muster.mailbox.mail({ to: administrator, about: 'mixed-good-and-bad-rows.csv' });
  expect(results.subject).toContain('3 created, 7 refused');
});

/** The sample organisation has it; a deployment gets it here. */
const enterprisePack = async (): Promise<string> => {
  const skuPartNumber = 'ENTERPRISEPACK';
  const present = (await muster.api.licences()).find((licence) => licence.skuPartNumber === skuPartNumber);
  const skuId = present?.skuId ?? '6fd2c87f-b296-42f0-b197-1e91e994b900';
  if (!present) {
    await muster.api.putLicence(skuId, { skuPartNumber, prepaidUnits: { enabled: 100 }, carriesMailbox: true });
  }
  return skuId;
};
