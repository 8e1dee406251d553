/** Files as people reported them, from their bytes to what is planned for each row: who would be added, or why nobody. */
import { readFileSync } from 'node:fs';
import { defaultOptions } from '../../../../shared/domain/imports/import-options.ts';
import { defaultPolicy } from '../../../../shared/domain/policy.ts';
import { sentenceOf } from '../../../../shared/domain/refusals.ts';
import { readFile } from '../../../../shared/files/reading/read-file.ts';
import { checkRows } from '../../../../shared/work/imports/plan/check-rows.ts';
import { storedFile } from '../../../fakes/files.ts';
import { administrator, contoso } from '../../../fakes/people.ts';
import { gathered } from '../../../files/reading.ts';

const licences = [
  ['6fd2c87f-b296-42f0-b197-1e91e994b900', 'ENTERPRISEPACK'],
  ['18181a46-0d4e-45cd-891e-60aabd171b4e', 'STANDARDPACK'],
  ['a403ebcc-fae0-4ca2-8c8c-7a907fd6c235', 'POWER_BI_STANDARD'],
] as const;
const catalogue = licences.map(([skuId, skuPartNumber]) => ({
  ...{ skuId, skuPartNumber, carriesMailbox: true },
  ...{ enabled: 99, free: 99, reserved: 0 },
}));
const by = {
  rules: { organisation: contoso, policy: defaultPolicy, catalogue },
  options: defaultOptions,
  owner: administrator,
  isCommonPassword: () => false,
};

const planned = async (content: string | Buffer, options = {}) => {
  const file = await readFile(storedFile(Buffer.from(content), 65_536));
  return gathered(checkRows(file, { ...by, options: { ...defaultOptions, ...options } }));
};
const sample = (name: string) => planned(readFileSync(new URL(`../../../samples/reported/${name}`, import.meta.url)));

/** Names of licences by their ids, as a row is planned to get them. */
const licencesOf = (skuIds: readonly string[] = []) =>
  skuIds.map((id) => licences.find(([skuId]) => skuId === id)?.[1]);

test('excel-text-forms.csv: texts are texts, and what Excel has spoiled is refused', async () => {
  const [a, b, c, ...others] = await sample('excel-text-forms.csv');
  expect(a?.draft).toMatchObject({ employeeId: '00123', mobilePhone: '+32471556677', postalCode: '01234' });
  expect(b?.refusal).toMatchObject({ code: 'ValueInvalid', fact: expect.stringMatching(/formula/) });
  expect(c?.draft).toMatchObject({ employeeId: '00125', businessPhones: ['0471556677'], officeLocation: '1-2' });
  expect(others.map(({ refusal }) => refusal && sentenceOf(refusal))).toEqual([
    expect.stringMatching(
      /^Employee ID is not valid: a spreadsheet shortened this number \(1\.23457E\+11\); make .* text/,
    ),
    'Employee ID is not valid: the sheet has the error #NAME? there.',
  ]);
});

test('invisible-characters.csv: marks at the ends are taken away, inside they refuse the row', async () => {
  const [b, c, d, e, f] = await sample('invisible-characters.csv');
  for (const row of [b, e]) {
    expect(row?.refusal).toMatchObject({
      code: 'ValueInvalid',
      target: 'displayName',
      fact: expect.stringMatching(/U\+/),
    });
  }
  expect(c).toMatchObject({
    userPrincipalName: 't16c@contoso.com',
    draft: {
      displayName: 'Sixteen C',
      surname: 'C',
      mobilePhone: '+32 471 55 66 78',
      otherMails: ['t16c@example.net'],
    },
  });
  expect(c).not.toHaveProperty('warning');
  expect(licencesOf(c?.draft?.skuIds)).toEqual(['STANDARDPACK']);
  expect(d).toMatchObject({ draft: { displayName: 'Sixteen D', otherMails: ['t16d@example.net'] } });
  expect(d).not.toHaveProperty('warning');
  expect(f?.refusal).toMatchObject({ code: 'DisplayNameMissing' });
});

test('noncharacter-uffff.csv: the row is refused, and nobody else', async () => {
  const rows = await sample('noncharacter-uffff.csv');
  expect(rows[0]?.refusal).toMatchObject({
    code: 'ValueInvalid',
    target: 'displayName',
    fact: expect.stringMatching(/U\+FFFF/),
  });
});

test('countries-by-name.csv', async () => {
  const rows = await sample('countries-by-name.csv');
  expect(rows.map(({ draft, refusal }) => draft?.usageLocation ?? refusal?.fact)).toEqual([
    ...['NL', 'GB', 'DE', 'US', 'NL', 'NL', 'NL', 'CZ', 'TR', 'GR', 'CN', 'NL', 'GB', 'KR'],
    '276, which may be Germany (DE)',
    'NL',
    'EU, which is more than one',
    'XK',
  ]);
  expect(rows.flatMap(({ refusal }) => (refusal ? [sentenceOf(refusal)] : []))).toEqual([
    'No country is known for what stands in usageLocation: 276, which may be Germany (DE). Give its code of ISO 3166-1, such as NL.',
    'No country is known for what stands in usageLocation: EU, which is more than one. Give its code of ISO 3166-1, such as NL.',
  ]);
});

test('licences-by-name.csv', async () => {
  const rows = await sample('licences-by-name.csv');
  expect(rows.map(({ draft, refusal }) => (draft ? licencesOf(draft.skuIds).join() : refusal?.code))).toEqual([
    ...['ENTERPRISEPACK', 'ENTERPRISEPACK', 'STANDARDPACK', 'ENTERPRISEPACK', 'ENTERPRISEPACK'],
    ...['ENTERPRISEPACK,STANDARDPACK', 'ENTERPRISEPACK,POWER_BI_STANDARD', 'ENTERPRISEPACK,STANDARDPACK'],
    ...['LicenceUnknown', 'LicenceUnknown', '', '', 'ENTERPRISEPACK,POWER_BI_STANDARD', 'LicenceUnknown'],
    ...['ENTERPRISEPACK', '', ''],
  ]);
  expect(rows[8]?.refusal && sentenceOf(rows[8].refusal)).toBe(
    'The organisation has no licence named E3, which may be ENTERPRISEPACK (Office 365 E3); it has ENTERPRISEPACK, STANDARDPACK, POWER_BI_STANDARD. See GET /v1.0/subscribedSkus.',
  );
});

test("a row that says that somebody has no licence gets none of the import's own, and takes none from anybody", async () => {
  const lines = 'User Name,Display Name,Usage Location,Licenses\na@contoso.com,A,NL,Unlicensed\nb@contoso.com,B,NL,\n';
  const [a, b] = await planned(lines, { licences: ['Office 365 E1'] });
  expect([a, b].map((row) => licencesOf(row?.draft?.skuIds))).toEqual([[], ['STANDARDPACK']]);
  for (const row of [a, b]) expect(row?.draft?.assumed).toContain('licences');
});

test('what no queue takes is in no word of a row either', async () => {
  const columns = ['Licenses', 'Roles', 'Usage Location', 'Preferred Language', 'Send Credentials To', 'Block Sign In'];
  for (const column of columns) {
    const [row] = await planned(`User Name,Display Name,${column}\na@contoso.com,A,x\uffffy\n`);
    expect(row?.refusal).toMatchObject({ code: 'ValueInvalid', fact: expect.stringMatching(/U\+FFFF/) });
    expect(JSON.stringify(row)).not.toContain('\uffff');
  }
});

test('a mark within a word that Muster knows is an accident', async () => {
  const [row] = await planned(
    'User\u200b Name,\u200eDisplay Name,Licenses,Usage Location,Block Sign In\na@contoso.com,A,STANDARD\u200bPACK,Nether\u00adlands,n\u200bo\n',
  );
  expect(row).toMatchObject({ draft: { usageLocation: 'NL', accountEnabled: true } });
  expect(licencesOf(row?.draft?.skuIds)).toEqual(['STANDARDPACK']);
});
