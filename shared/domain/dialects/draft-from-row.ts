/** From the cells of one row to the person that it asks for. What the person must be like is checked elsewhere. */

import { licenceNamesIn, meansNoLicence } from '../licences/licence-cell.ts';
import { skippedAs } from '../migrations/recipient-kind.ts';
import type { Draft } from '../people/draft.ts';
import { fullName } from '../people/full-name.ts';
import type { Refusal } from '../refusals.ts';
import { unseenIn, visibleText, withoutMarks } from '../unseen-characters.ts';
import { isTypeName, textOfCell } from './cell-text.ts';
import {
  type Column,
  clearingCell,
  isSecret,
  listColumns,
  mayBeCleared,
  type TextColumn,
  textColumns,
  yesNoColumns,
} from './columns.ts';
import type { Headings } from './headings.ts';
import { formulaFact, uncalculated, uncalculatedFact } from './spoiled-cell.ts';
import { isSuspended, yesOrNo } from './yes-or-no.ts';

/** A row of a file: where it stands, its cells for the report, and either the draft or why there is none. */
export type Row = {
  /** 1 for the first row below the headings. Blank rows and Entra's example are not counted. */
  readonly rowNumber: number;
  /** The physical line on which the row begins, from 1. */
  readonly line: number;
  /** One cell for each heading, as read; never a password. */
  readonly cells: readonly string[];
} & (
  | { readonly draft: Draft; readonly refusals?: never }
  | { readonly draft?: never; readonly refusals: readonly Refusal[] }
);

/** The draft that `cells` (as many as there are headings) ask for, or every cell that is not understood. */
export const draftFromRow = (
  { headings, columns, isMigration, displayNameFrom }: Headings,
  cells: readonly string[],
): { draft: Draft } | { refusals: Refusal[] } => {
  const kindAt = columns.indexOf('recipientKind');
  const kind = visibleText(cells[kindAt] ?? '');
  const skipped = isClearing(kind) ? undefined : skippedAs(kind, headings[kindAt] as string);
  if (skipped) return { refusals: [skipped] };
  const draft: Draft = isMigration ? { migratedMailbox: true } : {};
  const refusals: Refusal[] = [];
  for (let index = 0; index < columns.length; index += 1) {
    const column = columns[index] as Column;
    const value = isSecret(column) ? cells[index]?.trim() : visibleText(cells[index] ?? '');
    if (!value || isTypeName(value)) continue;
    const target = headings[index] as string;
    if (column === 'ignored' || column === 'foreignPassword') continue;
    if (column === 'recipientKind' && !isClearing(value)) continue;
    const refusal = put(draft, column, value);
    if (refusal) refusals.push({ ...refusal, target });
  }
  if (refusals.length > 0) return { refusals };
  return { draft: completed(draft, displayNameFrom) };
};

const isClearing = (value: string): boolean => value.startsWith('<') && value.toLowerCase() === clearingCell;

/** Puts a value where its column says, or says why it cannot be taken. */
const put = (draft: Draft, column: Column, value: string): Refusal | undefined => {
  if (isClearing(value)) return clear(draft, column);
  if (value.includes('\ufffd')) return { code: 'ValueInvalid', fact: unreadable };
  // A password may look like anything, and must be neither changed nor repeated.
  if (column === 'password') {
    if (value === uncalculated) return { code: 'ValueInvalid', fact: uncalculatedFact };
    draft.password = value;
    return undefined;
  }
  const text = textOfCell(value, column);
  // As of anything else that is no user name.
  if (typeof text !== 'string') {
    const isName = column === 'userPrincipalName' && text.fact === formulaFact;
    return isName ? { code: 'UserNameIllegal' } : { code: 'ValueInvalid', ...text };
  }
  if (text === '') return undefined;
  return wordColumns.has(column) ? putWord(draft, column, withoutMarks(text)) : putText(draft, column, text);
};

/** A word of which there are only some, so that a mark within it is nothing but an accident. */
const putWord = (draft: Draft, column: Column, word: string): Refusal | undefined => {
  const unseen = unseenIn(word);
  if (unseen) return { code: 'ValueInvalid', fact: `it has the invisible character ${unseen}` };
  return putText(draft, column, word);
};

const putText = (draft: Draft, column: Column, text: string): Refusal | undefined =>
  take(draft, column, text) ? undefined : { code: 'YesOrNoExpected' };

const clear = (draft: Draft, column: Column): Refusal | undefined => {
  if (!mayBeCleared(column)) return { code: 'ValueInvalid', fact: 'cannot be cleared' };
  draft.cleared = [...new Set([...(draft.cleared ?? []), column])];
  return undefined;
};

/** What only the whole row tells. */
const completed = (draft: Draft, displayNameFrom: Headings['displayNameFrom']): Draft => {
  const displayName = draft.displayName ?? insteadOfDisplayName(draft, displayNameFrom);
  if (displayName) draft.displayName = displayName;
  // The mailbox that is only being made is no other address.
  const others = draft.otherMails?.filter((address) => !isUserName(address, draft));
  if (others?.length === 0) delete draft.otherMails;
  else if (others) draft.otherMails = others;
  // Of several columns for one property, one may empty it and another fill it.
  const cleared = draft.cleared?.filter((property) => draft[property as keyof Draft] === undefined);
  if (cleared?.length === 0) delete draft.cleared;
  else if (cleared) draft.cleared = cleared;
  return draft;
};

const isUserName = (address: string, { userPrincipalName }: Draft): boolean =>
  address.toLowerCase() === userPrincipalName?.toLowerCase();

const unreadable = 'it holds a character that cannot be read; save the file again as UTF-8';

/** Columns whose words Muster knows, all of them. */
const wordColumns: ReadonlySet<Column> = new Set<Column>([
  ...yesNoColumns,
  ...(['suspended', 'licences', 'roles', 'usageLocation', 'preferredLanguage'] as const),
]);

const texts: ReadonlySet<string> = new Set(textColumns);
const lists: ReadonlySet<string> = new Set(listColumns);
type ListColumn = (typeof listColumns)[number];

/** Puts a value where its column says; false when it is neither yes nor no and should be. */
const take = (draft: Draft, column: Column, value: string): boolean => {
  if (column === 'preferredLanguage') draft.preferredLanguage = value.replaceAll('_', '-');
  else if (texts.has(column)) draft[column as TextColumn] = value;
  else if (lists.has(column)) addTo(draft, column as ListColumn, value);
  else if (column === 'surnameAndGivenName') takeNames(draft, value);
  else if (column === 'suspended') draft.accountEnabled = !isSuspended(value);
  else return takeYesOrNo(draft, column, value);
  return true;
};

/** `Doe, Pat`; without a comma nobody can tell one from the other, and it is the whole name. */
const takeNames = (draft: Draft, value: string): void => {
  const [, surname, givenName] = /^([^,，、]+)[,，、]\s*(.+)$/su.exec(value) ?? [];
  if (surname === undefined || givenName === undefined) draft.displayName ??= value;
  else {
    draft.surname ??= surname.trim();
    draft.givenName ??= givenName.trim();
  }
};

const takeYesOrNo = (draft: Draft, column: Column, value: string): boolean => {
  const answer = yesOrNo(value);
  if (answer === undefined) return false;
  if (column === 'mustChangePassword') draft.mustChangePassword = answer;
  else draft.accountEnabled = column === 'blockSignIn' ? !answer : answer;
  return true;
};

/** What is between the values of a cell. A telephone number may hold anything; names of roles have no semicolon, addresses no comma either. */
const valuesIn: Record<ListColumn, (text: string) => string[]> = {
  businessPhones: (text) => [text],
  roles: (text) => text.split(/;/).map(visibleText),
  licences: licenceNamesIn,
  otherMails: (text) => text.split(/[;,]/).map(visibleText),
  sendCredentialsTo: (text) => text.split(/[;,]/).map(visibleText),
};

const addTo = (draft: Draft, column: ListColumn, value: string): void => {
  const all = draft[column] ?? [];
  for (const each of valuesIn[column](value)) if (each !== '' && !all.includes(each)) all.push(each);
  // Of licences a word may say that there are none, and then the import's own are not meant either.
  if (all.length > 0 || (column === 'licences' && meansNoLicence(value))) draft[column] = all;
};

const insteadOfDisplayName = (draft: Draft, from: Headings['displayNameFrom']): string | undefined => {
  if (from === 'user name') return fullName(draft) || draft.userPrincipalName?.split('@')[0];
  if (from === 'first and last name') return fullName(draft);
  return undefined;
};

/**
 * Cells for the report: one for each heading, and none of a secret. A row whose count is wrong may have its password
 * under any heading, so in a file with passwords all of its cells are left out.
 */
export const cellsForReport = (
  { columns }: Headings,
  cells: readonly string[],
  countIsRight: boolean,
): readonly string[] => {
  const hasSecrets = columns.some(isSecret);
  // Nearly always: nothing is to be hidden, and nothing to be filled up.
  if (!hasSecrets && cells.length === columns.length) return cells;
  const hidesAll = !countIsRight && hasSecrets;
  return columns.map((column, index) => (hidesAll || isSecret(column) ? '' : (cells[index] ?? '')));
};
