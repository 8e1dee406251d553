/** Every format of file that is known, ready to be looked up by heading. */
import type { Column } from './columns.ts';
import { cognitoHeadings, googleHeadings, oktaHeadings } from './directory-headings.ts';
import { templateOrder, templates } from './microsoft-headings.ts';
import {
  graphHeadings,
  hybridHeadings,
  imapHeadings,
  ownHeadings,
  powerShellHeadings,
  stagedHeadings,
} from './other-headings.ts';

/** What kind of file it is, by the name of what writes it. */
export type FormatName =
  | 'Microsoft 365'
  | 'Entra'
  | 'Microsoft Graph'
  | 'PowerShell'
  | 'Exchange staged migration'
  | 'Exchange IMAP migration'
  | 'Exchange hybrid migration'
  | 'Google Workspace'
  | 'Okta'
  | 'Cognito';

/** A format: its headings, folded, and what stands in for a display name where the format has none. */
export type Format = {
  name: FormatName;
  language?: string;
  columns: ReadonlyMap<string, Column>;
  displayNameFrom?: 'user name' | 'first and last name';
  /** Further headings, folded, that are known and have no use here. */
  ignores?: RegExp;
};

/** A heading as it is compared: without case, spaces, marks that nobody sees, kinds of dash, and ways to write an accent. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s\p{Default_Ignorable_Code_Point}]/gu, '')
    .replace(/[\u2010-\u2015]/g, '-');

const foldedKeys = (headings: Readonly<Record<string, Column>>): ReadonlyMap<string, Column> =>
  new Map(Object.entries(headings).map(([heading, column]) => [headingKey(heading), column]));

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
  { name: 'Microsoft Graph', columns: foldedKeys(graphHeadings) },
  { name: 'PowerShell', columns: foldedKeys(powerShellHeadings) },
  { name: 'Exchange staged migration', columns: foldedKeys(stagedHeadings), displayNameFrom: 'user name' },
  { name: 'Exchange IMAP migration', columns: foldedKeys(imapHeadings), displayNameFrom: 'user name' },
  { name: 'Exchange hybrid migration', columns: foldedKeys(hybridHeadings), displayNameFrom: 'user name' },
  {
    name: 'Google Workspace',
    columns: foldedKeys(googleHeadings),
    displayNameFrom: 'first and last name',
    // Google's download says here how an account was used.
    ignores: /\[readonly\]$/,
  },
  { name: 'Okta', columns: foldedKeys(oktaHeadings), displayNameFrom: 'first and last name' },
  {
    name: 'Cognito',
    columns: foldedKeys(cognitoHeadings),
    displayNameFrom: 'first and last name',
    // Each pool has attributes of its own.
    ignores: /^(dev:)?custom:/,
  },
];

/** The columns that Muster adds to any of them. */
export const ownColumns = foldedKeys(ownHeadings);
