import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { templateOrder, templateOrder2020 } from '../../../shared/domain/dialects/microsoft-headings.ts';
import { Refused } from '../../../shared/domain/refusals.ts';

const recognise = (line: string) => recogniseHeadings(line.split(','));

const refusals = (line: string) => {
  try {
    return recognise(line).format;
  } catch (error) {
    if (error instanceof Refused) return error.refusals;
    throw error;
  }
};

const english =
  'User Name,First Name,Last Name,Display Name,Job Title,Department,Office Number,Office Phone,Mobile Phone,Fax,Address,City,State or Province,ZIP or Postal Code,Country or Region';

test.each([
  ['en', 'the template of 2020', english],
  [
    'de',
    'the labels of the help page',
    'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Büronummer,Rufnummer,Mobiltelefon,Fax,Adresse,Ort,Bundesland oder Kanton,PLZ,Land oder Region',
  ],
  [
    'es',
    'the template',
    'Nombre de usuario,Nombre,Apellidos,Nombre para mostrar,Puesto,Departamento,Número del trabajo,Teléfono del trabajo,Teléfono móvil,Número de fax,Dirección,Ciudad,Estado o provincia,Código postal,País o región',
  ],
  [
    'nl',
    'the labels of the help page',
    'Gebruikersnaam,Voornaam,Achternaam,Weergavenaam,Functie,Afdeling,Toestelnummer,Zakelijk nummer,Mobiel nummer,Fax,Adres,Plaats,Provincie,Postcode,Land of regio',
  ],
])('Microsoft 365 of 15 columns, %s: %s', (language, _, line) => {
  expect(recognise(line)).toMatchObject({ format: 'Microsoft 365', language, columns: templateOrder2020, notes: [] });
});

test.each([
  ['en', 'since 2023', english.replace('Fax,', 'Fax,Alternate email address,')],
  [
    'en',
    'in the newer spelling',
    'Username,First name,Last name,Display name,Job title,Department,Office number,Office phone,Mobile phone,Fax,Alternate email address,Address,City,State or province,ZIP or postal code,Country or region',
  ],
  [
    'de',
    'with an en dash',
    'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Telefon – Geschäftlich,Telefon (geschäftlich),Mobiltelefon,Fax,Alternative E-Mail-Adresse,Adresse,Ort,Bundesstaat,Postleitzahl,Land oder Region',
  ],
  [
    'de',
    'with a hyphen',
    'Benutzername,Vorname,Nachname,Anzeigename,Position,Abteilung,Telefon - Geschäftlich,Telefon (geschäftlich),Mobiltelefon,Fax,Alternative E-Mail-Adresse,Adresse,Ort,Bundesstaat,Postleitzahl,Land oder Region',
  ],
  [
    'nl',
    'with our guess',
    'Gebruikersnaam,Voornaam,Achternaam,Weergavenaam,Functie,Afdeling,Toestelnummer,Zakelijk nummer,Mobiel nummer,Fax,Alternatief e-mailadres,Adres,Plaats,Provincie,Postcode,Land of regio',
  ],
])('Microsoft 365 of 16 columns, %s: %s', (language, _, line) => {
  expect(recognise(line)).toMatchObject({ format: 'Microsoft 365', language, columns: templateOrder, notes: [] });
});

test('known headings may stand in any order, case and spacing, and mix with ours', () => {
  expect(recognise('LICENSES,display  name,Send Credentials To,username').columns).toEqual([
    'licences',
    'displayName',
    'sendCredentialsTo',
    'userPrincipalName',
  ]);
});

test('our own columns', () => {
  const own =
    'Usage Location,Licenses,Roles,Password,Force Change Password,Send Credentials To,Block Sign In,Preferred Language';
  const { format, isMigration, columns } = recognise(`User Name,Display Name,${own}`);
  expect({ format, isMigration }).toEqual({ format: 'Microsoft 365', isMigration: false });
  expect(columns.slice(2)).toEqual([
    'usageLocation',
    'licences',
    'roles',
    'password',
    'mustChangePassword',
    'sendCredentialsTo',
    'blockSignIn',
    'preferredLanguage',
  ]);
});

test("Graph's own names, where accountEnabled means what it says", () => {
  const names =
    'userPrincipalName,displayName,mailNickname,givenName,surname,jobTitle,department,officeLocation,businessPhones,mobilePhone,faxNumber,streetAddress,city,state,postalCode,country,employeeId,preferredLanguage,usageLocation,accountEnabled,otherMails';
  expect(recognise(names)).toMatchObject({ format: 'Microsoft Graph', columns: names.split(',') });
});

test('Entra: by the name in brackets, in any language, and its accountEnabled asks whether to block', () => {
  const line =
    'Name [displayName] Required,User name [userPrincipalName] Required,Initial password [passwordProfile] Required,Block sign in (Yes/No) [accountEnabled] Required,First name [givenName],Last name [surname],Job title [jobTitle],Department [department],Usage location [usageLocation],Street address [streetAddress],State or province [state],Country or region [country],Office [physicalDeliveryOfficeName],City [city],ZIP or postal code [postalCode],Office phone [telephoneNumber],Mobile phone [mobile]';
  const columns =
    'displayName,userPrincipalName,password,blockSignIn,givenName,surname,jobTitle,department,usageLocation,streetAddress,state,country,officeLocation,city,postalCode,businessPhones,mobilePhone'.split(
      ',',
    );
  expect(recognise(line)).toMatchObject({ format: 'Entra', columns });
  expect(recognise(line.replace(/(^|,)[^[]+/g, '$1Étiquette '))).toMatchObject({ format: 'Entra', columns });
});

test.each([
  ['UserPrincipalName,FirstName,LastName,DisplayName,UsageLocation,AccountSkuId', 'licences'],
  ['UserPrincipalName,FirstName,LastName,DisplayName,UsageLocation,MailNickname', 'mailNickname'],
])("Microsoft's scripts: %s", (line, last) => {
  const columns = ['userPrincipalName', 'givenName', 'surname', 'displayName', 'usageLocation', last];
  expect(recognise(line)).toMatchObject({ format: 'PowerShell', columns, isMigration: false });
});

test.each([
  ['EmailAddress,Password,ForceChangePassword', 'staged', ['userPrincipalName', 'password', 'mustChangePassword']],
  ['EmailAddress', 'staged', ['userPrincipalName']],
  [
    'EmailAddress,BadItemLimit,LargeItemLimit,MailboxType',
    'hybrid',
    ['userPrincipalName', 'ignored', 'ignored', 'ignored'],
  ],
  ['EmailAddress,UserName,Password', 'IMAP', ['userPrincipalName', 'ignored', 'foreignPassword']],
])('Exchange: %s is a migration that needs no display name', (line, kind, columns) => {
  expect(recognise(line)).toMatchObject({
    format: `Exchange ${kind} migration`,
    isMigration: true,
    columns,
    displayNameFrom: 'user name',
  });
});

test('Google Workspace and Okta', () => {
  expect(
    recognise(
      'First Name [Required],Last Name [Required],Email Address [Required],Password [Required],Recovery Email,Work Secondary Email,New Status [UPLOAD ONLY]',
    ),
  ).toMatchObject({
    format: 'Google Workspace',
    columns: ['givenName', 'surname', 'userPrincipalName', 'foreignPassword', 'otherMails', 'otherMails', 'suspended'],
    isMigration: false,
  });
  expect(recognise('login,firstName,lastName,email,title,countryCode')).toMatchObject({
    format: 'Okta',
    columns: ['userPrincipalName', 'givenName', 'surname', 'ignored', 'jobTitle', 'usageLocation'],
  });
});

describe('headings of another language', () => {
  const swedish =
    'Användarnamn,Förnamn,Efternamn,Visningsnamn,Befattning,Avdelning,Kontorsnummer,Arbetstelefon,Mobiltelefon,Fax,Adress,Ort,Delstat,Postnummer,Land';

  test("are taken in the template's order, with a note, though short words are known by accident", () => {
    // "Mobiltelefon", "Ort" and "Land" are German, "Fax" English; each stands in its place.
    const { columns, notes, language } = recognise(swedish);
    expect(columns).toEqual(templateOrder2020);
    expect(notes).toHaveLength(1);
    expect(language).toBeUndefined();
    expect(recognise(swedish.replace('Fax,', 'Fax,Annan adress,')).columns).toEqual(templateOrder);
  });

  test('are refused in any other number', () => {
    expect(refusals(swedish.replace(',Land', ''))).toContainEqual(expect.objectContaining({ code: 'HeadingsUnknown' }));
  });

  test('are refused when a known one stands elsewhere', () => {
    expect(refusals(swedish.replace('Fax,Adress', 'Adress,Fax'))).toContainEqual(
      expect.objectContaining({ code: 'HeadingsUnknown' }),
    );
  });
});

test('a template with one strange heading is not guessed at', () => {
  expect(refusals(english.replace('Fax', 'Shoe size'))).toMatchObject([{ code: 'HeadingsUnknown', fact: 'Shoe size' }]);
  expect(refusals(english.replace('User Name', 'Usr Name'))).toMatchObject([
    { code: 'HeadingsUnknown', fact: 'Usr Name' },
    { code: 'HeadingMissing', target: 'userPrincipalName' },
  ]);
});

test('a long list of strange headings is cut', () => {
  expect(refusals(`User Name,Display Name,${Array.from({ length: 50 }, (_, index) => `x${index}`)}`)).toMatchObject([
    { fact: expect.stringMatching(/^x0, x1, .*, x19 and 30 more$/) },
  ]);
});

test.each([
  [['User Name', 'Display Name', 'x'.repeat(257)], 'column 3 has more than 256 characters'],
  [
    ['User Name', 'Display Name', ...Array.from({ length: 70 }, (_, n) => String(n).padEnd(250, 'x'))],
    'together they have more than 16384 characters',
  ],
])('headings that are too long are refused, before they are compared (mistake 4)', (headings, fact) => {
  expect(() => recogniseHeadings(headings)).toThrow(
    expect.objectContaining({ refusals: [{ code: 'HeadingsTooLong', fact }] }),
  );
});
