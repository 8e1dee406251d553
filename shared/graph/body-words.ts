/** Words that several request bodies have in common. */
import * as z from 'zod';
import { neverExpires } from '../domain/passwords/password-terms.ts';
import { maxMailAddresses } from '../domain/people/profile-rules.ts';
import { visibleText } from '../domain/unseen-characters.ts';
import { ofType } from '../lambda/body-names.ts';

/** A text without what is blank around it: spaces, and marks that nobody sees. */
export const text = z.string().overwrite(visibleText);

/** Several of them: phone numbers, roles, or addresses, which Entra bounds alike. */
export const names = z.array(text).max(maxMailAddresses);

/** Most service plans of a licence: Microsoft's largest has about a hundred. */
export const maxPlans = 200;

/** A licence that is asked for, with service plans to be switched off. */
export const wantedLicence = ofType(
  'assignedLicense',
  z.strictObject({ skuId: text, disabledPlans: z.array(text).max(maxPlans).optional() }),
);

/** The one kind of people that there is: no guests. */
export const member = text.regex(/^member$/i, 'it is Member: there are no guests');

/** What asks for a second factor is refused unless it says no: there is none here, and what is not done is not promised. */
const withSecondFactor = z.literal(false, { error: 'only false: there is no second factor here' }).optional();

/** The password that an administrator chooses, as Graph has it. */
export const passwordProfile = ofType(
  'passwordProfile',
  z.strictObject({
    password: z.string().min(1).optional(),
    forceChangePasswordNextSignIn: z.boolean().optional(),
    forceChangePasswordNextSignInWithMfa: withSecondFactor,
  }),
);

/**
 * Graph's `passwordPolicies`: `DisablePasswordExpiration`, or `None` as an empty text. `DisableStrongPassword` is refused:
 * every password meets the organisation's rules.
 */
export const passwordPolicies = text
  .transform((policies) => policies.split(',').map((policy) => policy.trim().toLowerCase()))
  .refine((policies) => !policies.includes('disablestrongpassword'), {
    error: 'DisableStrongPassword is not served: every password meets the rules of the organisation',
    abort: true,
  })
  .refine((policies) => policies.every((policy) => ['disablepasswordexpiration', 'none', ''].includes(policy)), {
    error: 'it is DisablePasswordExpiration or None',
  })
  .transform((policies) => (policies.includes('disablepasswordexpiration') ? neverExpires : ''));

/**
 * Who gets a password: addresses, or whoever asks, in the answer. Ours. How many addresses is held by the rule that also
 * holds those of files (profile-rules.ts), in whose words it is refused.
 */
export const credentialDelivery = z.union([
  z.strictObject({ to: z.array(text).min(1).meta({ maxItems: maxMailAddresses }) }),
  z.strictObject({ show: z.literal(true) }),
]);
