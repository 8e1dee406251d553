/** The schemas of request bodies; those of the queues, and of larger bodies, are in messages/. */
import * as z from 'zod';

const text = z.string().trim();
const names = z.array(text);

/** Most licences of one request: each is an action or two of a transaction, which has 100. */
const mostLicences = 20;

/** Most service plans of a licence: Microsoft's largest has about a hundred. */
const mostPlans = 200;

/** A licence that is asked for, with service plans to be switched off. */
const wantedLicence = z.strictObject({ skuId: text, disabledPlans: z.array(text).max(mostPlans).optional() });
/** Who gets a password: addresses, or whoever asks, in the answer. Ours. */
const credentialDelivery = z.union([
  z.strictObject({ to: z.array(text).min(1) }),
  z.strictObject({ show: z.literal(true) }),
]);

/** Body of `POST /v1.0/users`: Graph's property names; `credentialDelivery` and `roles` are ours. */
export const createUserBody = z.strictObject({
  displayName: text.optional(),
  userPrincipalName: text.optional(),
  mailNickname: text.optional(),
  accountEnabled: z.boolean().optional(),
  givenName: text.optional(),
  surname: text.optional(),
  jobTitle: text.optional(),
  department: text.optional(),
  officeLocation: text.optional(),
  businessPhones: names.optional(),
  mobilePhone: text.optional(),
  faxNumber: text.optional(),
  streetAddress: text.optional(),
  city: text.optional(),
  state: text.optional(),
  postalCode: text.optional(),
  country: text.optional(),
  employeeId: text.optional(),
  otherMails: names.optional(),
  preferredLanguage: text.optional(),
  usageLocation: text.optional(),
  assignedLicenses: z.array(wantedLicence).max(mostLicences).optional(),
  roles: names.optional(),
  passwordProfile: z
    .strictObject({
      password: z.string().min(1).optional(),
      forceChangePasswordNextSignIn: z.boolean().optional(),
    })
    .optional(),
  credentialDelivery: credentialDelivery.optional(),
});
export type CreateUserBody = z.output<typeof createUserBody>;

/** Body of `POST /v1.0/users/{id}/assignLicense`, as Graph has it. */
export const assignLicenseBody = z.strictObject({
  addLicenses: z.array(wantedLicence).max(mostLicences),
  removeLicenses: z.array(text).max(mostLicences),
});

/** A service plan of a licence. Microsoft's names have letters, digits, `_`, and some spaces and brackets. */
const servicePlan = z.strictObject({
  servicePlanId: z.string().regex(/^[A-Za-z0-9-]{1,64}$/, 'must be 1 to 64 letters, digits and -'),
  servicePlanName: z
    .string()
    .trim()
    .regex(/^[\x20-\x7e]{1,64}$/, 'must be 1 to 64 printable ASCII characters'),
  appliesTo: z.enum(['User', 'Company']).default('User'),
});

/** Whether no two plans have the same id or name, in any case. */
const areDistinct = (plans: readonly z.output<typeof servicePlan>[]): boolean => {
  const distinct = (texts: string[]) => new Set(texts.map((one) => one.toLowerCase())).size === texts.length;
  return (
    distinct(plans.map(({ servicePlanId }) => servicePlanId)) &&
    distinct(plans.map(({ servicePlanName }) => servicePlanName))
  );
};

/** The address of a person; its last part is an id or user principal name, of which the odd characters are encoded. */
const personAddress =
  /^https?:\/\/[^/?#\s]+(?:\/[^/?#\s]+)*?\/(?:users|directoryObjects)\/((?:[^/?#%\s]|%[0-7][0-9A-Fa-f]){1,384})$/;

/** Body of `POST /v1.0/directoryRoles/{id}/members/$ref`, as Graph has it; read as the id or name of the person. */
export const memberReference = z.strictObject({
  '@odata.id': z
    .string()
    .trim()
    .regex(personAddress, 'the address of a person is expected, such as https://host/v1.0/users/{id}')
    .transform((address) => decodeURIComponent(personAddress.exec(address)?.[1] ?? '')),
});

/** A password that somebody typed: any text, but longer than every password that can be set it is not looked at. */
const typedPassword = z.string().min(1).max(1024);

/** Body of `POST /v1.0/signIn`. */
export const signInBody = z.strictObject({
  userPrincipalName: text.min(1).max(256),
  password: typedPassword,
});

/** Body of `POST /v1.0/me/changePassword`. */
export const changePasswordBody = z.strictObject({ currentPassword: typedPassword, newPassword: typedPassword });

/** Body of Graph's `resetPassword`; `credentialDelivery` is ours. */
export const resetPasswordBody = z.strictObject({
  newPassword: typedPassword.optional(),
  credentialDelivery: credentialDelivery.optional(),
});

/** Body of `PUT /v1.0/subscribedSkus/{skuId}`. */
export const subscribedSkuBody = z.strictObject({
  skuPartNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_]{1,64}$/, 'must be 1 to 64 letters, digits and _'),
  prepaidUnits: z.strictObject({ enabled: z.int().min(0).max(100_000_000) }),
  carriesMailbox: z.boolean(),
  servicePlans: z.array(servicePlan).max(mostPlans).refine(areDistinct, 'ids and names must be different').optional(),
});
