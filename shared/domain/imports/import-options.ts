/** How an import is to go: what its owner chose, else what the organisation usually chooses. */
import type { Instant } from '../time.ts';

/** What happens when seats are short: people wait for them, rows are refused, or the import waits before its first row. */
export const seatPolicies = ['unlicensed', 'reject', 'hold'] as const;
export type SeatPolicy = (typeof seatPolicies)[number];

/** What happens to people who exist: they are left alone, or changed where the file differs. */
export const existingPolicies = ['skip', 'update'] as const;
export type ExistingPolicy = (typeof existingPolicies)[number];

/** When credentials go out: at once, later (at a time, or when somebody says so), or not by this import. */
export const credentialPolicies = ['mail', 'later', 'none'] as const;
export type CredentialPolicy = (typeof credentialPolicies)[number];

/** The options of an import. */
export type ImportOptions = {
  /** Says what would happen to each row, and changes nothing. */
  dryRun: boolean;
  seatsShort: SeatPolicy;
  existingPeople: ExistingPolicy;
  credentials: CredentialPolicy;
  /** When credentials that are mailed `later` go out; without it when an administrator says so. */
  sendCredentialsDateTime?: Instant;
  /** Licences (SKU ids or part numbers) for new people whose row names none. */
  licences?: readonly string[];
  /** Country code for new people whose row has none; before the organisation's own. */
  usageLocation?: string;
  /** The import stops when so many rows were refused; before it has changed anything where the file alone shows them. */
  stopAfterRefusals?: number;
  /** What headings mean that are not recognised, or are to mean something else: property by heading. */
  columns?: Readonly<Record<string, string>>;
  /** How user names are made for rows that have none, such as `{givenName}.{surname}@contoso.com`; absent: they are refused. */
  userNamePattern?: string;
  /** The sheet of a workbook; without it the first one. */
  sheet?: string;
  /** The encoding of a file of text whose bytes do not tell it, by its name in encodings.ts; else Windows-1252, if that is likely. */
  encoding?: string;
};

/** What an import does when nobody chose anything. */
export const defaultOptions: ImportOptions = {
  dryRun: false,
  seatsShort: 'unlicensed',
  existingPeople: 'skip',
  credentials: 'mail',
};
