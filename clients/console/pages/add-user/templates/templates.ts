/** Templates of new people, which all who may add people share. */
import { read } from '../../../api/call.ts';
import type { Licence, Page } from '../../../api/people.ts';
import { addressesIn, type NewUser } from '../new-user.ts';

/** A template as the API shows it. */
export type UserTemplate = {
  id: string;
  '@odata.etag'?: string;
  displayName: string;
  domain: string | null;
  passwordProfile: { generated: boolean; forceChangePasswordNextSignIn: boolean };
  credentialDelivery: { to: string[] } | { show: true } | null;
  usageLocation: string | null;
  preferredLanguage: string | null;
  assignedLicenses: { skuId: string; disabledPlans?: string[] }[];
  roles: string[];
  businessPhones: string[];
} & Record<TemplateText, string | null>;

const templateTexts = [
  ...(['jobTitle', 'department', 'officeLocation', 'mobilePhone', 'faxNumber'] as const),
  ...(['streetAddress', 'city', 'state', 'postalCode', 'country'] as const),
] as const;
type TemplateText = (typeof templateTexts)[number];

/** All templates, for `useQuery`. */
export const templatesQuery = {
  queryKey: ['userTemplates'],
  queryFn: async () => (await read<Page<UserTemplate>>('userTemplates')).value,
};

/** What a form is filled with from a template: licences and domains that are there no more are left out. */
export const fromTemplate = (
  template: UserTemplate,
  { domains, licences }: { domains: readonly string[]; licences: readonly Licence[] },
): Partial<NewUser> => {
  const { domain, passwordProfile, credentialDelivery, assignedLicenses, roles, businessPhones } = template;
  const there = assignedLicenses.filter(({ skuId }) => licences.some((licence) => licence.skuId === skuId));
  return {
    ...(domain !== null && domains.includes(domain) && { domain }),
    passwordKind: passwordProfile.generated ? 'generated' : 'own',
    mustChange: passwordProfile.forceChangePasswordNextSignIn,
    delivery: credentialDelivery && 'show' in credentialDelivery ? 'show' : 'mail',
    deliverTo: credentialDelivery && 'to' in credentialDelivery ? credentialDelivery.to.join(', ') : '',
    ...(template.usageLocation !== null && { usageLocation: template.usageLocation }),
    ...(template.preferredLanguage !== null && { preferredLanguage: template.preferredLanguage }),
    licences: there.map(({ skuId }) => skuId),
    disabledPlans: Object.fromEntries(there.map(({ skuId, disabledPlans = [] }) => [skuId, disabledPlans])),
    roles,
    businessPhone: businessPhones[0] ?? '',
    ...Object.fromEntries(templateTexts.map((name) => [name, template[name] ?? ''])),
  };
};

/** The body of `POST /v1.0/userTemplates`: what is alike for many, never a name or a password. */
export const templateOf = (user: NewUser, displayName: string): object => {
  const to = addressesIn(user.deliverTo);
  const isShown = user.passwordKind === 'generated' && user.delivery === 'show';
  const texts = Object.fromEntries(templateTexts.map((name) => [name, user[name].trim()]));
  return {
    displayName,
    domain: user.domain,
    passwordProfile: { generated: user.passwordKind === 'generated', forceChangePasswordNextSignIn: user.mustChange },
    ...(isShown && { credentialDelivery: { show: true as const } }),
    ...(!isShown && to.length > 0 && { credentialDelivery: { to } }),
    assignedLicenses: user.licences.map((skuId) => ({ skuId, disabledPlans: user.disabledPlans[skuId] ?? [] })),
    roles: user.roles,
    ...(user.businessPhone.trim() && { businessPhones: [user.businessPhone.trim()] }),
    ...Object.fromEntries(
      Object.entries({ ...texts, usageLocation: user.usageLocation, preferredLanguage: user.preferredLanguage }).filter(
        ([, value]) => value !== '',
      ),
    ),
  };
};
