/** The body of a batch, as Graph has it. */
import * as z from 'zod';
import { withoutNulls } from '../../lambda/body-names.ts';
import { maxBatchRequests } from './batch.ts';

const headers = z.record(
  z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,128}$/, 'must be the name of a header'),
  z.string().regex(/^[\t\x20-\x7e]{0,2048}$/, 'must be printable ASCII'),
);

/** Body of `POST /v1.0/$batch`. */
export const batchBody = withoutNulls(
  z.strictObject({
    requests: z
      .array(
        z.strictObject({
          id: z.string().min(1).max(64),
          method: z
            .string()
            .toUpperCase()
            .pipe(z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])),
          url: z.string().min(1).max(4096),
          headers: headers.optional(),
          body: z.unknown().optional(),
          dependsOn: z.array(z.string()).max(maxBatchRequests).optional(),
        }),
      )
      .min(1)
      .max(maxBatchRequests),
  }),
);
