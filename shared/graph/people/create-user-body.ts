/** The body of a request for a new person. */
import * as z from 'zod';
import { credentialDelivery, mostLicences, names, text, wantedLicence } from '../body-words.ts';

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
