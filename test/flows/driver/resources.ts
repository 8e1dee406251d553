/** What the API answers, as far as flows read it. */

/** Graph's user. */
export type User = {
  id: string;
  userPrincipalName: string;
  displayName: string;
  department: string | null;
  city: string | null;
  usageLocation: string | null;
  mail: string | null;
  assignedLicenses: { skuId: string }[];
  waitingLicenses: { skuId: string; waitingSinceDateTime: string }[];
  passwordProfile: { forceChangePasswordNextSignIn: boolean; password?: string };
  lastPasswordChangeDateTime: string;
  passwordExpiresDateTime: string | null;
  temporaryPasswordExpiresDateTime: string | null;
  passwordState: 'valid' | 'expired' | 'lapsed';
  mailbox: { state: 'active' | 'grace' | 'disabled'; graceEndsDateTime: string | null } | null;
  credentialMail: { state: 'held' | 'owed' | 'sent'; deliveryStatus: string; sentDateTime: string | null };
  createdDateTime: string;
  seatsToBuy?: { skuId: string; skuPartNumber: string; seats: number }[];
  '@odata.etag'?: string;
};

/** Graph's subscribedSku. */
export type Licence = {
  skuId: string;
  skuPartNumber: string;
  carriesMailbox: boolean;
  prepaidUnits: { enabled: number };
  consumedUnits: number;
  reservedUnits: number;
};

/** An import. */
export type Import = {
  id: string;
  kind: 'import' | 'undo';
  status: 'notStarted' | 'running' | 'onHold' | 'succeeded' | 'failed' | 'cancelled';
  file: { bucket: string; key: string };
  options: { dryRun: boolean; seatsShort: string; existingPeople: string; credentials: string; licenses: string[] };
  undoes: string | null;
  applies: string | null;
  format: string | null;
  rows: number | null;
  created: number;
  updated: number;
  unchanged: number;
  refused: number;
  skipped: number;
  deleted: number;
  restored: number;
  mails: number | null;
  licences: {
    skuId: string;
    skuPartNumber: string;
    needed: number;
    granted: number;
    short: number;
    seatsToBuy: number;
  }[];
  error: { code: string; message: string } | null;
  report: { bucket: string; key: string } | null;
  createdBy: { kind: string; id: string; displayName: string };
  createdDateTime: string;
  completedDateTime: string | null;
};

/** An import that waits for its file. */
export type RequestedImport = Import & {
  upload: { url: string; method: 'PUT'; headers: Record<string, string>; expiresDateTime: string };
};

/** A line of an import's report. */
export type ReportLine = {
  rowNumber: number;
  userPrincipalName: string | null;
  outcome: 'created' | 'updated' | 'unchanged' | 'refused' | 'skipped' | 'deleted' | 'restored';
  code: string | null;
  target: string | null;
  message: string | null;
  personId: string | null;
  changes: { property: string; from: unknown; to: unknown }[];
  delivery?: string | null;
};

/** Graph's directoryAudit. */
export type DirectoryAudit = {
  id: string;
  category: string;
  correlationId: string;
  activityDisplayName: string;
  activityDateTime: string;
  initiatedBy: {
    user: { id: string; displayName: string; userPrincipalName: string | null } | null;
    app: { appId: string; displayName: string } | null;
  };
  targetResources: {
    id: string;
    type: string;
    modifiedProperties: { displayName: string; oldValue: string | null; newValue: string | null }[];
  }[];
  additionalDetails: { key: string; value: string }[];
};

/** Graph's domain, as far as it can be set. */
export type Domain = {
  id: string;
  passwordValidityPeriodInDays: number;
  passwordNotificationWindowInDays: number;
};

/** A page of a list. */
export type Page<Item> = { value: Item[]; '@odata.nextLink'?: string };

/** A person without what the credential mail brings about: a generated password lives from its mail on. */
export const apartFromMail = (user: User) => {
  const { credentialMail, lastPasswordChangeDateTime, passwordExpiresDateTime, ...others } = user;
  const { '@odata.etag': _tag, temporaryPasswordExpiresDateTime: _until, ...rest } = others;
  return rest;
};
