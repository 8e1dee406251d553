/** How a checked draft becomes a person. */
import { type Catalogue, mailboxAfter, waitingPlace } from '../licences/licences.ts';
import { withDisabledPlans } from '../licences/service-plans.ts';
import { retryMoment } from '../outbox.ts';
import { temporaryEnd } from '../passwords/password-terms.ts';
import type { CredentialMail, Mailbox, Password, Person } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Instant } from '../time.ts';
import type { CheckedDraft } from './check-draft.ts';

/** What a birth needs beside the draft. */
export type Birth = {
  id: string;
  now: Instant;
  createdBy: string;
  policy: Policy;
  catalogue: Catalogue;
  /** Licences of the draft for which no seat is left: the person waits for them. */
  short: readonly string[];
  /** Ids of service plans to switch off, by SKU id. */
  disabledPlans?: ReadonlyMap<string, readonly string[]>;
  /** Hash of the chosen password, or of a generated one that was shown instead of mailed. */
  passwordHash?: string;
  requestHash?: string;
  /**
   * When the credentials are mailed: at once, later, or not at all. Later is at `sendCredentialsDateTime`, or without one
   * when an administrator says so; whom none are mailed to can be sent them in the same way.
   */
  credentials?: 'mail' | 'later' | 'none';
  sendCredentialsDateTime?: Instant;
  /** Where the person comes from, when it is a file: `since` is the file's time, so that rows wait in their order. */
  row?: { importId: string; rowNumber: number; since: Instant };
  /** The migration batch that the person comes by. */
  batchId?: string;
};

/** The person that a draft asks for: credentials owed (unless shown), short licences waited for, mailbox settled. */
export const newPerson = (draft: CheckedDraft, birth: Birth): Person => {
  const {
    skuIds,
    password: _secret,
    sendCredentialsTo,
    showCredentials,
    migratedMailbox,
    mustChangePassword,
    assumed: _assumed,
    cleared: _cleared,
    ...profile
  } = draft;
  const { id, now, catalogue, row } = birth;
  const since = row?.since ?? now;
  const licenceOf = (skuId: string) => withDisabledPlans({ skuId }, birth.disabledPlans?.get(skuId) ?? []);
  const licences = {
    assignedLicenses: skuIds.filter((skuId) => !birth.short.includes(skuId)).map(licenceOf),
    waitingLicenses: skuIds
      .filter((skuId) => birth.short.includes(skuId))
      .map((skuId) => ({ ...licenceOf(skuId), since, place: waitingPlace(since, row?.rowNumber ?? 0, id) })),
  };
  const batch = birth.batchId === undefined ? {} : { batchId: birth.batchId };
  const migrated: Mailbox | undefined = migratedMailbox ? { state: 'grace', graceSince: now, ...batch } : undefined;
  const mailbox = mailboxAfter({ ...licences, ...(migrated && { mailbox: migrated }) }, catalogue, now);
  const shown = Boolean(showCredentials);
  return {
    ...profile,
    ...licences,
    id,
    accountEnabled: draft.accountEnabled ?? true,
    businessPhones: draft.businessPhones ?? [],
    otherMails: draft.otherMails ?? [],
    roles: draft.roles ?? [],
    password: firstPassword(draft, birth, shown),
    credentialMail: firstMail(sendCredentialsTo ?? [], shown, birth),
    ...(mailbox && { mailbox }),
    pendingNotices: [],
    createdDateTime: now,
    createdBy: birth.createdBy,
    ...(row && { importId: row.importId, rowNumber: row.rowNumber }),
    ...(birth.requestHash && { requestHash: birth.requestHash }),
    version: 1,
  };
};

const firstPassword = (draft: CheckedDraft, { now, policy, passwordHash }: Birth, shown: boolean): Password => {
  const mustChange = draft.mustChangePassword ?? true;
  return {
    source: draft.password === undefined ? 'generated' : 'chosen',
    ...(passwordHash && { hash: passwordHash }),
    changedDateTime: now,
    mustChange,
    ...(shown && mustChange && { temporaryUntil: temporaryEnd(policy, now) }),
  };
};

const firstMail = (to: string[], shown: boolean, birth: Birth): CredentialMail => {
  const { now, policy, credentials = 'mail', sendCredentialsDateTime: moment } = birth;
  const mail = { to, attempt: 0, retries: 0 };
  if (shown) return { ...mail, state: 'sent', sentDateTime: now };
  if (credentials === 'none' || (credentials === 'later' && moment === undefined)) return { ...mail, state: 'held' };
  // A moment that has passed by now keeps nobody waiting.
  if (credentials === 'later' && moment !== undefined && moment > now) {
    return { ...mail, state: 'owed', retryAt: moment, notBefore: moment };
  }
  return { ...mail, state: 'owed', retryAt: retryMoment(0, policy, now) };
};
