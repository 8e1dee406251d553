/** Domains and the organisation as Microsoft Graph shows them. */

import type { Organisation } from '../../domain/organisation.ts';
import { domainTerms, notificationDays } from '../../domain/passwords/password-terms.ts';
import type { Policy } from '../../domain/policy.ts';

/** Graph's number of days for passwords that live for ever; 0 here. */
export const never = 2_147_483_647;

/** The one organisation's id: Graph's is that of a tenant among many. */
export const organizationId = 'organization';

/** What Graph lets one set of a domain, as it holds: set there, or by the policy. */
export const graphDomainTerms = (domain: string, policy: Policy) => {
  const terms = domainTerms(domain, policy);
  return {
    passwordValidityPeriodInDays: terms.validityDays === 0 ? never : terms.validityDays,
    passwordNotificationWindowInDays: notificationDays(terms),
  };
};

/** Graph's domain. */
export const graphDomain = (domain: string, { verifiedDomains }: Organisation, policy: Policy) => ({
  id: domain,
  isDefault: domain === verifiedDomains[0],
  isInitial: false,
  isRoot: true,
  isVerified: true,
  isAdminManaged: true,
  authenticationType: 'Managed',
  supportedServices: ['Email'],
  ...graphDomainTerms(domain, policy),
});

/** What can be set of the organisation, by Graph's names; `quickStartUrl` is ours. */
export const graphOrganizationSettings = (organisation: Organisation) => ({
  displayName: organisation.displayName,
  technicalNotificationMails: organisation.technicalMails ?? [],
  preferredLanguage: organisation.preferredLanguage,
  countryLetterCode: organisation.usageLocation ?? null,
  quickStartUrl: organisation.quickStartUrl,
});

/** Graph's organization. Beyond Graph: quickStartUrl. */
export const graphOrganization = (organisation: Organisation) => ({
  id: organizationId,
  ...graphOrganizationSettings(organisation),
  verifiedDomains: organisation.verifiedDomains.map((name, index) => ({
    name,
    type: 'Managed',
    capabilities: 'Email',
    isDefault: index === 0,
    isInitial: false,
  })),
});
