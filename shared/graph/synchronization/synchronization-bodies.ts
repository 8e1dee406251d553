/** Bodies of requests about the directory on premises: Graph's names, and what its agent sends. */
import * as z from 'zod';

/** As many as a directory may have: more would be no guard. */
const mostDeletions = 10_000_000;

/** Body of `PATCH /v1.0/directory/onPremisesSynchronization/{id}`; what is left out stays. */
export const synchronizationBody = z.strictObject({
  configuration: z
    .strictObject({
      accidentalDeletionPrevention: z
        .strictObject({
          synchronizationPreventionType: z.enum(['enabledForCount', 'disabled']),
          alertThreshold: z.int().min(0).max(mostDeletions),
        })
        .partial(),
    })
    .partial()
    .optional(),
  features: z
    .strictObject({ blockSoftMatchEnabled: z.boolean(), blockCloudObjectTakeoverThroughHardMatchEnabled: z.boolean() })
    .partial()
    .optional(),
  /** Lets runs go on that wait since one was undone. */
  onHold: z.null().optional(),
});
export type SynchronizationBody = z.output<typeof synchronizationBody>;
