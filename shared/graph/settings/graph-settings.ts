/** Domains and the organisation as Microsoft Graph shows them. */

import type { Organisation } from '../../domain/organisation.ts';
import type { Policy } from '../../domain/policy.ts';
import { organizationId, shownDomainTerms, shownOrganisation } from '../../domain/settings/shown-settings.ts';

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
  ...shownDomainTerms(domain, policy),
});

/** Graph's organization, in the region where this runs. Beyond Graph: quickStartUrl and cloud. */
export const graphOrganization = (organisation: Organisation, region: string | undefined) => ({
  id: organizationId,
  ...shownOrganisation(organisation, region),
  verifiedDomains: organisation.verifiedDomains.map((name, index) => ({
    name,
    type: 'Managed',
    capabilities: 'Email',
    isDefault: index === 0,
    isInitial: false,
  })),
});
