/** The headings of lists of a directory on premises. */
import type { Meaning } from './columns.ts';

/**
 * Active Directory: attributes by the names of LDAP (`csvde`, `ldifde`, the list of Users and Computers) and by those
 * of `Get-ADUser`, which writes both. Of `userAccountControl` only whether the account is disabled is taken.
 */
export const activeDirectoryHeadings: Readonly<Record<string, Meaning>> = {
  userPrincipalName: 'userPrincipalName',
  'User Logon Name': 'userPrincipalName',
  mail: 'userPrincipalName??',
  EmailAddress: 'userPrincipalName??',
  displayName: 'displayName',
  Name: 'displayName?',
  cn: 'displayName??',
  givenName: 'givenName',
  Surname: 'surname',
  sn: 'surname?',
  Title: 'jobTitle',
  Department: 'department',
  Office: 'officeLocation',
  physicalDeliveryOfficeName: 'officeLocation?',
  OfficePhone: 'businessPhones',
  telephoneNumber: 'businessPhones',
  otherTelephone: 'ignored',
  MobilePhone: 'mobilePhone',
  mobile: 'mobilePhone?',
  Fax: 'faxNumber',
  facsimileTelephoneNumber: 'faxNumber?',
  StreetAddress: 'streetAddress',
  street: 'streetAddress?',
  City: 'city',
  l: 'city?',
  State: 'state',
  st: 'state?',
  PostalCode: 'postalCode',
  co: 'country',
  Country: 'country?',
  c: 'usageLocation?',
  countryCode: 'ignored',
  EmployeeID: 'employeeId',
  EmployeeNumber: 'employeeId?',
  preferredLanguage: 'preferredLanguage',
  mailNickname: 'mailNickname',
  Enabled: 'accountEnabled',
  userAccountControl: 'suspended',
  sAMAccountName: 'ignored',
  'Pre-Windows 2000 Logon Name': 'ignored',
  userPassword: 'foreignPassword',
  unicodePwd: 'foreignPassword',
  company: 'ignored',
  description: 'ignored',
  manager: 'ignored',
  memberOf: 'ignored',
  DN: 'ignored',
  distinguishedName: 'ignored',
  objectClass: 'ignored',
  objectGUID: 'ignored',
  objectSid: 'ignored',
  SID: 'ignored',
  whenCreated: 'ignored',
  whenChanged: 'ignored',
};

/** What only a list of Active Directory has, folded. */
export const activeDirectoryMark =
  /^(?:dn|distinguishedname|objectclass|objectcategory|objectguid|objectsid|sid|samaccountname|useraccountcontrol|prewindows2000logonname)$/;

/** Any other attribute, folded: a schema has hundreds, and an organisation adds its own. */
export const attributeName = /^[a-z][a-z0-9]*$/;
