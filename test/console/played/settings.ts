/** Settings, as the API shows them, which keep what is changed. */
import type { Domain, Organization } from '../../../clients/console/api/settings.ts';
import { never } from '../../../shared/domain/settings/shown-settings.ts';
import type { PlayedRoutes } from '../played-console.ts';

const domain = (id: string, isDefault: boolean, days: number, warning: number): Domain => ({
  id,
  isDefault,
  isInitial: false,
  isRoot: true,
  isVerified: true,
  isAdminManaged: true,
  authenticationType: 'Managed',
  supportedServices: ['Email'],
  passwordValidityPeriodInDays: days,
  passwordNotificationWindowInDays: warning,
});

/** Contoso, with passwords that never expire at one domain, and after 90 days at the other. */
export const playedSettings = (): PlayedRoutes => {
  const domains = [domain('contoso.com', true, never, 14), domain('contoso.de', false, 90, 14)];
  const organization: Organization = {
    id: 'organization',
    displayName: 'Contoso',
    technicalNotificationMails: ['it@contoso.com', 'servicedesk@contoso.com'],
    preferredLanguage: 'en',
    countryLetterCode: 'NL',
    quickStartUrl: 'https://intranet.contoso.com/start',
    cloud: 'worldwide',
    onPremisesSyncEnabled: null,
    verifiedDomains: domains.map(({ id, isDefault }) => ({
      name: id,
      type: 'Managed',
      capabilities: 'Email',
      isDefault,
      isInitial: false,
    })),
  };
  return {
    'GET domains': () => ({ body: { value: domains } }),
    'PATCH domains/*': ({ values: [id], body }) => {
      Object.assign(domains.find((each) => each.id === id) ?? {}, body);
      return {};
    },
    'GET organization': () => ({ body: { value: [organization] } }),
    'PATCH organization/*': ({ body }) => {
      Object.assign(organization, body);
      return {};
    },
  };
};
