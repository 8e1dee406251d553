/** Words that several request bodies have in common. */
import * as z from 'zod';

/** A text without the spaces around it. */
export const text = z.string().trim();

/** Several of them. */
export const names = z.array(text);

/** Most service plans of a licence: Microsoft's largest has about a hundred. */
export const maxPlans = 200;

/** A licence that is asked for, with service plans to be switched off. */
export const wantedLicence = z.strictObject({ skuId: text, disabledPlans: z.array(text).max(maxPlans).optional() });

/** Who gets a password: addresses, or whoever asks, in the answer. Ours. */
export const credentialDelivery = z.union([
  z.strictObject({ to: z.array(text).min(1) }),
  z.strictObject({ show: z.literal(true) }),
]);
