/** People as Microsoft Graph shows them: built from named properties, so that no hash or secret leaves. */

import { deliveryStatusOf } from '../../domain/credentials/mail-delivery.ts';
import { graceEnd } from '../../domain/enforcement/next-due.ts';
import { passwordExpiry, passwordStateOf } from '../../domain/passwords/password-terms.ts';
import { mailOf } from '../../domain/people/held-names.ts';
import type { Person, Profile } from '../../domain/person.ts';
import { type PersonProperty, personProperties } from '../../domain/person-properties.ts';
import type { Policy } from '../../domain/policy.ts';
import { syncEnabledOf } from '../../domain/synchronization/authority.ts';

const or = <Value>(value: Value | undefined): Value | null => value ?? null;

type Shown = Record<keyof Profile, string | null> & Pick<Person, 'businessPhones' | 'otherMails'>;

const namedApart: ReadonlySet<PersonProperty> = new Set(['displayName', 'mailNickname', 'accountEnabled']);
const profileProperties = (Object.keys(personProperties) as PersonProperty[]).filter((name) => !namedApart.has(name));

const profileOf = (person: Person): Shown =>
  Object.fromEntries(profileProperties.map((name) => [name, or(person[name])])) as Shown;

/** What Graph shows of who came from on premises; of everybody else it is null. */
const onPremisesOf = (person: Person, { isSynchronized = false }: Policy) => ({
  onPremisesSyncEnabled: syncEnabledOf(person, isSynchronized),
  onPremisesImmutableId: or(person.onPremisesImmutableId),
  onPremisesLastSyncDateTime: or(person.onPremisesLastSyncDateTime),
  onPremisesDistinguishedName: or(person.onPremisesDistinguishedName),
  onPremisesDomainName: or(person.onPremisesDomainName),
  onPremisesSamAccountName: or(person.onPremisesSamAccountName),
  onPremisesSecurityIdentifier: or(person.onPremisesSecurityIdentifier),
  onPremisesUserPrincipalName: or(person.onPremisesUserPrincipalName),
  proxyAddresses: person.proxyAddresses ?? [],
});

/** Graph's user resource. Beyond Graph: passwordState with what belongs to it, roles, waitingLicenses, mailbox and credentialMail. */
export const graphUser = (person: Person, policy: Policy) => ({
  id: person.id,
  userPrincipalName: person.userPrincipalName,
  displayName: person.displayName,
  mailNickname: person.mailNickname,
  mail: mailOf(person),
  accountEnabled: person.accountEnabled,
  ...profileOf(person),
  userType: 'Member',
  createdDateTime: person.createdDateTime,
  deletedDateTime: or(person.deleted?.dateTime),
  signInSessionsValidFromDateTime: person.sessions?.validFromDateTime ?? person.createdDateTime,
  lastPasswordChangeDateTime: person.password.changedDateTime,
  passwordProfile: { forceChangePasswordNextSignIn: person.password.mustChange },
  passwordPolicies: or(person.passwordPolicies),
  passwordExpiresDateTime: or(passwordExpiry(person, policy)),
  passwordState: passwordStateOf(person),
  temporaryPasswordExpiresDateTime: or(person.password.lapsed ? undefined : person.password.temporaryUntil),
  signInActivity: person.lastSignInDateTime ? { lastSignInDateTime: person.lastSignInDateTime } : null,
  assignedLicenses: person.assignedLicenses.map(({ skuId, disabledPlans = [] }) => ({ skuId, disabledPlans })),
  waitingLicenses: person.waitingLicenses.map(({ skuId, since, disabledPlans = [] }) => ({
    skuId,
    disabledPlans,
    waitingSinceDateTime: since,
  })),
  roles: person.roles,
  ...onPremisesOf(person, policy),
  mailbox: person.mailbox ? { state: person.mailbox.state, graceEndsDateTime: or(graceEnd(person, policy)) } : null,
  credentialMail: {
    state: person.credentialMail.state,
    deliveryStatus: deliveryStatusOf(person),
    deliveryReason: or(person.credentialMail.delivery?.reason),
    sentDateTime: or(person.credentialMail.sentDateTime),
  },
});
