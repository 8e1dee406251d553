/** The names of a user's properties, as requests may name them. */
import { type PersonProperty, personProperties } from '../../domain/person-properties.ts';
import { absentProperties } from './absent-properties.ts';
import type { graphUser } from './graph-user.ts';
import { provisioningErrors } from './provisioning-errors.ts';

/** A property of the user resource, or one that is told only where `$select` names it. */
export type UserProperty = keyof ReturnType<typeof graphUser> | typeof provisioningErrors;

/** All of them; one that users have and this lacks does not compile, and the other way round. */
const properties = {
  id: true,
  userPrincipalName: true,
  mail: true,
  ...(Object.fromEntries(Object.keys(personProperties).map((name) => [name, true])) as Record<PersonProperty, true>),
  userType: true,
  createdDateTime: true,
  signInActivity: true,
  deletedDateTime: true,
  signInSessionsValidFromDateTime: true,
  lastPasswordChangeDateTime: true,
  passwordProfile: true,
  passwordPolicies: true,
  passwordExpiresDateTime: true,
  passwordState: true,
  temporaryPasswordExpiresDateTime: true,
  assignedLicenses: true,
  waitingLicenses: true,
  roles: true,
  onPremisesSyncEnabled: true,
  onPremisesImmutableId: true,
  onPremisesLastSyncDateTime: true,
  onPremisesDistinguishedName: true,
  onPremisesDomainName: true,
  onPremisesSamAccountName: true,
  onPremisesSecurityIdentifier: true,
  onPremisesUserPrincipalName: true,
  proxyAddresses: true,
  onPremisesProvisioningErrors: true,
  mailbox: true,
  credentialMail: true,
} as const satisfies Record<UserProperty, true>;

const byName = new Map(Object.keys(properties).map((name) => [name.toLowerCase(), name as UserProperty]));

/** The property of a name in any case, as Microsoft Graph reads names; undefined when a user has none of that name. */
export const userPropertyNamed = (name: string): UserProperty | undefined => byName.get(name.trim().toLowerCase());

/**
 * What is shown of a user when only some properties are asked for; annotations (`@odata...`) stay. What Graph's users have
 * and people here do not is empty.
 */
export const withProperties = <User extends object>(user: User, names: ReadonlySet<string>): Partial<User> =>
  Object.fromEntries([
    ...(names.has(provisioningErrors) ? [[provisioningErrors, []]] : []),
    ...Object.entries(user).filter(([name]) => names.has(name) || name.startsWith('@odata.')),
    ...Object.entries(absentProperties).filter(([name]) => names.has(name)),
  ]) as Partial<User>;
