/** Settings under the names by which they are shown and audited: those of Microsoft Graph's domain and organization. */
import { cloudOf, defaultSynchronization, type Organisation } from '../organisation.ts';
import { domainTerms, notificationDays } from '../passwords/password-terms.ts';
import type { Policy } from '../policy.ts';

/** The number of days that stands for passwords which live for ever, as Graph writes it; 0 in the policy. */
export const never = 2_147_483_647;

/** The one organisation's id: Graph's is that of a tenant among many. */
export const organizationId = 'organization';

/** How long passwords live at a domain, as it holds: set there, or by the policy. */
export const shownDomainTerms = (domain: string, policy: Policy) => {
  const terms = domainTerms(domain, policy);
  return {
    passwordValidityPeriodInDays: terms.validityDays === 0 ? never : terms.validityDays,
    passwordNotificationWindowInDays: notificationDays(terms),
  };
};

/** What can be set of the organisation, in the region where this runs; `quickStartUrl` and `cloud` are ours. */
export const shownOrganisation = (organisation: Organisation, region: string | undefined) => ({
  displayName: organisation.displayName,
  technicalNotificationMails: organisation.technicalMails ?? [],
  preferredLanguage: organisation.preferredLanguage,
  countryLetterCode: organisation.usageLocation ?? null,
  quickStartUrl: organisation.quickStartUrl,
  onPremisesSyncEnabled: organisation.onPremisesSync?.isEnabled ?? null,
  cloud: cloudOf(organisation, region),
});

/** What can be set of how people come from on premises. */
export const shownSynchronization = ({ synchronization = defaultSynchronization }: Organisation) => {
  const { accidentalDeletionPrevention, ...features } = synchronization;
  return { ...accidentalDeletionPrevention, ...features };
};
