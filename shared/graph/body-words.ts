/** Words that several request bodies have in common. */
import * as z from 'zod';
import { maxMailAddresses } from '../domain/people/profile-rules.ts';
import { visibleText } from '../domain/unseen-characters.ts';

/** A text without what is blank around it: spaces, and marks that nobody sees. */
export const text = z.string().overwrite(visibleText);

/** Several of them: phone numbers, roles, or addresses, which Entra bounds alike. */
export const names = z.array(text).max(maxMailAddresses);

/** Most service plans of a licence: Microsoft's largest has about a hundred. */
export const maxPlans = 200;

/** A licence that is asked for, with service plans to be switched off. */
export const wantedLicence = z.strictObject({ skuId: text, disabledPlans: z.array(text).max(maxPlans).optional() });

/**
 * Who gets a password: addresses, or whoever asks, in the answer. Ours. How many addresses is held by the rule that also
 * holds those of files (profile-rules.ts), in whose words it is refused.
 */
export const credentialDelivery = z.union([
  z.strictObject({ to: z.array(text).min(1).meta({ maxItems: maxMailAddresses }) }),
  z.strictObject({ show: z.literal(true) }),
]);
