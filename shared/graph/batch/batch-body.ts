/** The body of a batch, as Graph has it. */
import * as z from 'zod';
import { withoutNulls } from '../../lambda/body-names.ts';
import { maxBatchRequests } from './batch.ts';

const headers = z.record(
  z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,128}$/, 'must be the name of a header'),
  z.string().regex(/^[\t\x20-\x7e]{0,2048}$/, 'must be printable ASCII'),
);

const ids = z.array(z.string()).max(maxBatchRequests);

/** Body of `POST /v1.0/$batch`. Microsoft's SDK for Python writes `depends_on` for `dependsOn`: it is meant, so it holds. */
export const batchBody = withoutNulls(
  z.strictObject({
    requests: z
      .array(
        z
          .strictObject({
            id: z.string().min(1).max(64),
            method: z
              .string()
              .toUpperCase()
              .pipe(z.enum(['GET', 'POST', 'PATCH', 'PUT', 'DELETE'])),
            url: z.string().min(1).max(4096),
            headers: headers.optional(),
            body: z.unknown().optional(),
            dependsOn: ids.optional(),
            depends_on: ids.optional(),
          })
          .transform(({ depends_on: dependsOn, ...request }) => ({ ...(dependsOn && { dependsOn }), ...request })),
      )
      .min(1)
      .max(maxBatchRequests),
  }),
);
