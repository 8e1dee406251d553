/** Every format of file that is known, ready to be looked up by heading. */

import { activeDirectoryHeadings, activeDirectoryMark, attributeName } from './active-directory-headings.ts';
import type { Column, Meaning } from './columns.ts';
import { cognitoHeadings, googleHeadings, oktaHeadings } from './directory-headings.ts';
import { foldedKeys, headingKey } from './heading-key.ts';
import {
  exchangeMigrationUserHeadings,
  exchangeMigrationUserMark,
  exchangeRecipientHeadings,
  exchangeRecipientMark,
  exportedGraphHeadings,
  exportedUserHeadings,
} from './microsoft-exports.ts';
import { templateOrder, templates } from './microsoft-headings.ts';
import {
  graphHeadings,
  hybridHeadings,
  imapHeadings,
  ownHeadings,
  powerShellHeadings,
  stagedHeadings,
} from './other-headings.ts';
import { personnelHeadings } from './personnel-headings.ts';

/** What kind of file it is, by the name of what writes it. */
export type FormatName =
  | 'Microsoft 365'
  | 'Entra'
  | 'Microsoft 365 export'
  | 'Microsoft Graph'
  | 'Active Directory'
  | 'PowerShell'
  | 'Exchange staged migration'
  | 'Exchange IMAP migration'
  | 'Exchange hybrid migration'
  | 'Exchange recipients'
  | 'Exchange migration users'
  | 'Google Workspace'
  | 'Okta'
  | 'Cognito'
  | 'Personnel system';

/** A format: its headings, folded, and what stands in for a display name where the format has none. */
export type Format = {
  name: FormatName;
  language?: string;
  columns: ReadonlyMap<string, Meaning>;
  displayNameFrom?: 'user name' | 'first and last name';
  /** Further headings, folded, that are known and have no use here. */
  ignores?: RegExp;
  /** A heading, folded, without which a file is not of this format. */
  mark?: RegExp;
};

const templateFormats = templates.map(({ language, headings, also = {} }): Format => {
  const inOrder = headings
    .split(',')
    .map((heading, index) => [headingKey(heading), templateOrder[index] as Column] as const);
  const others = Object.entries(also).flatMap(([column, more]) =>
    more.map((heading) => [headingKey(heading), column as Column] as const),
  );
  return { name: 'Microsoft 365', language, columns: new Map([...inOrder, ...others]) };
});

/** Entra's headings are labels in any language with Graph's property in brackets. */
export const entra: Format = { name: 'Entra', columns: foldedKeys(graphHeadings) };

/** Every other format; of two that know a file equally well, the one that comes first is meant. */
export const formats: readonly Format[] = [
  ...templateFormats,
  { name: 'Microsoft Graph', columns: foldedKeys({ ...exportedGraphHeadings, ...graphHeadings }) },
  { name: 'Microsoft 365 export', columns: foldedKeys(exportedUserHeadings) },
  { name: 'PowerShell', columns: foldedKeys(powerShellHeadings) },
  {
    name: 'Active Directory',
    columns: foldedKeys(activeDirectoryHeadings),
    ignores: attributeName,
    mark: activeDirectoryMark,
  },
  { name: 'Exchange staged migration', columns: foldedKeys(stagedHeadings), displayNameFrom: 'user name' },
  { name: 'Exchange IMAP migration', columns: foldedKeys(imapHeadings), displayNameFrom: 'user name' },
  { name: 'Exchange hybrid migration', columns: foldedKeys(hybridHeadings), displayNameFrom: 'user name' },
  {
    name: 'Exchange recipients',
    columns: foldedKeys(exchangeRecipientHeadings),
    displayNameFrom: 'user name',
    // A mailbox has some 250 properties, and each release more.
    ignores: attributeName,
    mark: exchangeRecipientMark,
  },
  {
    name: 'Exchange migration users',
    columns: foldedKeys(exchangeMigrationUserHeadings),
    displayNameFrom: 'user name',
    ignores: attributeName,
    mark: exchangeMigrationUserMark,
  },
  {
    name: 'Google Workspace',
    columns: foldedKeys(googleHeadings),
    displayNameFrom: 'first and last name',
    // Google's download says here how an account was used; GAM lists whatever the API has.
    ignores:
      /\[readonly\]$|^(?:name|organizations|externalids|phones|emails|aliases|addresses|relations|languages|ims|websites|locations|posixaccounts|sshpublickeys|noneditablealiases|customschemas|keywords|gender|notes)\b|^(?:id|orgunitpath|isadmin|isdelegatedadmin|archived|suspensionreason|creationtime|lastlogintime|deletiontime|agreedtoterms|changepasswordatnextlogin|includeinglobaladdresslist|ipwhitelisted|ismailboxsetup|isenrolledin2sv|isenforcedin2sv|isguestuser|recoveryphone|customerid|thumbnailphotourl|kind|etag)$/,
  },
  { name: 'Okta', columns: foldedKeys(oktaHeadings), displayNameFrom: 'first and last name' },
  {
    name: 'Cognito',
    columns: foldedKeys(cognitoHeadings),
    displayNameFrom: 'first and last name',
    // Each pool has attributes of its own.
    ignores: /^(dev:)?custom:/,
  },
  { name: 'Personnel system', columns: foldedKeys(personnelHeadings) },
];

/** The columns that Muster adds to any of them. */
export const ownColumns: ReadonlyMap<string, Meaning> = foldedKeys<Meaning>(ownHeadings);
