/** The headings of every other file that people bring along. */
import type { Column } from './columns.ts';

/** Columns that Muster adds to any file. */
export const ownHeadings: Readonly<Record<string, Column>> = {
  'Usage Location': 'usageLocation',
  Licenses: 'licences',
  Licences: 'licences',
  Roles: 'roles',
  Password: 'password',
  'Force Change Password': 'mustChangePassword',
  'Send Credentials To': 'sendCredentialsTo',
  'Block Sign In': 'blockSignIn',
  'Preferred Language': 'preferredLanguage',
  'Employee ID': 'employeeId',
};

/** Properties by the names that Entra writes in brackets, and that Graph has; Entra's older names beside them. */
export const graphHeadings: Readonly<Record<string, Column>> = {
  userPrincipalName: 'userPrincipalName',
  displayName: 'displayName',
  mailNickname: 'mailNickname',
  givenName: 'givenName',
  surname: 'surname',
  jobTitle: 'jobTitle',
  department: 'department',
  officeLocation: 'officeLocation',
  physicalDeliveryOfficeName: 'officeLocation',
  businessPhones: 'businessPhones',
  telephoneNumber: 'businessPhones',
  mobilePhone: 'mobilePhone',
  mobile: 'mobilePhone',
  faxNumber: 'faxNumber',
  otherMails: 'otherMails',
  alternateEmailAddress: 'otherMails',
  streetAddress: 'streetAddress',
  city: 'city',
  state: 'state',
  postalCode: 'postalCode',
  country: 'country',
  employeeId: 'employeeId',
  preferredLanguage: 'preferredLanguage',
  usageLocation: 'usageLocation',
  accountEnabled: 'accountEnabled',
  passwordProfile: 'password',
  assignedLicenses: 'licences',
};

/** Microsoft's scripts: `New-MsolUser` of 2020 and `New-MgUser` of 2024. */
export const powerShellHeadings: Readonly<Record<string, Column>> = {
  UserPrincipalName: 'userPrincipalName',
  FirstName: 'givenName',
  LastName: 'surname',
  DisplayName: 'displayName',
  UsageLocation: 'usageLocation',
  AccountSkuId: 'licences',
  MailNickname: 'mailNickname',
};

/** Exchange's staged migration: the password is the one that the new mailbox gets. */
export const stagedHeadings: Readonly<Record<string, Column>> = {
  EmailAddress: 'userPrincipalName',
  Password: 'password',
  ForceChangePassword: 'mustChangePassword',
};

/** Exchange's hybrid migration: how a mailbox is moved is no matter of the directory. */
export const hybridHeadings: Readonly<Record<string, Column>> = {
  EmailAddress: 'userPrincipalName',
  BadItemLimit: 'ignored',
  LargeItemLimit: 'ignored',
  MailboxType: 'ignored',
};

/** Exchange's IMAP migration: user name and password open the mailbox of the old system, so nobody may sign in by them here. */
export const imapHeadings: Readonly<Record<string, Column>> = {
  EmailAddress: 'userPrincipalName',
  UserName: 'ignored',
  Password: 'foreignPassword',
};

/** Google Workspace's upload and download. Its password is a hash or four stars, so it is not taken over. */
export const googleHeadings: Readonly<Record<string, Column>> = {
  'First Name [Required]': 'givenName',
  'Last Name [Required]': 'surname',
  'Email Address [Required]': 'userPrincipalName',
  'Password [Required]': 'foreignPassword',
  'Password Hash Function [UPLOAD ONLY]': 'ignored',
  'Org Unit Path [Required]': 'ignored',
  'New Primary Email [UPLOAD ONLY]': 'ignored',
  'Recovery Email': 'otherMails',
  'Home Secondary Email': 'otherMails',
  'Work Secondary Email': 'otherMails',
  'Recovery Phone [MUST BE IN THE E.164 FORMAT]': 'ignored',
  'Work Phone': 'businessPhones',
  'Home Phone': 'ignored',
  'Mobile Phone': 'mobilePhone',
  'Work Address': 'streetAddress',
  'Home Address': 'ignored',
  'Employee ID': 'employeeId',
  'Employee Type': 'ignored',
  'Employee Title': 'jobTitle',
  'Manager Email': 'ignored',
  Department: 'department',
  'Cost Center': 'ignored',
  'Building ID': 'officeLocation',
  'Floor Name': 'ignored',
  'Floor Section': 'ignored',
  'Change Password at Next Sign-In': 'ignored',
  'New Status [UPLOAD ONLY]': 'suspended',
  'New Licenses [UPLOAD ONLY]': 'ignored',
  'Advanced Protection Program enrollment': 'ignored',
};

/** Okta's import. `email` is the mailbox that goes with the login, so it is no other address of the person. */
export const oktaHeadings: Readonly<Record<string, Column>> = {
  login: 'userPrincipalName',
  firstName: 'givenName',
  lastName: 'surname',
  email: 'ignored',
  title: 'jobTitle',
  displayName: 'displayName',
  secondEmail: 'otherMails',
  mobilePhone: 'mobilePhone',
  primaryPhone: 'businessPhones',
  streetAddress: 'streetAddress',
  city: 'city',
  state: 'state',
  zipCode: 'postalCode',
  countryCode: 'usageLocation',
  department: 'department',
  employeeNumber: 'employeeId',
  preferredLanguage: 'preferredLanguage',
};
