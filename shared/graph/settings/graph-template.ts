/** Templates of new people as the API shows them: ours, in the names of Graph's user. */
import type { UserTemplate } from '../../domain/settings/user-template.ts';

const or = <Value>(value: Value | undefined): Value | null => value ?? null;

/** A template; what it leaves open is null or empty. */
export const graphTemplate = (template: UserTemplate) => ({
  id: template.id,
  displayName: template.displayName,
  domain: or(template.domain),
  passwordProfile: template.passwordProfile,
  credentialDelivery: or(template.credentialDelivery),
  usageLocation: or(template.usageLocation),
  preferredLanguage: or(template.preferredLanguage),
  assignedLicenses: template.assignedLicenses.map(({ skuId, disabledPlans = [] }) => ({ skuId, disabledPlans })),
  roles: template.roles,
  jobTitle: or(template.jobTitle),
  department: or(template.department),
  officeLocation: or(template.officeLocation),
  businessPhones: template.businessPhones,
  mobilePhone: or(template.mobilePhone),
  faxNumber: or(template.faxNumber),
  streetAddress: or(template.streetAddress),
  city: or(template.city),
  state: or(template.state),
  postalCode: or(template.postalCode),
  country: or(template.country),
  createdDateTime: template.createdDateTime,
  lastModifiedDateTime: template.changedDateTime,
});

/** The tag of a template: it is another one after every write. */
export const templateTag = ({ version }: UserTemplate): string => `W/"${version}"`;
