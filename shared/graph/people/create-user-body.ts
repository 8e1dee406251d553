/** The body of a request for a new person. */
import * as z from 'zod';
import { maxLicences } from '../../domain/licences/licences.ts';
import type { Draft } from '../../domain/people/draft.ts';
import { forEachText } from '../../domain/person-properties.ts';
import { ofType, withoutNulls } from '../../lambda/body-names.ts';
import {
  credentialDelivery,
  member,
  names,
  passwordPolicies,
  passwordProfile,
  text,
  wantedLicence,
} from '../body-words.ts';

/** Body of `POST /v1.0/users`: Graph's property names; `credentialDelivery` and `roles` are ours. */
export const createUserBody = withoutNulls(
  ofType(
    'user',
    z.strictObject({
      userPrincipalName: text.optional(),
      ...forEachText(() => text.optional()),
      passwordPolicies: passwordPolicies.optional(),
      accountEnabled: z.boolean().optional(),
      businessPhones: names.optional(),
      otherMails: names.optional(),
      assignedLicenses: z.array(wantedLicence).max(maxLicences).optional(),
      roles: names.optional(),
      passwordProfile: passwordProfile.optional(),
      /** Everybody is one. */
      userType: member.optional(),
      credentialDelivery: credentialDelivery.optional(),
    }),
  ),
);
export type CreateUserBody = z.output<typeof createUserBody>;

/** The draft that a body asks for; properties that it leaves out, or leaves empty, are absent. */
export const draftFromBody = (body: Partial<CreateUserBody>): Draft => {
  const { assignedLicenses, passwordProfile, credentialDelivery, userType: _member, ...profile } = body;
  const { password, forceChangePasswordNextSignIn: mustChangePassword } = passwordProfile ?? {};
  const plans = (assignedLicenses ?? []).map(({ skuId: licence, disabledPlans = [] }) => ({
    licence,
    plans: disabledPlans,
  }));
  const draft = {
    ...profile,
    ...(assignedLicenses && { licences: assignedLicenses.map(({ skuId }) => skuId) }),
    ...(plans.some((one) => one.plans.length > 0) && { disabledPlans: plans }),
    ...(password !== undefined && { password }),
    ...(mustChangePassword !== undefined && { mustChangePassword }),
    ...(credentialDelivery && 'to' in credentialDelivery && { sendCredentialsTo: credentialDelivery.to }),
    ...(credentialDelivery && 'show' in credentialDelivery && { showCredentials: true }),
  };
  return Object.fromEntries(Object.entries(draft).filter(([, value]) => value !== undefined && value !== '')) as Draft;
};
