/** Lists as people have them: those that were reported, and those that were found in public (test/samples/README.md). */
import { readFileSync } from 'node:fs';
import { read, refusalsOf } from '../reading.ts';

const sample = (name: string) => readFileSync(new URL(`../../samples/${name}`, import.meta.url));
const leftOut = (names: string) => `These columns have no use here and were left out: ${names}.`;
const made = 'Display names were made of first and last names, since no column has them.';
const namedBy = (heading: string) => `User names were taken from ${heading}, since no column is named for them.`;

test.each<[string, object, object[], string[]]>([
  [
    'reported/chinese-headings.csv',
    { format: 'Microsoft 365', language: 'zh-Hans' },
    [
      {
        userPrincipalName: 'wei2.zhang@contoso.com',
        givenName: '伟',
        surname: '张',
        displayName: '张伟二',
        department: '研发部',
        otherMails: ['wz2@example.net'],
      },
      { displayName: '李娜二' },
    ],
    [],
  ],
  [
    'reported/entra-download-users.csv',
    { format: 'Microsoft Graph' },
    [
      {
        userPrincipalName: 't45a@contoso.com',
        displayName: 'Forty Five',
        givenName: 'Forty',
        surname: 'Five',
        jobTitle: 'Clerk',
        department: 'HR',
        accountEnabled: true,
        usageLocation: 'BE',
      },
    ],
    [
      leftOut(
        'mail, id, userType, ageGroup, consentProvidedForMinor, legalAgeGroupClassification, companyName, creationType, directorySynced, invitationState, identityIssuer, createdDateTime',
      ),
    ],
  ],
  [
    'reported/m365-export-users.csv',
    { format: 'Microsoft 365 export' },
    [
      {
        userPrincipalName: 't41a@contoso.com',
        displayName: 'Forty One',
        accountEnabled: true,
        country: 'Belgium',
        licences: ['Office 365 E3', 'Power BI (free)'],
        businessPhones: ['09'],
        mobilePhone: '0471',
        officeLocation: '2.1',
        preferredLanguage: 'nl-BE',
        usageLocation: 'BE',
      },
    ],
    [expect.stringMatching(/left out: DirSyncEnabled, .*Object Id, .*When created\.$/) as unknown as string],
  ],
  [
    'reported/hr-bamboohr.csv',
    { format: 'Personnel system' },
    [
      {
        employeeId: '1042',
        surname: 'Doe',
        givenName: 'Pat',
        displayName: 'Pat Doe',
        userPrincipalName: 't42a@contoso.com',
        jobTitle: 'Clerk',
        department: 'HR',
        officeLocation: 'Gent',
      },
    ],
    [namedBy('Work Email'), leftOut('Preferred Name, Hire Date, Reporting to'), made],
  ],
  [
    'reported/hr-personio.csv',
    { format: 'Personnel system' },
    [
      {
        employeeId: '00042',
        surname: 'Müller',
        givenName: 'Pat',
        displayName: 'Pat Müller',
        userPrincipalName: 't42b@contoso.com',
        jobTitle: 'Referent',
        department: 'HR',
        officeLocation: 'Köln',
      },
    ],
    [namedBy('E-Mail'), leftOut('Eintrittsdatum'), made],
  ],
  ['reported/pipes.csv', { format: 'Microsoft 365' }, [{ displayName: 'Ten B', licences: ['STANDARDPACK'] }], []],
  ['reported/powershell-type-line.csv', {}, [{ userPrincipalName: 't40a@contoso.com', usageLocation: 'BE' }], []],
  [
    'reported/title-rows.csv',
    { format: 'Microsoft 365' },
    [{ userPrincipalName: 't13a@contoso.com', otherMails: ['t13a@example.net'] }],
    ['The headings are those of line 4; 2 lines of text above them left out.'],
  ],
  [
    'found/entra-download-of-2021.csv',
    { format: 'Microsoft Graph' },
    [
      { userPrincipalName: 'f.entra1@contoso.com', officeLocation: '2.14', otherMails: ['femke@example.net'] },
      { userPrincipalName: 'f.entra2@contoso.com', accountEnabled: false },
    ],
    [
      leftOut(
        'mail, objectId, userType, authenticationPhoneNumber, authenticationAlternativePhoneNumber, authenticationEmail, ageGroup, consentProvidedForMinor, legalAgeGroupClassification',
      ),
    ],
  ],
  [
    'found/hr-studio.csv',
    { format: 'Personnel system' },
    [
      { employeeId: 'E001', userPrincipalName: 'hana.weller@contoso.com', displayName: 'Hana Weller' },
      { employeeId: 'E002', officeLocation: 'Porto', jobTitle: 'Developer' },
    ],
    [namedBy('Work Email'), leftOut('FTE, Start Date, End Date, Manager Email'), made],
  ],
  [
    'found/hr-payroll-de.csv',
    { format: 'Personnel system' },
    [
      { employeeId: '1001', userPrincipalName: 'hanna.huebner@contoso.com', displayName: 'Hanna Hübner' },
      { employeeId: '1002', mobilePhone: '0151 5550102' },
    ],
    [
      namedBy('E-Mail'),
      leftOut('Geburtsdatum, IBAN, Beschäftigungsart, Eintritt, Befristet bis, Stundenlohn, Austritt'),
      made,
    ],
  ],
  [
    'found/google-download-of-2022.csv',
    { format: 'Google Workspace' },
    [
      { displayName: 'Gerda Google', otherMails: ['gerda@example.net'], accountEnabled: true },
      { displayName: 'Gio Google', accountEnabled: false },
    ],
    [expect.stringContaining('Photos Usage [READ ONLY]') as unknown as string, made],
  ],
  [
    'found/google-gam.csv',
    { format: 'Google Workspace' },
    [
      { displayName: 'Greta Gam', accountEnabled: true, otherMails: ['greta@example.net'] },
      { displayName: 'Goran Gam', accountEnabled: false },
    ],
    [leftOut('orgUnitPath, isAdmin, creationTime, lastLoginTime')],
  ],
])('%s is read', async (name, file, drafts, notes) => {
  const found = await read(sample(name));
  expect(found.file).toMatchObject(file);
  expect(found.rows.flatMap(({ refusals = [] }) => refusals)).toEqual([]);
  expect(found.drafts).toEqual(drafts.map((draft) => expect.objectContaining(draft)));
  expect(found.file.notes).toEqual(notes);
});

test('found/m365-list-of-a-script.csv is one mapping away, and its passwords are in no cell', async () => {
  const columns = { username: 'ignored', EmailAddress: 'userPrincipalName', '*': 'ignored' };
  const { drafts, rows } = await read(sample('found/m365-list-of-a-script.csv'), undefined, { columns });
  expect(drafts).toMatchObject([
    { userPrincipalName: 'f.fields@contoso.com', displayName: 'Farah Fields', department: 'Sales' },
    { userPrincipalName: 'fi.fields@contoso.com' },
  ]);
  expect(JSON.stringify(rows.map(({ cells }) => cells))).not.toMatch(/Cobalt|Amber/);
});

test('all forty people of whose rows Excel left out the end', async () => {
  const { drafts, rows } = await read(sample('reported/excel-missing-trailing-separators.csv'));
  expect(rows.filter(({ refusals }) => refusals)).toEqual([]);
  expect(drafts).toHaveLength(40);
  expect(drafts.filter((draft) => draft?.city === 'Gent').length).toBeGreaterThan(0);
});

test('a list of people without headings says so, and tells nothing of them', async () => {
  const refusals = await refusalsOf('ada@contoso.com,Ada,Cobalt-Meadow-42\nben@contoso.com,Ben,Amber-Harbour-17\n');
  expect(refusals).toEqual([{ code: 'HeadingsUnknown', fact: 'line 1 has a person where headings should be' }]);
});
