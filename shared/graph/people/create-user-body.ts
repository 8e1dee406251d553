/** The body of a request for a new person. */
import * as z from 'zod';
import { forEachText } from '../../domain/person-properties.ts';
import { credentialDelivery, maxLicences, names, text, wantedLicence } from '../body-words.ts';

/** Body of `POST /v1.0/users`: Graph's property names; `credentialDelivery` and `roles` are ours. */
export const createUserBody = z.strictObject({
  userPrincipalName: text.optional(),
  ...forEachText(() => text.optional()),
  accountEnabled: z.boolean().optional(),
  businessPhones: names.optional(),
  otherMails: names.optional(),
  assignedLicenses: z.array(wantedLicence).max(maxLicences).optional(),
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
