/** The headings of Microsoft's other files, and our own. */
import { type PersonProperty, personProperties } from '../person-properties.ts';
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
  ...(Object.fromEntries(Object.keys(personProperties).map((name) => [name, name])) as Record<PersonProperty, Column>),
  physicalDeliveryOfficeName: 'officeLocation',
  telephoneNumber: 'businessPhones',
  mobile: 'mobilePhone',
  alternateEmailAddress: 'otherMails',
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

/** Exchange's hybrid migration: how a mailbox is moved, and where to, is no matter of the directory. */
export const hybridHeadings: Readonly<Record<string, Column>> = {
  EmailAddress: 'userPrincipalName',
  TargetDatabase: 'ignored',
  TargetArchiveDatabase: 'ignored',
  ArchiveDomain: 'ignored',
  TargetDeliveryDomain: 'ignored',
  BadItemLimit: 'ignored',
  LargeItemLimit: 'ignored',
  MailboxType: 'ignored',
};

/** Exchange's IMAP migration: user name and password open the mailbox of the old system, so nobody may sign in by them here. */
export const imapHeadings: Readonly<Record<string, Column>> = {
  EmailAddress: 'userPrincipalName',
  UserName: 'ignored',
  Password: 'foreignPassword',
  UserRoot: 'ignored',
};
