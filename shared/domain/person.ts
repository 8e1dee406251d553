/** A person of the directory: Microsoft Graph's property names where Graph has one, ours where it has none. */
import type { EntryMark } from './audit-chain.ts';
import type { Actor } from './principal.ts';
import type { Instant } from './time.ts';

/** The profile and contact properties of Graph's user that are plain text. */
export type Profile = {
  givenName?: string;
  surname?: string;
  jobTitle?: string;
  department?: string;
  officeLocation?: string;
  mobilePhone?: string;
  faxNumber?: string;
  streetAddress?: string;
  city?: string;
  state?: string;
  postalCode?: string;
  country?: string;
  employeeId?: string;
  /** A language tag (BCP 47); decides the language of the person's mails. */
  preferredLanguage?: string;
  /** ISO 3166-1 alpha-2; a licence needs it. */
  usageLocation?: string;
};

/** What a person has from a directory on premises, under Graph's names. Absent throughout for who never came from one. */
export type OnPremises = {
  /** The anchor: base64 of mS-DS-ConsistencyGuid, else of objectGUID. Whoever has one came from on premises. */
  onPremisesImmutableId?: string;
  /** objectGUID as text: it alone tells who was deleted. Not shown. */
  onPremisesObjectGuid?: string;
  onPremisesDistinguishedName?: string;
  onPremisesDomainName?: string;
  onPremisesSamAccountName?: string;
  onPremisesSecurityIdentifier?: string;
  onPremisesUserPrincipalName?: string;
  /** All addresses, primary ones with `SMTP:`, sorted. They are kept, not claimed: two people may have one. */
  proxyAddresses?: string[];
  /** When a run last changed something of the person. */
  onPremisesLastSyncDateTime?: Instant;
};

/** A password and its clock. Only the hash is ever kept. */
export type Password = {
  /** PHC string; absent until the credential mail is minted. */
  hash?: string;
  /** Whether Muster makes it, at the moment of mailing, or the administrator chose it. */
  source: 'generated' | 'chosen';
  /** When the present password was set: the 90 days run from here. */
  changedDateTime: Instant;
  /** The person must change it at the next sign-in. */
  mustChange: boolean;
  /** When a temporary password stops working; absent while it is not mailed yet and when it is not temporary. */
  temporaryUntil?: Instant;
  /** Set once `temporaryUntil` has passed: it no longer signs in, only a reset helps. */
  lapsed?: true;
  /** Set once it outlived the policy: it must be changed at the next sign-in. */
  expired?: true;
  /** The narrowest warning already given, in days before expiry. */
  warnedDays?: number;
  /** Hash of the password that the person had before this one: it may not be chosen again. */
  previousHash?: string;
};

/** What became of a mail that the service took. `reason` is the service's own word for it, and names nobody. */
export type MailDelivery = { state: 'delivered' | 'bounced' | 'complaint'; dateTime: Instant; reason?: string };

/**
 * The mail that carries user name and password: owed until it is marked as sent, or held, which owes nothing until an
 * administrator says so.
 */
export type CredentialMail = {
  state: 'held' | 'owed' | 'sent';
  /** The addresses that were asked for; empty when the administrator gets it. */
  to: string[];
  /** Number of the newest try; only that try may mark the mail as sent. */
  attempt: number;
  /** Until when that try is in another delivery's hands. */
  leaseUntil?: Instant;
  /** When the sweep hands an unsent mail to the queue again, and how often it did. */
  retryAt?: Instant;
  retries: number;
  /** Nothing is mailed before this moment. */
  notBefore?: Instant;
  /** When the request was made that last had this mail owed, to be told from a repeated one. */
  requestedAt?: Instant;
  sentDateTime?: Instant;
  /** What is known of the mail of this attempt; absent while nothing else is than that it was sent. */
  delivery?: MailDelivery;
};

/** A mailbox. People for whom nobody asked a licence have none. */
export type Mailbox = {
  state: 'active' | 'grace' | 'disabled';
  /** Since when no licence that carries a mailbox is assigned. */
  graceSince?: Instant;
  /** The narrowest reminder already given, in days before the end of the grace. */
  remindedDays?: number;
  /** The migration batch that the mailbox comes from, while it is in its grace or disabled. */
  batchId?: string;
};

/** A licence that a person holds; `disabledPlans` are ids of its service plans that are switched off. */
export type AssignedLicence = { skuId: string; disabledPlans?: string[] };

/** A licence that was asked for when no seat was left. `place` sorts the queue: time, then row, then person. */
export type WaitingLicence = AssignedLicence & { since: Instant; place: string };

/** Which sessions are good: those of the present generation. Revoking them all raises it. */
export type Sessions = { generation: number; validFromDateTime: Instant };

/**
 * A deletion that can be undone for a while, with the licences that were held or waited for, to be given back. `entry` is
 * there where it wrote no audit entry of its own: what that would say beside what the person's record says.
 */
export type Deletion = { dateTime: Instant; licenses: AssignedLicence[]; entry?: UnwrittenEntry };

/** An audit entry that is told from a record: its id, who acted, and the import that did it. */
export type UnwrittenEntry = { id: string; initiatedBy: Actor; correlationId: string };

/** A mail that a state change owes the person; removed when it is sent. */
export type Notice =
  | { kind: 'passwordWarning'; days: number; expiresAt: Instant }
  | { kind: 'passwordExpired'; expiredAt: Instant }
  | { kind: 'temporaryPasswordLapsed'; lapsedAt: Instant }
  | { kind: 'graceReminder'; days: number; disabledAt: Instant }
  | { kind: 'mailboxDisabled'; disabledAt: Instant }
  | { kind: 'licenceArrived'; skuId: string }
  | { kind: 'userNameChanged'; formerUserPrincipalName: string }
  | { kind: 'credentialsBounced'; bouncedAt: Instant }
  | { kind: 'signInLocked'; lockedAt: Instant }
  | SecurityNotice;

/** What may have been somebody else's doing: told at `to`, the addresses of before it, or else to administrators. */
export type SecurityNotice = { to: readonly string[] } & (
  | { kind: 'passwordReset'; resetAt: Instant }
  | { kind: 'passwordChanged'; changedAt: Instant }
  | { kind: 'roleGiven'; role: string; givenAt: Instant }
  | { kind: 'alternateAddressChanged'; changedAt: Instant }
);

/** Notices that go to the person; of the others only administrators hear. */
export type PersonsNotice = Exclude<Notice, { kind: 'credentialsBounced' }>;

/**
 * A notice with its clock: when the sweep hands it to the queue again, until when a delivery has it in hand, and who of
 * those that are to hear of it has been told already.
 */
export type PendingNotice = Notice & {
  id: string;
  retryAt: Instant;
  tries: number;
  leaseUntil?: Instant;
  isPersonTold?: true;
  isAdministratorTold?: true;
};

/** A person. `version` rises with every write, and every later write is conditional on it. */
export type Person = Profile &
  OnPremises & {
    id: string;
    userPrincipalName: string;
    displayName: string;
    mailNickname: string;
    accountEnabled: boolean;
    /** Set where the password has no age (`neverExpires`). */
    passwordPolicies?: string;
    businessPhones: string[];
    otherMails: string[];
    roles: string[];
    assignedLicenses: AssignedLicence[];
    waitingLicenses: WaitingLicence[];
    password: Password;
    credentialMail: CredentialMail;
    mailbox?: Mailbox;
    pendingNotices: PendingNotice[];
    /** Absent while none were ever revoked: generation 0. */
    sessions?: Sessions;
    /** When somebody last changed the person since they were added; Muster's own steps do not count. */
    changedDateTime?: Instant;
    /** When the person last signed in, to the day; absent before the first time. */
    lastSignInDateTime?: Instant;
    /** Set while the person is deleted and can be restored: then the user name is free, and no licence or role is held. */
    deleted?: Deletion;
    createdDateTime: Instant;
    /** Id of the principal that added the person. */
    createdBy: string;
    /** Where the person came from, when it was a file. */
    importId?: string;
    rowNumber?: number;
    /** An audit entry tells of the birth by file, since the row gave a role; of all other births by file the person does. */
    hasBirthEntry?: true;
    /** Hash of the request that made the person, without its password: tells a repeated request from another one. */
    requestHash?: string;
    /** The newest audit entry of the person; absent before the first. */
    newestEntry?: EntryMark;
    version: number;
  };
