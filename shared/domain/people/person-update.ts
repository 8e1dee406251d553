/** What an administrator changes of a person, and the rules that it meets. */

import { withSecurityNotices } from '../credentials/security-notices.ts';
import type { Organisation } from '../organisation.ts';
import { pendingNotice } from '../outbox.ts';
import { withMustChange, withNewPassword } from '../passwords/password-change.ts';
import { checkPassword, type PasswordJudge } from '../passwords/password-rules.ts';
import { neverExpires } from '../passwords/password-terms.ts';
import { revokedSessions } from '../passwords/sessions.ts';
import type { OnPremises, Person, Profile } from '../person.ts';
import type { Policy } from '../policy.ts';
import type { Refusal } from '../refusals.ts';
import type { Instant } from '../time.ts';
import { isBlank } from '../unseen-characters.ts';
import { canonicalUserName, checkUserName } from '../user-name.ts';
import type { Draft } from './draft.ts';
import { addressRefusals, countryRefusals, languageRefusals, nicknameRefusals, textRefusals } from './profile-rules.ts';

/** A change of a person: what is absent stays, null empties a text. `mustChange` alone is about the present password. */
export type PersonUpdate = { [Property in keyof Profile]?: string | null } & {
  [Property in keyof OnPremises]?: OnPremises[Property] | null;
} & {
  userPrincipalName?: string | null;
  displayName?: string | null;
  mailNickname?: string | null;
  accountEnabled?: boolean;
  passwordPolicies?: string | null;
  businessPhones?: string[];
  otherMails?: string[];
  /** A chosen password, in the place of the present one. */
  password?: string;
  mustChange?: boolean;
};

/** Everything about a change of this person that no rule allows. */
export const updateRefusals = (
  update: PersonUpdate,
  person: Person,
  by: PasswordJudge & { organisation: Organisation },
): Refusal[] => {
  const given = valuesOf(update) as Draft;
  return [
    ...nameRefusals(update, person, by.organisation),
    ...nicknameRefusals(given),
    ...textRefusals(given),
    ...countryRefusals(given),
    ...locationRefusals(update, person),
    ...languageRefusals(given),
    ...addressRefusals(given.otherMails ?? [], 'otherMails'),
    ...(update.password === undefined ? [] : checkPassword(update.password, { ...person, ...given }, by)),
    ...mustChangeRefusals(update, person),
  ];
};

/** The values that are not null. */
const valuesOf = (update: object): object =>
  Object.fromEntries(Object.entries(update).filter(([, value]) => value !== null && value !== undefined));

const nameRefusals = (update: PersonUpdate, person: Person, { verifiedDomains }: Organisation): Refusal[] => {
  const { userPrincipalName, displayName, mailNickname } = update;
  const refusals: Refusal[] = [];
  // A name that stays may be at a domain that is no longer the organisation's.
  if (userPrincipalName !== undefined && userPrincipalName !== person.userPrincipalName) {
    const refusal = checkUserName(userPrincipalName ?? undefined, verifiedDomains);
    if (refusal) refusals.push(refusal);
  }
  if (displayName !== undefined && isBlank(displayName ?? '')) {
    refusals.push({ code: 'DisplayNameMissing', target: 'displayName' });
  }
  if (mailNickname === null) refusals.push({ code: 'ValueMissing', target: 'mailNickname' });
  return refusals;
};

const locationRefusals = ({ usageLocation }: PersonUpdate, person: Person): Refusal[] =>
  usageLocation === null && person.assignedLicenses.length + person.waitingLicenses.length > 0
    ? [{ code: 'UsageLocationMissing', target: 'usageLocation' }]
    : [];

const mustChangeRefusals = ({ password, mustChange }: PersonUpdate, person: Person): Refusal[] =>
  mustChange === false && password === undefined && (person.password.expired || person.password.lapsed)
    ? [{ code: 'ValueInvalid', target: 'passwordProfile.forceChangePasswordNextSignIn', fact: 'the password is over' }]
    : [];

/** When a change is made, by which numbers, and the hash of the password that it brings. */
export type UpdateMoment = { now: Instant; policy: Policy; passwordHash?: string };

/**
 * The person after a change: blocked people lose their sessions, and who gets another user name, password or
 * alternate address is owed a notice of it.
 * Undefined when all is as it was.
 */
export const withUpdate = (before: Person, update: PersonUpdate, moment: UpdateMoment): Person | undefined => {
  const { now, policy } = moment;
  let person = withoutWarning(withPassword(withProfile(before, update), update, moment));
  if (before.accountEnabled && !person.accountEnabled) person = { ...person, sessions: revokedSessions(before, now) };
  const former = before.userPrincipalName;
  if (canonicalUserName(person.userPrincipalName) !== canonicalUserName(former)) {
    const notice = pendingNotice({ kind: 'userNameChanged', formerUserPrincipalName: former }, policy, now);
    person = { ...person, pendingNotices: [...person.pendingNotices, notice] };
  }
  return isSame(before, person) ? undefined : withSecurityNotices(before, person, { by: 'administrator', now, policy });
};

const withProfile = (person: Person, update: PersonUpdate): Person => {
  const { password: _password, mustChange: _mustChange, ...properties } = update;
  const emptied = new Set(Object.entries(properties).flatMap(([name, value]) => (value === null ? [name] : [])));
  const merged = { ...person, ...valuesOf(properties) };
  return Object.fromEntries(Object.entries(merged).filter(([name]) => !emptied.has(name))) as Person;
};

const withPassword = (person: Person, { mustChange }: PersonUpdate, moment: UpdateMoment): Person => {
  const { now, policy, passwordHash: hash } = moment;
  // As at creation, an administrator's password is changed at the first sign-in unless it is said otherwise.
  if (hash !== undefined) {
    return withNewPassword(person, { kind: 'chosen', hash, mustChange: mustChange ?? true, now, policy });
  }
  return mustChange === undefined ? person : withMustChange(person, mustChange);
};

/** A warning that still waits is not true of a password that will not expire. One that has expired stays so until it is changed. */
const withoutWarning = (person: Person): Person =>
  person.passwordPolicies === neverExpires
    ? { ...person, pendingNotices: person.pendingNotices.filter(({ kind }) => kind !== 'passwordWarning') }
    : person;

const isSame = (one: Person, other: Person): boolean => {
  const sorted = (person: Person) => JSON.stringify(Object.entries(person).sort(([a], [b]) => (a < b ? -1 : 1)));
  return sorted(one) === sorted(other);
};
