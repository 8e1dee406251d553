/** Lists of directories and of personnel systems: what each heading is taken for. */
import type { Column } from '../../../shared/domain/dialects/columns.ts';
import { draftFromRow } from '../../../shared/domain/dialects/draft-from-row.ts';
import { recogniseHeadings } from '../../../shared/domain/dialects/headings.ts';
import { Refused } from '../../../shared/domain/refusals.ts';

const columnsOf = (line: string) => recogniseHeadings(line.split(';')).columns;
const draftOf = (cells: Record<string, string>) =>
  draftFromRow(recogniseHeadings(Object.keys(cells)), Object.values(cells));

test.each<[string, string, string]>([
  [
    'Get-ADUser',
    'DistinguishedName;Enabled;GivenName;Name;ObjectClass;ObjectGUID;SamAccountName;SID;Surname;UserPrincipalName',
    'ignored;accountEnabled;givenName;displayName;ignored;ignored;ignored;ignored;surname;userPrincipalName',
  ],
  [
    'Get-ADUser with all properties, which writes both names of many',
    'DistinguishedName;mobile;MobilePhone;sn;Surname;l;City;Office;physicalDeliveryOfficeName;msExchVersion;UserPrincipalName;DisplayName;Name;CN',
    'ignored;ignored;mobilePhone;ignored;surname;ignored;city;officeLocation;ignored;ignored;userPrincipalName;displayName;ignored;ignored',
  ],
  [
    'csvde',
    'DN;objectClass;cn;sn;title;physicalDeliveryOfficeName;telephoneNumber;givenName;displayName;userAccountControl;sAMAccountName;userPrincipalName;mail;mobile;l;st;c;co;msDS-SupportedEncryptionTypes',
    'ignored;ignored;ignored;surname;jobTitle;officeLocation;businessPhones;givenName;displayName;suspended;ignored;userPrincipalName;ignored;mobilePhone;city;state;usageLocation;country;ignored',
  ],
  [
    'Get-MsolUser',
    'UserPrincipalName;DisplayName;isLicensed;BlockCredential;Title;Office;PhoneNumber;WhenCreated;ValidationStatus',
    'userPrincipalName;displayName;ignored;blockSignIn;jobTitle;officeLocation;businessPhones;ignored;ignored',
  ],
  [
    'Get-MgUser',
    'DisplayName;Id;Mail;UserPrincipalName;OnPremisesSyncEnabled;SignInActivity;AdditionalProperties',
    'displayName;ignored;ignored;userPrincipalName;ignored;ignored;ignored',
  ],
  ['Get-MgUser, of which only the mailbox was taken', 'DisplayName;Mail', 'displayName;userPrincipalName'],
  [
    'Workday',
    'Employee ID;Worker;Legal First Name;Legal Last Name;Email - Primary Work;Business Title;Supervisory Organization;Location;Cost Center;Hire Date;Worker Type',
    'employeeId;displayName;givenName;surname;userPrincipalName;jobTitle;ignored;officeLocation;ignored;ignored;ignored',
  ],
  [
    'SAP SuccessFactors',
    'User ID;First Name;Last Name;Business Email Information Email Address;Job Title;Department;Division;Location',
    'ignored;givenName;surname;userPrincipalName;jobTitle;department;ignored;officeLocation',
  ],
  [
    'ADP',
    'Position ID;File Number;Associate ID;Payroll Name;Legal First Name;Legal Last Name;Work Email;Home Department;Position Status',
    'ignored;ignored;employeeId;surnameAndGivenName;givenName;surname;userPrincipalName;department;suspended',
  ],
  [
    'Gusto, Rippling and HiBob',
    'First name;Last name;Email;Work email;Personal email;Title;Job title;Department;Start date;Employment status;Manager',
    'givenName;surname;ignored;userPrincipalName;otherMails;ignored;jobTitle;department;ignored;suspended;ignored',
  ],
  [
    'AFAS',
    'Medewerker;Roepnaam;Tussenvoegsel;Achternaam;E-mail werk;E-mail privé;Functie;Afdeling;Datum in dienst;Kostenplaats;BSN',
    'displayName;givenName;ignored;surname;userPrincipalName;otherMails;jobTitle;department;ignored;ignored;ignored',
  ],
  [
    'DATEV',
    'Pers.-Nr.;Name;Vorname;Geburtsdatum;E-Mail;Kostenstelle;Eintritt;Austritt',
    'employeeId;surname;givenName;ignored;userPrincipalName;ignored;ignored;ignored',
  ],
  [
    '北森 and 钉钉',
    '工号;姓名;部门;职位;手机号;邮箱;入职日期;直属主管;办公地点',
    'employeeId;displayName;department;jobTitle;mobilePhone;userPrincipalName;ignored;ignored;officeLocation',
  ],
  [
    'a French list',
    'Matricule;Nom;Prénom;Courriel;Poste;Service',
    'employeeId;surname;givenName;userPrincipalName;jobTitle;department',
  ],
  [
    'a Spanish list',
    'Nombre;Apellidos;Correo electrónico;Cargo;Área',
    'givenName;surname;userPrincipalName;jobTitle;department',
  ],
])('%s', (_, line, columns) => {
  expect(columnsOf(line)).toEqual(columns.split(';') as Column[]);
});

test.each([
  ['User Name;Display Name;Email', ['userPrincipalName', 'displayName', 'ignored']],
  ['Work Email;Email;Name', ['userPrincipalName', 'ignored', 'displayName']],
  ['Name;Vorname;Benutzername', ['surname', 'givenName', 'userPrincipalName']],
  ['Name;Nachname;Benutzername', ['displayName', 'surname', 'userPrincipalName']],
  ['First Name;Name;Email', ['givenName', 'displayName', 'userPrincipalName']],
])('a guess gives way to what is certain: %s', (line, columns) => {
  expect(columnsOf(line)).toEqual(columns);
});

test('two headings that are equally good are refused, once', () => {
  const refused = (line: string) => {
    try {
      return columnsOf(line);
    } catch (error) {
      return error instanceof Refused ? error.refusals : error;
    }
  };
  expect(refused('Work Email;Business Email;Name')).toEqual([
    { code: 'DuplicateHeadings', fact: 'Work Email, Business Email' },
  ]);
  // Neither has a use, so that nobody has to take one away.
  expect(columnsOf('User Name;Display Name;Manager;Manager')).toHaveLength(4);
});

test.each([
  [{ 'First Name': 'Pat', 'Last Name': 'Doe' }, 'Pat Doe'],
  [{ 'First Name': '伟', 'Last Name': '张' }, '张伟'],
  [{ 'First Name': '민준', 'Last Name': '김' }, '김민준'],
  [{ 'First Name': '伟', 'Last Name': 'Zhang' }, '伟 Zhang'],
  [{ 'First Name': 'Pat', 'Last Name': '' }, 'Pat'],
  [{ 'Last Name, First Name': 'Doe, Pat' }, 'Pat Doe'],
  [{ 'Nachname, Vorname': 'von der Heide, Ännchen' }, 'Ännchen von der Heide'],
  [{ 'Last Name, First Name': '张，伟' }, '张伟'],
  [{ 'Last Name, First Name': 'Pat Doe' }, 'Pat Doe'],
])('%p gives the display name %s', (cells, displayName) => {
  expect(draftOf({ Email: 'a@contoso.com', ...(cells as Record<string, string>) })).toMatchObject({
    draft: { displayName },
  });
});

test('addresses alone are no list of people', () => {
  expect(() => columnsOf('Email')).toThrow(
    expect.objectContaining({ refusals: [expect.objectContaining({ code: 'HeadingMissing', target: 'displayName' })] }),
  );
});

test('a blank display name in a column for it stays at fault', () => {
  const cells = { 'User Name': 'a@contoso.com', 'Display Name': '', 'First Name': 'Pat', 'Last Name': 'Doe' };
  expect(draftOf(cells)).not.toHaveProperty('draft.displayName');
});

test.each([
  ['userAccountControl', '514', false],
  ['userAccountControl', '66050', false],
  ['userAccountControl', '512', true],
  ['Status', 'Inactive', false],
  ['Status', 'Active', true],
  ['Status', 'On leave', true],
  ['Status', 'Ausgeschieden', false],
  ['Status', 'Uit dienst', false],
  ['在职状态', '离职', false],
  ['Block credential', 'True', false],
])('%s %s: may sign in %p', (heading, cell, accountEnabled) => {
  const cells = { UserPrincipalName: 'a@contoso.com', DisplayName: 'A', [heading]: cell };
  expect(draftOf(cells)).toMatchObject({ draft: { accountEnabled } });
});

test('what PowerShell writes in place of a list is nothing', () => {
  const cells = {
    userPrincipalName: 'a@contoso.com',
    displayName: 'A',
    businessPhones: 'System.String[]',
    otherMails: 'System.Collections.Generic.List`1[System.String]',
    assignedLicenses: 'Microsoft.Graph.PowerShell.Models.MicrosoftGraphAssignedLicense[]',
  };
  expect(draftOf(cells)).toEqual({ draft: { userPrincipalName: 'a@contoso.com', displayName: 'A' } });
});
