/**
 * The numbers of the directory, each with its reason. A deployment overrides them in its settings file (`policy`);
 * nothing else in the code may hold one of these.
 */
export type Policy = {
  /** Days that a password lives; 0 means for ever. Microsoft 365 allows 14 to 730; the seed article says 90. */
  passwordValidityDays: number;
  /** Days before expiry at which a person is warned, widest first. Microsoft 365 showed 14 days; 7 and 1 are ours. */
  passwordWarningDays: readonly number[];
  /** Days that a temporary password works after it was mailed (Cognito's default); then only a reset helps. */
  temporaryPasswordDays: number;
  /** Fewest and most characters of a chosen password (Entra). */
  passwordLength: { readonly least: number; readonly most: number };
  /** How many of lower case, upper case, digit and symbol a chosen password needs (Entra: three of four); 1 asks for none. */
  passwordClasses: number;
  /** The organisation's own banned terms, beside the built-in list; at most 1,000 (Entra). */
  bannedPasswords: readonly string[];
  /** Days that a mailbox works without a licence before it is disabled (the seed article). */
  mailboxGraceDays: number;
  /** Days before the end of the grace at which the person and the administrators are reminded. */
  graceReminderDays: readonly number[];
  /** Days for which a deleted person can be restored; then the person is removed for good (Microsoft 365). */
  deletedDays: number;
  /** Days that audit entries are kept: two years, so that an audit of a year finds the year before it whole. Entra keeps 30. */
  auditDays: number;
  /** Hours that a person stays signed in. */
  sessionHours: number;
  /** Wrong passwords in a row after which a user name is locked for `seconds`; doubled with each further one, up to `most` seconds (Entra). */
  lockout: { readonly failures: number; readonly seconds: number; readonly most: number };
  /** Wrong passwords in a row after which only a reset helps (NIST SP 800-63B-4: no more than 100). */
  failuresUntilReset: number;
  /** Days for which a browser in which somebody signed in is known as theirs; each sign-in renews them. */
  knownBrowserDays: number;
  /** Days that sign-ins are kept on record. Entra keeps 30. */
  signInLogDays: number;
  /** Minutes after which an unsent mail is tried again; doubled with each try, up to a day. */
  mailRetryMinutes: number;
  /** Seconds for which a minted password belongs to the delivery that minted it: longer than its function may run. */
  credentialLeaseSeconds: number;
  /** Migration batches: how many rows one may have, and how long it is kept. */
  migration: MigrationPolicy;
  /** What domains set for the people at them, over the numbers above; set while the system runs, not in a file. */
  domains?: Readonly<Record<string, DomainTerms>>;
  /** Whether people come from on premises now, which is shown of each who did; set while the system runs, not in a file. */
  isSynchronized?: boolean;
};

/** What Exchange Online allows of migration batches (OfficeDocs-Exchange). */
export type MigrationPolicy = {
  /** Mailboxes of a cutover: 2,000, and no more than 150 advised. */
  cutoverRows: number;
  cutoverAdvisedRows: number;
  /** Rows of a staged batch, and of a remote move. */
  stagedRows: number;
  remoteMoveRows: number;
  /** Rows of an IMAP batch. */
  imapRows: number;
  /** Days after which a batch that is synced, and that nobody completes, is stopped. */
  idleDays: number;
  /** Days after which a batch is taken off the list: one that is completed, and one that was stopped or failed. */
  completedDays: number;
  endedDays: number;
};

/** The defaults, from Microsoft 365, Entra, Cognito and the seed article. */
export const defaultPolicy: Policy = {
  passwordValidityDays: 90,
  passwordWarningDays: [14, 7, 1],
  temporaryPasswordDays: 7,
  passwordLength: { least: 8, most: 256 },
  passwordClasses: 3,
  bannedPasswords: [],
  mailboxGraceDays: 30,
  graceReminderDays: [14, 7, 1],
  deletedDays: 30,
  auditDays: 730,
  sessionHours: 8,
  lockout: { failures: 10, seconds: 60, most: 3600 },
  failuresUntilReset: 100,
  knownBrowserDays: 180,
  signInLogDays: 90,
  mailRetryMinutes: 15,
  credentialLeaseSeconds: 120,
  migration: {
    cutoverRows: 2000,
    cutoverAdvisedRows: 150,
    stagedRows: 2000,
    remoteMoveRows: 2000,
    imapRows: 50_000,
    idleDays: 60,
    completedDays: 60,
    endedDays: 90,
  },
};

/** Whose rules for chosen passwords an organisation goes by. */
export const passwordStandards = ['entra', 'nist'] as const;
export type PasswordStandard = (typeof passwordStandards)[number];

/**
 * The numbers that come with a standard. Entra's are the defaults. NIST SP 800-63B-4 (3.1.1.2): a password that is the
 * only factor has fifteen characters at least, of whatever kinds, and does not expire; either way it is held against the
 * list. Numbers that a settings file states win over these, each by itself, and so do the days that a domain sets.
 */
export const standardNumbers: Readonly<Record<PasswordStandard, Partial<Policy>>> = {
  entra: {},
  nist: { passwordLength: { least: 15, most: 256 }, passwordClasses: 1, passwordValidityDays: 0 },
};

/** What a domain sets for the people whose user names are at it; absent means as the policy has it. */
export type DomainTerms = {
  /** Days that a password lives; 0 means for ever. */
  passwordValidityDays?: number;
  /** Days before expiry at which the first warning goes out. */
  passwordNotificationDays?: number;
};
