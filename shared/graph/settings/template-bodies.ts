/** Bodies of requests about templates of new people. */
import * as z from 'zod';
import { maxLicences } from '../../domain/licences/licences.ts';
import type { TemplateContent } from '../../domain/settings/user-template.ts';
import { withoutNulls } from '../../lambda/body-names.ts';
import { credentialDelivery, names, text, wantedLicence } from '../body-words.ts';
import { shownName } from './settings-bodies.ts';

const profileNames = [
  ...(['usageLocation', 'preferredLanguage', 'jobTitle', 'department', 'officeLocation', 'mobilePhone'] as const),
  ...(['faxNumber', 'streetAddress', 'city', 'state', 'postalCode', 'country'] as const),
] as const;
type ProfileName = (typeof profileNames)[number];

const forEachName = <Value>(value: Value) =>
  Object.fromEntries(profileNames.map((name) => [name, value])) as Record<ProfileName, Value>;

/** No password: only whether one is made, and whether it must be changed. */
const passwordProfile = z.strictObject({
  generated: z.boolean().default(true),
  forceChangePasswordNextSignIn: z.boolean().default(true),
});

/** Body of `POST /v1.0/userTemplates`. */
export const addTemplateBody = withoutNulls(
  z.strictObject({
    displayName: shownName,
    domain: text.toLowerCase().optional(),
    ...forEachName(text.optional()),
    businessPhones: names.optional(),
    passwordProfile: passwordProfile.optional(),
    credentialDelivery: credentialDelivery.optional(),
    assignedLicenses: z.array(wantedLicence).max(maxLicences).optional(),
    roles: names.optional(),
  }),
);

/** Body of `PATCH /v1.0/userTemplates/{id}`; null empties a property. */
export const changeTemplateBody = z.strictObject({
  displayName: shownName.optional(),
  domain: text.toLowerCase().nullable().optional(),
  ...forEachName(text.nullable().optional()),
  businessPhones: names.nullable().optional(),
  passwordProfile: passwordProfile.optional(),
  credentialDelivery: credentialDelivery.nullable().optional(),
  assignedLicenses: z.array(wantedLicence).max(maxLicences).nullable().optional(),
  roles: names.nullable().optional(),
});

/** What a template has where nothing is said. */
const empty = {
  businessPhones: [],
  passwordProfile: { generated: true, forceChangePasswordNextSignIn: true },
  assignedLicenses: [],
  roles: [],
} satisfies Partial<TemplateContent>;

type Body = z.output<typeof changeTemplateBody>;

/** A template with what a body says over it; an empty text empties a property, as null does. */
export const contentWith = (before: Partial<TemplateContent>, body: Body): TemplateContent => {
  const { usageLocation, assignedLicenses, ...rest } = body;
  const said = {
    ...rest,
    ...(usageLocation !== undefined && { usageLocation: usageLocation?.toUpperCase() }),
    ...(assignedLicenses !== undefined && { assignedLicenses: assignedLicenses?.map(licenceOf) }),
  };
  const over = Object.entries(said).filter(([, value]) => value !== undefined);
  const all = Object.entries({ ...before, ...Object.fromEntries(over) });
  const kept = Object.fromEntries(all.filter(([, value]) => value !== null && value !== ''));
  return { ...empty, ...(kept as Partial<TemplateContent> & Pick<TemplateContent, 'displayName'>) };
};

const licenceOf = ({ skuId, disabledPlans = [] }: z.output<typeof wantedLicence>) =>
  disabledPlans.length > 0 ? { skuId, disabledPlans } : { skuId };
