import fc from 'fast-check';
import { licenceNamesIn } from '../../../shared/domain/licences/licence-cell.ts';
import { licenceNamed } from '../../../shared/domain/licences/licence-names.ts';
import type { Sku } from '../../../shared/domain/licences/licences.ts';
import { productNames } from '../../../shared/domain/licences/product-names.ts';

const sku = (skuPartNumber: string): Sku => ({
  ...{ skuId: `id-${skuPartNumber}`, skuPartNumber, carriesMailbox: true },
  ...{ enabled: 5, free: 5, reserved: 0 },
});
const partNumbers = [
  'ENTERPRISEPACK',
  'ENTERPRISEPREMIUM',
  'STANDARDPACK',
  'EXCHANGESTANDARD',
  'POWER_BI_STANDARD',
  'EMS',
];
const catalogue = [...partNumbers.map(sku), { ...sku('FLOW_FREE'), skuId: 'f30db892-07e9-47e9-837c-80727f46fd3d' }];

test.each([
  ['ENTERPRISEPACK', ['ENTERPRISEPACK']],
  ['contoso:ENTERPRISEPACK', ['ENTERPRISEPACK']],
  ['reseller-account:STANDARDPACK', ['STANDARDPACK']],
  ['ENTERPRISEPACK+STANDARDPACK', ['ENTERPRISEPACK', 'STANDARDPACK']],
  ['ENTERPRISEPACK, POWER_BI_STANDARD', ['ENTERPRISEPACK', 'POWER_BI_STANDARD']],
  ['ENTERPRISEPACK|STANDARDPACK', ['ENTERPRISEPACK', 'STANDARDPACK']],
  ['a:X\r\nb:Y', ['X', 'Y']],
  [' Office 365 E3 ;Power BI (free);; ', ['Office 365 E3', 'Power BI (free)']],
  ['Enterprise Mobility + Security E3', ['Enterprise Mobility + Security E3']],
  [
    'Office 365 E3+Enterprise Mobility + Security E5+Visio Plan 2',
    ['Office 365 E3', 'Enterprise Mobility + Security E5', 'Visio Plan 2'],
  ],
  ['Microsoft 365 E3 (no Teams)', ['Microsoft 365 E3 (no Teams)']],
  ['E3; -', ['E3']],
  ...[
    'Unlicensed',
    'UNLICENSED',
    'None',
    '-',
    '–',
    '---',
    'n/a',
    'N/A',
    'No license',
    'geen',
    'N.v.t.',
    'Keine Lizenz',
    'nicht lizenziert',
    '无',
    '未授权',
  ].map((word): [string, string[]] => [word, []]),
])('%j names %j', (cell, names) => {
  expect(licenceNamesIn(cell)).toEqual(names);
});

test.each([
  [
    'ENTERPRISEPACK',
    [
      'ENTERPRISEPACK',
      'EnterprisePack',
      'ENTERPRISE PACK',
      'enterprise-pack',
      'Office 365 E3',
      'office365 e3',
      'O365 E3',
      'Office 365 Enterprise E3',
      'Microsoft Office 365 E3',
    ],
  ],
  ['POWER_BI_STANDARD', ['Power BI (free)', 'Power BI Free', 'Microsoft Fabric (Free)', 'power_bi_standard']],
  ['EXCHANGESTANDARD', ['Exchange Online (Plan 1)', 'Exchange Online Plan 1']],
  [
    'EMS',
    ['Enterprise Mobility + Security E3', 'Enterprise Mobility and Security E3', 'Enterprise Mobility & Security E3'],
  ],
  ['FLOW_FREE', ['F30DB892-07E9-47E9-837C-80727F46FD3D', 'Microsoft Power Automate Free']],
])('%s has many names', (partNumber, names) => {
  for (const name of names)
    expect([name, licenceNamed(name, catalogue).sku?.skuPartNumber]).toEqual([name, partNumber]);
});

test.each([
  [
    'E3',
    /^E3, which may be ENTERPRISEPACK \(Office 365 E3\) or EMS \(Enterprise Mobility \+ Security E3\); it has ENTERPRISEPACK, /,
  ],
  ['Microsoft 365 E3', /ENTERPRISEPACK \(Office 365 E3\)/],
  ['SPE_E3', /^SPE_E3; it has ENTERPRISEPACK, ENTERPRISEPREMIUM, STANDARDPACK, .* FLOW_FREE$/],
  ['Office 365 E3 (no Teams)', /^Office 365 E3 \(no Teams\); it has/],
  ['GOLDENPACK', /^GOLDENPACK; it has/],
  ['x'.repeat(1000), /^x{64}; it has/],
])('%s is none, and it is said which there are', (name, fact) => {
  expect(licenceNamed(name, catalogue)).toEqual({ fact: expect.stringMatching(fact) });
});

test('what was the name of another product is doubtful, whichever of them there is', () => {
  for (const partNumber of ['O365_BUSINESS_PREMIUM', 'SPB']) {
    const { fact } = licenceNamed('Office 365 Business Premium', [sku(partNumber)]);
    expect(fact).toContain(`may be ${partNumber} (`);
  }
  expect(licenceNamed('O365_BUSINESS_PREMIUM', [sku('O365_BUSINESS_PREMIUM')]).sku).toBeDefined();
  expect(licenceNamed('Microsoft 365 Business Premium', [sku('SPB'), sku('O365_BUSINESS_PREMIUM')]).sku).toMatchObject({
    skuPartNumber: 'SPB',
  });
});

test('of two licences with one name neither is meant', () => {
  const { fact } = licenceNamed('Microsoft 365 F1', [sku('M365_F1'), sku('M365_F1_COMM')]);
  expect(fact).toContain('M365_F1 (Microsoft 365 F1) or M365_F1_COMM (Microsoft 365 F1)');
});

test('a refusal stays short, however many licences there are', () => {
  const many = Array.from({ length: 500 }, (_, index) => sku(`LICENCE_${index}`));
  expect(licenceNamed('NONE', many).fact).toMatch(/LICENCE_7 and 492 more$/);
  expect(licenceNamed('NOPE', []).fact).toBe('NOPE; it has none');
});

test('every name of the table is one name in a cell, beside any other, and its licence where there is only that one', () => {
  const all = Object.entries(productNames).flatMap(([partNumber, names]) =>
    names.map((name) => ({ partNumber, name })),
  );
  fc.assert(
    fc.property(
      fc.constantFrom(...all),
      fc.constantFrom(...all),
      fc.constantFrom('; ', ',', ' + ', '|', '\n'),
      (one, other, between) => {
        expect(licenceNamesIn(`${one.name}${between}${other.name}`)).toEqual([one.name, other.name]);
        expect(licenceNamed(one.name, [sku(one.partNumber), sku('X')]).sku?.skuPartNumber).toBe(one.partNumber);
      },
    ),
  );
});
