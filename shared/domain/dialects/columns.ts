/** What a column of a file means. Many headings, in many languages, stand for one of these. */
import { type TextProperty, textProperties } from '../person-properties.ts';

/** A property whose cell is taken as text. */
export type TextColumn = TextProperty | 'userPrincipalName' | 'password';

/** All of them. */
export const textColumns: readonly TextColumn[] = ['userPrincipalName', ...textProperties, 'password'];

/** Properties that hold several values: one cell may hold several, and several columns may add to one. */
export const listColumns = ['businessPhones', 'otherMails', 'licences', 'roles', 'sendCredentialsTo'] as const;

/** Properties whose cell is a yes or a no. `blockSignIn` is `accountEnabled` the other way round. */
export const yesNoColumns = ['accountEnabled', 'blockSignIn', 'mustChangePassword'] as const;

/**
 * What a column means. `surnameAndGivenName` has both in one cell (`Doe, Pat`). `ignored` is known and has no use here; `foreignPassword` opens another system, so it is neither
 * used nor ever written; `suspended` says how the other system has the account, `recipientKind` what a mailbox is for.
 */
export type Column =
  | TextColumn
  | (typeof listColumns)[number]
  | (typeof yesNoColumns)[number]
  | 'surnameAndGivenName'
  | 'suspended'
  | 'recipientKind'
  | 'foreignPassword'
  | 'ignored';

/**
 * What a heading stands for: a column, or one that it is taken for where no other heading of the file is that column with
 * more certainty. `userPrincipalName?` is a good guess (the address at work), `userPrincipalName??` a poor one (any address).
 */
export type Meaning = Column | `${Column}?` | `${Column}??`;

/** Every meaning that a column may have. */
export const columns: readonly Column[] = [
  ...textColumns,
  ...listColumns,
  ...yesNoColumns,
  'surnameAndGivenName',
  'suspended',
  'recipientKind',
  'foreignPassword',
  'ignored',
];

/** Numbers that are names: of one with a digit less, or made a date, somebody else is meant. */
export const numberColumns: ReadonlySet<Column> = new Set<Column>([
  ...(['businessPhones', 'mobilePhone', 'faxNumber', 'employeeId', 'postalCode'] as const),
]);

/** Whether a column's cells are secrets: no report, log or refusal may repeat them. */
export const isSecret = (column: Column): boolean => column === 'password' || column === 'foreignPassword';

/** What a cell says, in any case, to empty the property of a person who is there already: a blank leaves it as it is. */
export const clearingCell = '<clear>';

/** Whether a property can be emptied: not what every person has, nor what answers a question. */
export const mayBeCleared = (column: Column): column is TextColumn | (typeof listColumns)[number] =>
  [...textColumns, ...listColumns].some((each) => each === column) &&
  !['userPrincipalName', 'displayName', 'mailNickname', 'password', 'sendCredentialsTo'].includes(column);

/** Whether more than one column of a file may have this meaning. */
export const mayRepeat = (column: Column): boolean =>
  // Google's download says it twice: how an account is, and how it shall be.
  ['ignored', 'foreignPassword', 'suspended', ...listColumns].includes(column);
