/** Every kind of file that people are known to have, in the order in which they are described, with one person in it. */
import iconv from 'iconv-lite';
import type { Draft } from '../../../shared/domain/people/draft.ts';
import { read, refusalsOf } from '../reading.ts';

/** A heading line, the cells of one row by their headings, and what must come out. */
type Known = [name: string, headings: string, cells: Record<string, string>, format: string, draft: Draft];

const ada = { userPrincipalName: 'ada@contoso.com', displayName: 'Ada' };
const inCells = (userName: string, displayName: string) => ({ [userName]: 'ada@contoso.com', [displayName]: 'Ada' });
const migrated = { userPrincipalName: 'ada@contoso.com', displayName: 'ada', migratedMailbox: true };

const google =
  'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Password Hash Function [UPLOAD ONLY],Org Unit Path [Required],New Primary Email [UPLOAD ONLY],Status [READ ONLY],Last Sign In [READ ONLY],Recovery Email,Home Secondary Email,Work Secondary Email,Recovery Phone [MUST BE IN THE E.164 FORMAT],Work Phone,Home Phone,Mobile Phone,Work Address,Home Address,Employee ID,Employee Type,Employee Title,Manager Email,Department,Cost Center,2sv Enrolled [READ ONLY],2sv Enforced [READ ONLY],Building ID,Floor Name,Floor Section,Email Usage [READ ONLY],Drive Usage [READ ONLY],Total Storage [READ ONLY],Change Password at Next Sign-In,New Status [UPLOAD ONLY],New Licenses [UPLOAD ONLY],Advanced Protection Program enrollment';

const okta =
  'login,firstName,lastName,middleName,honorificPrefix,honorificSuffix,email,title,displayName,nickName,profileUrl,secondEmail,mobilePhone,primaryPhone,streetAddress,city,state,zipCode,countryCode,postalAddress,preferredLanguage,locale,timezone,userType,employeeNumber,costCenter,organization,division,department,managerId,manager';

const files: Known[] = [
  [
    '1: Microsoft 365 of 2020, with blanks that are one space',
    'User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,Mobile Phone,Fax,Address,City,State or Province,ZIP or Postal Code,Country or Region',
    { ...inCells('User Name', 'Display Name'), 'Job Title': ' ', Fax: '1' },
    'Microsoft 365',
    { ...ada, faxNumber: '1' },
  ],
  [
    '1: Microsoft 365 of 2023',
    'Username,First name,Last name,Display name,Job title,Department,Office number,Office phone,Mobile phone,Fax,Alternate email address,Address,City,State or province,ZIP or postal code,Country or region',
    { ...inCells('Username', 'Display name'), 'Alternate email address': 'a@example.net' },
    'Microsoft 365',
    { ...ada, otherMails: ['a@example.net'] },
  ],
  [
    '1: in German, whose office number is called a telephone',
    'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Telefon – Geschäftlich,Telefon (geschäftlich),Mobiltelefon,Fax,Alternative E-Mail-Adresse,Adresse,Ort,Bundesstaat,Postleitzahl,Land oder Region',
    { ...inCells('Benutzername', 'Anzeigename'), 'Telefon – Geschäftlich': '12', 'Telefon (geschäftlich)': '030' },
    'Microsoft 365',
    { ...ada, officeLocation: '12', businessPhones: ['030'] },
  ],
  [
    '1: in Spanish',
    'Nombre de usuario,Nombre,Apellidos,Nombre para mostrar,Puesto,Departamento,Número del trabajo,Teléfono del trabajo,Teléfono móvil,Número de fax,Dirección,Ciudad,Estado o provincia,Código postal,País o región',
    { ...inCells('Nombre de usuario', 'Nombre para mostrar'), 'País o región': 'España' },
    'Microsoft 365',
    { ...ada, country: 'España' },
  ],
  [
    '1: in Dutch',
    'Gebruikersnaam,Voornaam,Achternaam,Weergavenaam,Functie,Afdeling,Toestelnummer,Zakelijk nummer,Mobiel nummer,Fax,Adres,Plaats,Provincie,Postcode,Land of regio',
    { ...inCells('Gebruikersnaam', 'Weergavenaam'), Plaats: 'Delft' },
    'Microsoft 365',
    { ...ada, city: 'Delft' },
  ],
  [
    '2: Entra, which asks whether to block, with blanks around the user name',
    'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Job title [jobTitle],Department [department],Usage location [usageLocation],Street address [streetAddress],State or province [state],Country or region [country],Office [physicalDeliveryOfficeName],City [city],ZIP or postal code [postalCode],Office phone [telephoneNumber],Mobile phone [mobile]',
    {
      'Name [displayName] Required': 'Ada',
      'User name [userPrincipalName] Required': ' ada@contoso.com ',
      'Block sign in (Yes/No) [accountEnabled] Required': 'No',
    },
    'Entra',
    { ...ada, accountEnabled: true },
  ],
  [
    '3: the script of 2020',
    'UserPrincipalName,FirstName,LastName,DisplayName,UsageLocation,AccountSkuId',
    { ...inCells('UserPrincipalName', 'DisplayName'), AccountSkuId: 'contoso:ENTERPRISEPACK' },
    'PowerShell',
    { ...ada, licences: ['ENTERPRISEPACK'] },
  ],
  [
    '3: the script of 2024',
    'UserPrincipalName,FirstName,LastName,DisplayName,UsageLocation,MailNickname',
    { ...inCells('UserPrincipalName', 'DisplayName'), MailNickname: 'al' },
    'PowerShell',
    { ...ada, mailNickname: 'al' },
  ],
  [
    '4: a staged migration, where a blank takes what holds for all',
    'EmailAddress,Password,ForceChangePassword',
    { EmailAddress: 'ada@contoso.com', Password: 'Pa55-word!', ForceChangePassword: '' },
    'Exchange staged migration',
    { ...migrated, password: 'Pa55-word!' },
  ],
  ...['PrimaryOnly', 'ArchiveOnly', 'PrimaryAndArchive', ''].map(
    (MailboxType): Known => [
      `4: a hybrid migration of ${MailboxType || 'the type that holds for all'}`,
      'EmailAddress,BadItemLimit,LargeItemLimit,MailboxType',
      { EmailAddress: 'ada@contoso.com', BadItemLimit: '10', MailboxType },
      'Exchange hybrid migration',
      migrated,
    ],
  ),
  [
    '4: an IMAP migration, whose password opens the old system',
    'EmailAddress,UserName,Password',
    { EmailAddress: 'ada@contoso.com', UserName: 'old', Password: 'old-secret' },
    'Exchange IMAP migration',
    migrated,
  ],
  [
    '5: Google Workspace, as it is downloaded',
    google,
    {
      ...Object.fromEntries(google.split(',').map((heading) => [heading, ''])),
      'First Name [Required]': 'Ada',
      'Last Name [Required]': 'Lovelace',
      'Email Address [Required]': 'ada@contoso.com',
      'Password [Required]': '****',
      'Org Unit Path [Required]': '/London',
      'Status [READ ONLY]': 'Suspended',
      'Last Sign In [READ ONLY]': 'Never logged in',
      'Recovery Email': 'a@example.net',
      'Home Secondary Email': 'b@example.net',
      'Work Phone': '1',
      'Mobile Phone': '2',
      'Work Address': 'Main Street 1',
      'Employee ID': '7',
      'Employee Title': 'Analyst',
      Department: 'IT',
      'Building ID': 'B1',
      'Change Password at Next Sign-In': 'TRUE',
    },
    'Google Workspace',
    {
      userPrincipalName: 'ada@contoso.com',
      displayName: 'Ada Lovelace',
      givenName: 'Ada',
      surname: 'Lovelace',
      accountEnabled: false,
      otherMails: ['a@example.net', 'b@example.net'],
      businessPhones: ['1'],
      mobilePhone: '2',
      streetAddress: 'Main Street 1',
      employeeId: '7',
      jobTitle: 'Analyst',
      department: 'IT',
      officeLocation: 'B1',
    },
  ],
  [
    '5: Google Workspace, made active again',
    google,
    {
      'Email Address [Required]': 'ada@contoso.com',
      'First Name [Required]': 'Ada',
      'Status [READ ONLY]': 'Suspended',
      'New Status [UPLOAD ONLY]': 'Active',
    },
    'Google Workspace',
    { ...ada, givenName: 'Ada', accountEnabled: true },
  ],
  [
    '5: Okta',
    okta,
    {
      ...Object.fromEntries(okta.split(',').map((heading) => [heading, heading])),
      login: 'ada@contoso.com',
      secondEmail: 'a@example.net',
      preferredLanguage: 'en',
    },
    'Okta',
    {
      userPrincipalName: 'ada@contoso.com',
      displayName: 'displayName',
      givenName: 'firstName',
      surname: 'lastName',
      jobTitle: 'title',
      otherMails: ['a@example.net'],
      mobilePhone: 'mobilePhone',
      businessPhones: ['primaryPhone'],
      streetAddress: 'streetAddress',
      city: 'city',
      state: 'state',
      postalCode: 'zipCode',
      usageLocation: 'countryCode',
      preferredLanguage: 'en',
      employeeId: 'employeeNumber',
      department: 'department',
    },
  ],
  [
    '5: Okta, with what it requires alone',
    'login,firstName,lastName,email',
    { login: 'ada@contoso.com', firstName: 'Ada', lastName: 'Lovelace', email: 'ada@contoso.com' },
    'Okta',
    { userPrincipalName: 'ada@contoso.com', displayName: 'Ada Lovelace', givenName: 'Ada', surname: 'Lovelace' },
  ],
  [
    '5: Cognito',
    'cognito:username,name,given_name,family_name,email,email_verified,phone_number',
    { 'cognito:username': 'ada@contoso.com', name: 'Ada', email: 'a@example.net', phone_number: '+44' },
    'Cognito',
    { ...ada, otherMails: ['a@example.net'], mobilePhone: '+44' },
  ],
  [
    '6: our own columns beside any of them',
    'User Name,Display Name,Usage Location,Licenses,Roles,Password,Force Change Password,Send Credentials To,Block Sign In,Preferred Language',
    {
      ...inCells('User Name', 'Display Name'),
      'Usage Location': 'NL',
      Licenses: 'ENTERPRISEPACK;EMS',
      Roles: 'User Administrator',
      Password: 'Pa55-word!',
      'Force Change Password': 'No',
      'Send Credentials To': 'x@example.net',
      'Block Sign In': 'Yes',
      'Preferred Language': 'nl',
    },
    'Microsoft 365',
    {
      ...ada,
      usageLocation: 'NL',
      licences: ['ENTERPRISEPACK', 'EMS'],
      roles: ['User Administrator'],
      password: 'Pa55-word!',
      mustChangePassword: false,
      sendCredentialsTo: ['x@example.net'],
      accountEnabled: false,
      preferredLanguage: 'nl',
    },
  ],
];

test.each(files)('%s', async (_, headings, cells, format, draft) => {
  const names = headings.split(',');
  expect(names).toEqual(expect.arrayContaining(Object.keys(cells)));
  const { file, drafts } = await read(`${headings}\r\n${names.map((name) => cells[name] ?? '').join(',')}\r\n`);
  expect(file.format).toBe(format);
  expect(drafts).toEqual([draft]);
});

const sheet = 'Gebruikersnaam;Weergavenaam;Plaats\r\nzoe@contoso.com;Zoë;"’s-\r\nGravenhage"\r\n\r\n;;\r\n';
const zoe = { userPrincipalName: 'zoe@contoso.com', displayName: 'Zoë', city: '’s-\r\nGravenhage' };
const tabs = sheet.replaceAll(';', '\t');

test.each<[string, Uint8Array]>([
  ['UTF-8', Buffer.from(sheet)],
  ['UTF-8 with a mark', Buffer.from(`\ufeff${sheet}`)],
  ['Unicode text: UTF-16LE with tabs', Buffer.from(`\ufeff${tabs}`, 'utf16le')],
  ['UTF-16BE with tabs', Buffer.from(`\ufeff${tabs}`, 'utf16le').swap16()],
  ['Windows-1252 with semicolons', iconv.encode(sheet, 'windows-1252')],
  ['a separator line', Buffer.from(`sep=;\r\n${sheet}`)],
  ['without a last line end', Buffer.from(sheet.replace(/\s*;;\s*$/, ''))],
  ['empty columns at the end', Buffer.from(sheet.replaceAll('\r\n\r\n', ';;;\r\n').replace('Plaats', 'Plaats;;;'))],
])('7: %s', async (_, bytes) => {
  for (const pieceSize of [1, 3, 65_536]) expect((await read(bytes, pieceSize)).drafts).toEqual([zoe]);
});

test('7: the heading row never becomes a person, whatever is wrong with it', async () => {
  expect(await refusalsOf('User Name,Display Name\n')).toEqual([{ code: 'HeaderOnly' }]);
  expect(await refusalsOf('Aanspreking,Postbus\nAda,ada@contoso.com\n')).toMatchObject([{ code: 'HeadingsUnknown' }]);
});
