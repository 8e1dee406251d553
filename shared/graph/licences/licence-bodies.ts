/** Bodies of requests about licences. */
import * as z from 'zod';
import { maxLicences } from '../../domain/licences/licences.ts';
import { withoutNulls } from '../../lambda/body-names.ts';
import { maxPlans, text, wantedLicence } from '../body-words.ts';

/** Body of `POST /v1.0/users/{id}/assignLicense`, as Graph has it. */
export const assignLicenseBody = withoutNulls(
  z.strictObject({
    addLicenses: z.array(wantedLicence).max(maxLicences),
    removeLicenses: z.array(text).max(maxLicences),
  }),
);

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

/** Body of `PUT /v1.0/subscribedSkus/{skuId}`. */
export const subscribedSkuBody = z.strictObject({
  skuPartNumber: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9_]{1,64}$/, 'must be 1 to 64 letters, digits and _'),
  prepaidUnits: z.strictObject({ enabled: z.int().min(0).max(100_000_000) }),
  carriesMailbox: z.boolean(),
  servicePlans: z.array(servicePlan).max(maxPlans).refine(areDistinct, 'ids and names must be different').optional(),
});
