/** An account of the server that mail comes from, as a row of the file names it, and what a look at it found. */

/** Where a row stands: its number, the physical line on which it begins, and the address that it is for. */
export type Place = { row: number; line: number; emailAddress: string };

/** A row that can be tried. */
export type Account = Place & { userName: string; password: string };

/** A row that cannot be tried, and why. */
export type UnusableRow = Place & { fault: string };

/**
 * What became of a row. `credentialsRefused`: the password is wrong or nobody is called so, which servers do not tell apart.
 * `hostOrTls`: the server was not reached, or is not trusted. `noAnswer`: it was reached and did not answer, or not whole.
 * `rowInvalid`: the row cannot be tried. `notChecked`: nothing answered for so long that the others were left out.
 */
export const outcomes = [
  'signedIn',
  'credentialsRefused',
  'hostOrTls',
  'noAnswer',
  'rowInvalid',
  'notChecked',
] as const;

/** One of them. */
export type Outcome = (typeof outcomes)[number];

/** What is in a mailbox; `bytes` is null where the server does not tell sizes. */
export type Mailbox = { folders: number; messages: number; bytes: number | null };

/** Why a look failed: its kind, the code of whoever found it (IMAP, TLS, the network), and what to do. */
export type Failure = {
  outcome: Exclude<Outcome, 'signedIn' | 'rowInvalid' | 'notChecked'>;
  code: string | null;
  message: string;
};

/** A row with what became of it: what is printed, and holds neither user name nor password. */
export type Result = Place & {
  outcome: Outcome;
  folders: number | null;
  messages: number | null;
  bytes: number | null;
  /** The user name is of a form by which an administrator signs in for somebody. */
  byAdministrator: boolean;
  code: string | null;
  message: string | null;
};
